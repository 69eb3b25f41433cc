package dev.assay.brief.vet;

/// Something of a sentence that the cited lines may not say so.
///
/// @param words of the sentence or of the lines, whichever has them
/// @param chance how likely it is wrong, 0 to 1
public record Suspicion(Kind kind, String words, double chance) {

  /// What may be wrong.
  public enum Kind {
    /// A figure that the lines give to something else.
    FIGURE,
    /// A time that the lines give to something else.
    TIME,
    /// A name of the lexicon of which the lines tell something else.
    NAME,
    /// The same of a material, a trade or an idea, which may be told in other words.
    THING,
    /// The same of a name that no lexicon has.
    OWN_NAME,
    /// *Rose* where the lines have *fell*.
    CONTRARY,
    /// A denial that only the lines have, or only the sentence.
    DENIAL,
    /// *May*, *plans to*, *if*: the lines stand less behind it.
    HEDGE,
    /// A time to come of what the sentence tells as done.
    AHEAD,
    /// The lines say who says so.
    SPEAKER,
    /// The lines say that somebody else says so.
    OTHER_SPEAKER
  }
}
