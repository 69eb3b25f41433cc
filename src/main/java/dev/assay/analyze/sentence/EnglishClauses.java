package dev.assay.analyze.sentence;

import dev.assay.analyze.sentence.ClaimWord.Role;

/// Where the clauses of an English sentence end: at signs, at words such as "which" and "because",
/// and at an "and" that joins clauses and not nouns.
final class EnglishClauses {

  private final MarkedSentence sentence;
  private final EnglishVerbs verbs;
  private final EnglishPhrases phrases;

  EnglishClauses(EnglishVerbs verbs, EnglishPhrases phrases) {
    this.sentence = verbs.sentence;
    this.verbs = verbs;
    this.phrases = phrases;
  }

  /// The clause in which the mark stands.
  Stretch around(int i) {
    int from = i;
    while (from > Math.max(0, i - Grammar.REACH) && !isBoundary(from - 1, i)) {
      from--;
    }
    int to = i + 1;
    while (to < Math.min(sentence.size(), i + Grammar.REACH) && !isBoundary(to, i)) {
      to++;
    }
    return new Stretch(from, to);
  }

  /// Whether a clause ends at `k`, seen from `i`.
  private boolean isBoundary(int k, int i) {
    if (sentence.isStop(k)) {
      return !isAside(k);
    }
    if (sentence.is(k, Role.REL) && !isDemonstrative(k)) {
      return true;
    }
    if (sentence.is(k, Role.CLAUSE) && !sentence.is(k, Role.SIDE)) {
      return true;
    }
    return sentence.is(k, Role.AND) && joinsClauses(k, i);
  }

  /// Whether the comma is one of the two around "I think", "he said".
  boolean isAside(int k) {
    return phrases.isComma(k) && (opensAside(k) || opensAside(k - 3));
  }

  private boolean opensAside(int comma) {
    return phrases.isComma(comma)
        && sentence.is(comma + 1, Role.PRONOUN)
        && sentence.is(comma + 2, Role.SAY)
        && phrases.isComma(comma + 3);
  }

  /// "that" before a noun is no joining word.
  private boolean isDemonstrative(int k) {
    return sentence.is(k - 1, Role.SIDE) && sentence.is(k, Role.PRONOUN);
  }

  /// Whether "and" stands between two figures or between two verbs, not between two nouns.
  private boolean joinsClauses(int and, int i) {
    int from = Math.max(0, and - Grammar.REACH);
    int before = and;
    while (before > from && !sentence.isStop(before - 1) && !sentence.is(before - 1, Role.AND)) {
      before--;
    }
    int after = and + 1;
    int limit = Math.min(sentence.size(), and + Grammar.REACH);
    while (after < limit && !sentence.isStop(after) && !sentence.is(after, Role.AND)) {
      after++;
    }
    boolean left = sentence.hasNumber(before, and) || verbs.from(before, and) >= 0;
    boolean verb = verbs.isVerb(and + 1) || verbs.from(and + 1, after) >= 0;
    boolean figure =
        sentence.hasNumber(and + 1, after)
            && (sentence.hasNumber(before, and) || opensFigure(and + 1));
    return i != and && left && (verb || figure);
  }

  /// "and Peru 10 %", not "and Central Africa through a grant of $4 million".
  private boolean opensFigure(int from) {
    int i = from;
    while (i < sentence.size() && !sentence.isNumber(i) && !phrases.isPreposition(i)) {
      i++;
    }
    return sentence.isNumber(i) || i == from;
  }

  /// Whether a sign that ends more than a clause stands in `[from, to)`.
  boolean isParted(int from, int to) {
    for (int k = from; k < to; k++) {
      if (sentence.isSign(k, ";；│")) {
        return true;
      }
    }
    return false;
  }
}
