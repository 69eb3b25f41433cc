package dev.assay.analyze.choice;

import dev.assay.analyze.weigh.Features;
import dev.assay.cite.Span;

/// What around the figure of an English row tells whether it stands in a sentence and whose it is:
/// how the line is made, and the small words beside subject and figure. Of one text.
///
/// English says by small words and by order what Chinese says by the words themselves; a heading,
/// an address or a piece of the page around an article has few of them.
final class EnglishSigns {

  /// More verbs than this make no difference.
  private static final int MANY = 3;

  private final WordedText text;

  EnglishSigns(WordedText text) {
    this.text = text;
  }

  /// Adds the signs of a row.
  ///
  /// @param at the word that is its figure
  void add(Features bag, Span sentence, Phrase subject, int at) {
    line(bag, sentence);
    bag.add("V.en.left", seen(at - 1, at));
    bag.add("V.en.behind", seen(subject.last() + 1, subject.last()));
    boolean opens = !text.together(subject.first() - 1, subject.first());
    bag.add("V.en.opens", String.valueOf(opens));
    boolean named = text.together(at, at + 1) && Character.isUpperCase(first(at + 1));
    bag.add("V.en.named", String.valueOf(named));
  }

  /// Whether the line is a sentence: how it ends, its verbs, and how many of its words are small.
  private void line(Features bag, Span sentence) {
    int words = 0;
    int small = 0;
    int verbs = 0;
    for (int i = text.firstFrom(sentence.start());
        text.has(i) && text.word(i).start() < sentence.end();
        i++) {
      words += text.isSign(i) ? 0 : 1;
      small += isSmall(i) ? 1 : 0;
      verbs += text.isVerb(i) ? 1 : 0;
    }
    char last = text.text.original.charAt(sentence.end() - 1);
    bag.add("V.en.ends", String.valueOf(".!?\"”'’".indexOf(last) >= 0));
    bag.add("V.en.verbs", String.valueOf(Math.min(MANY, verbs)));
    bag.add("V.en.small", String.valueOf(10 * small / Math.max(1, words)));
  }

  private char first(int i) {
    return text.text.original.charAt(text.word(i).start());
  }

  /// A small word, a verb or a sign as it is, of others only the part of speech; `#` if it is not
  /// in the sentence of the word `beside` it.
  private String seen(int i, int beside) {
    if (!text.together(i, beside)) {
      return "#";
    }
    return isSmall(i) || text.isVerb(i) || text.isSign(i) ? text.base(i) : text.part(i);
  }

  /// Whether it is a word of a closed class.
  private boolean isSmall(int i) {
    return text.has(i)
        && switch (text.word(i).part()) {
          case PREPOSITION, CONJUNCTION, PRONOUN, DETERMINER, AUXILIARY, PARTICLE, LINK -> true;
          case PERSON, PLACE, BODY, NAME, NOUN, VERB_NOUN, VERB, ADJECTIVE, ATTRIBUTE -> false;
          case ADVERB, NUMBER, MEASURE, DIRECTION, TIME, SIGN, OTHER -> false;
        };
  }
}
