package dev.assay.analyze.text;

/// One word of a text, or one sign: its place, its base form and its part of speech.
///
/// @param start where it begins in the text
/// @param end where it ends, exclusive
/// @param base folded, and in English without its ending: `price` for Prices, `rise` for rose
/// @param part what it does in its sentence
public record Word(int start, int end, String base, Part part) {

  /// Parts of speech, the same for both languages; only Chinese tells persons, places and bodies
  /// from other names.
  public enum Part {
    PERSON,
    PLACE,
    BODY,
    /// A name of something else, in English of anything.
    NAME,
    NOUN,
    /// A verb that stands for its noun: 投资, 出口.
    VERB_NOUN,
    VERB,
    /// is, has, will, 是, 有.
    AUXILIARY,
    ADJECTIVE,
    /// Stands before a noun only: 大型, 国有.
    ATTRIBUTE,
    ADVERB,
    PRONOUN,
    /// the, a, every.
    DETERMINER,
    NUMBER,
    /// 个, 家, 吨.
    MEASURE,
    /// 上, 以来, 中.
    DIRECTION,
    TIME,
    /// of, in, 对, 在.
    PREPOSITION,
    CONJUNCTION,
    /// The 的 of Chinese, the 's of English.
    LINK,
    /// 了, 着, "to", "not".
    PARTICLE,
    SIGN,
    OTHER;

    /// Whether it names one thing of its kind.
    public boolean isName() {
      return this == PERSON || this == PLACE || this == BODY || this == NAME;
    }

    /// Whether it can be the head of a noun phrase.
    public boolean isNoun() {
      return this == NOUN || this == VERB_NOUN || isName();
    }

    public boolean isVerb() {
      return this == VERB || this == AUXILIARY;
    }
  }

  /// The word as it is written.
  public String in(String text) {
    return text.substring(start, end);
  }
}
