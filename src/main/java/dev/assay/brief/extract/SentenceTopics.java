package dev.assay.brief.extract;

import dev.assay.brief.extract.Token.Role;

/// Whether a noun phrase is what its sentence is about: its subject, an object or its topic.
///
/// Judged by the words beside it: not one of a list, not an example, not in an adverbial at the
/// head, and no piece of a longer name.
final class SentenceTopics {

  private static final int FEWEST_COMMAS = 2;
  private static final int NEAR = 3;

  /// Characters that end a longer Chinese noun, though grammar elsewhere.
  private static final String SUFFIXES = "项級级类類者性化率度型式";

  private final ParagraphWords words;
  private final int from;
  private final int to;
  private final Tongue tongue;
  private final int headEnd;

  /// Reads the tokens `[from, to)`, one sentence.
  SentenceTopics(ParagraphWords words, int from, int to, Tongue tongue) {
    this.words = words;
    this.from = from;
    this.to = to;
    this.tongue = tongue;
    this.headEnd = adverbialEnd();
  }

  boolean isTopic(Phrase phrase) {
    int start = words.indexAt(phrase.tokens().getFirst().start());
    int end = start + phrase.tokens().size();
    return start >= headEnd
        && !isInList(wholeStart(start), end)
        && !isCutShort(end)
        && !isAdjunct(wholeStart(start))
        && !followsExample(start)
        && !isPieceOfName(start, end)
        && !isMeasure(start)
        && !isQuality(end)
        && !isVerb(end);
  }

  /// Where the noun phrase begins that ends with the one that begins at `start`.
  private int wholeStart(int start) {
    int i = start;
    while (i > from && Phrases.isPart(words.token(i - 1)) && Phrases.touches(words, i)) {
      i--;
    }
    return i;
  }

  /// A single character that goes on with the word: 镓 of 镓价, 两用物 of 两用物项.
  private boolean isCutShort(int end) {
    if (!tongue.isChinese() || end >= to) {
      return false;
    }
    Token next = words.token(end);
    boolean single = next.end() - next.start() == 1 && next.start() == words.token(end - 1).end();
    return single && SUFFIXES.indexOf(words.written(end)) >= 0
        || single
            && switch (next.role()) {
              case NOUN, NUMBER, MODIFIER, PIECE -> true;
              case NAME, ACTION, GENERAL, VERB, FUNCTION, BREAK -> false;
            };
  }

  /// Behind a verb and a preposition (`reached Peru by the canal`): neither subject nor object.
  private boolean isAdjunct(int start) {
    int i = start - 1;
    while (i > from && tongue.openings().is(Openings.Mark.ARTICLE, words.written(i))) {
      i--;
    }
    return i > from
        && tongue.openings().is(Openings.Mark.ASIDE, words.written(i))
        && (tongue.isChinese() || hasVerb(i));
  }

  private boolean hasVerb(int end) {
    for (int i = from; i < end; i++) {
      if (words.token(i).role() == Role.VERB) {
        return true;
      }
    }
    return false;
  }

  /// After the comma of an adverbial at the head; the sentence's begin if it opens otherwise.
  private int adverbialEnd() {
    if (from < to && tongue.openings().is(Openings.Mark.ADVERBIAL, words.written(from))) {
      for (int i = from; i < to; i++) {
        if ("，,".indexOf(mark(i)) >= 0) {
          return i + 1;
        }
      }
    }
    return from;
  }

  /// Beside an enumeration comma, or between two commas of a list.
  private boolean isInList(int start, int end) {
    char before = mark(start - 1);
    char after = mark(end);
    if (tongue.isChinese()) {
      return before == '、' || after == '、' || is(end, "等");
    }
    boolean joined = is(start - 1, "and") || is(start - 1, "or");
    boolean joins = is(end, "and") || is(end, "or");
    return joined && joins
        || before == ',' && (after == ',' || joins)
        || after == ',' && (joins || commasNear(end) >= FEWEST_COMMAS && !isSubject(start))
        || joined && hasComma(start - 2 * NEAR, start);
  }

  /// `mm guns` of `125 mm guns`: the number belongs to its first word.
  private boolean isMeasure(int start) {
    return !tongue.isChinese()
        && start > from
        && words.token(start - 1).role() == Role.NUMBER
        && Character.isDigit(words.written(start - 1).charAt(0));
  }

  private boolean hasComma(int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (mark(i) == ',') {
        return true;
      }
    }
    return false;
  }

  private boolean isSubject(int start) {
    return start <= from + 1;
  }

  private int commasNear(int index) {
    int commas = 0;
    for (int i = Math.max(from, index); i < Math.min(to, index + 2 * NEAR); i++) {
      commas += mark(i) == ',' ? 1 : 0;
    }
    return commas;
  }

  /// Behind `such as`, `including`, 包括, with few words between.
  private boolean followsExample(int start) {
    for (int i = Math.max(from, start - NEAR); i < start; i++) {
      if (tongue.openings().is(Openings.Mark.EXAMPLE, words.written(i))) {
        return true;
      }
    }
    return false;
  }

  /// `National Science` of `National Science and Technology Challenges`; 从中国进口.
  private boolean isPieceOfName(int start, int end) {
    if (tongue.isChinese()) {
      return start > from
          && words.token(end - 1).role() == Role.ACTION
          && tongue.openings().is(Openings.Mark.ADVERBIAL, words.written(start - 1));
    }
    boolean joins = is(end, "and") || is(end, "of") || is(end, "for") || is(end, "&");
    boolean joined = is(start - 1, "and") || is(start - 1, "of") || is(start - 1, "for");
    return joins && isName(end - 1) && isName(end + 1)
        || joined && isName(start) && isName(start - 2)
        || is(start - 1, "the") && is(start - 2, "and") && isName(start) && isName(start - 3)
        || isName(start) && isName(start - 1);
  }

  /// `critical mineral and battery supply chains`: a noun that may go with the one behind `and`.
  private boolean isQuality(int end) {
    boolean joins = is(end, "and") || is(end, "or");
    boolean one = !words.written(end - 1).endsWith("s");
    return !tongue.isChinese() && (joins && one || isBeforeShortForm(end));
  }

  /// `electric vehicle (EV) charging`: the short form stands inside a longer phrase.
  private boolean isBeforeShortForm(int end) {
    return mark(end) == '('
        && mark(end + 2) == ')'
        && end + 3 < to
        && Phrases.isPart(words.token(end + 3));
  }

  /// `the US and Japan plan to`: its last word is the verb.
  private boolean isVerb(int end) {
    return !tongue.isChinese()
        && is(end, "to")
        && end + 1 < to
        && tongue.openings().is(Openings.Mark.INTENT, words.written(end - 1));
  }

  private boolean isName(int index) {
    return index >= from && index < to && words.token(index).role() == Role.NAME;
  }

  private boolean is(int index, String word) {
    return index >= from && index < to && words.written(index).equals(word);
  }

  /// The mark at a token, a space if it is a word or outside.
  private char mark(int index) {
    boolean breaks = index >= from && index < to && words.token(index).role() == Role.BREAK;
    return breaks ? words.text().charAt(words.token(index).start()) : ' ';
  }
}
