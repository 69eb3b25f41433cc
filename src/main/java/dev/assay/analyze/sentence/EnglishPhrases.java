package dev.assay.analyze.sentence;

import dev.assay.analyze.sentence.ClaimWord.Role;

/// The noun phrases of an English sentence: what opens them, where their head ends, and where one
/// that stands before a verb begins.
final class EnglishPhrases {

  /// The signs that part the items of a list, or an insertion from its clause.
  static final String COMMAS = ",，—-)";

  private final MarkedSentence sentence;
  private final EnglishVerbs verbs;

  EnglishPhrases(EnglishVerbs verbs) {
    this.verbs = verbs;
    this.sentence = verbs.sentence;
  }

  /// Whether the mark can be part of a noun phrase.
  boolean isNoun(int i) {
    return verbs.isNounWord(i) && !verbs.isVerb(i);
  }

  boolean isPreposition(int i) {
    return (sentence.is(i, Role.SIDE) || sentence.is(i, Role.BY)) && !sentence.is(i, Role.DET);
  }

  boolean isComma(int i) {
    return sentence.isSign(i, COMMAS);
  }

  /// What stands before the first preposition, without what opens the sentence.
  Stretch head(Stretch phrase) {
    int from = phrase.from();
    while (from < phrase.to() && (isOpening(from) || sentence.isMoment(from))) {
      from++;
    }
    int to = from;
    while (to < phrase.to() && !isPreposition(to)) {
      to++;
    }
    return new Stretch(from, to);
  }

  /// "However", "and": words that open a sentence, and no phrase.
  private boolean isOpening(int i) {
    return sentence.is(i, Role.LEAD) && !sentence.is(i, Role.DET)
        || sentence.is(i, Role.ADVERB)
        || sentence.is(i, Role.AND);
  }

  /// The noun phrase, with what is attached to it, that ends before `end`; empty if there is none
  /// behind `from`.
  Stretch before(int end, int from) {
    int start = end;
    while (start > from && !verbs.isVerb(start - 1) && !sentence.isStop(start - 1)) {
      start--;
    }
    if (sentence.is(start, Role.AND) && start < end) {
      start = listStart(start);
    }
    start = holdersStart(start, end);
    while (start < end && isBeforePhrase(start)) {
      start++;
    }
    boolean bare =
        start + 1 == end
            && sentence.is(start, Role.DET)
            && !sentence.is(start, Role.PRONOUN)
            && !sentence.isWord(start, "the")
            && !sentence.is(start, Cue.POSSESSIVE);
    return bare ? Stretch.NONE : afterLeadingPlace(new Stretch(start, end));
  }

  private boolean isBeforePhrase(int i) {
    return isOpening(i)
        || sentence.ends(i, "ly") && sentence.isPlain(i)
        || sentence.isMoment(i)
        || sentence.isStop(i)
        || opensTime(i);
  }

  /// "In 2023", "during the 1990s".
  private boolean opensTime(int i) {
    return isPreposition(i)
        && (sentence.isMoment(i + 1) || sentence.is(i + 1, Role.DET) && sentence.isMoment(i + 2));
  }

  /// Where the list "China, Japan and Peru" begins, of whose names the last two stand from `start`
  /// on.
  private int holdersStart(int start, int end) {
    int from = start;
    boolean two =
        end - start > 2
            && sentence.isHolder(start)
            && sentence.is(start + 1, Role.AND)
            && sentence.isHolder(start + 2);
    while (two && from > 1 && isComma(from - 1) && isSameKind(from - 2, start)) {
      from -= 2;
    }
    return from;
  }

  private boolean isSameKind(int one, int other) {
    return sentence.isHolder(one) && sentence.kind(one).equals(sentence.kind(other));
  }

  /// Where the list "nickel, cobalt, and graphite" begins, of which the last item is at `and`.
  private int listStart(int and) {
    int start = and;
    while (start > 1 && isComma(start - 1) && !sentence.isStop(start - 2)) {
      int item = start - 1;
      while (item > 0 && !sentence.isStop(item - 1) && !endsObject(item - 1)) {
        item--;
      }
      if (item == start - 1 || item > 0 && !isComma(item - 1)) {
        boolean object = item > 0 && endsObject(item - 1);
        return object || item == start - 1 ? and : item;
      }
      start = item;
    }
    return start;
  }

  /// Whether what follows is the object of a verb, or what a number counts.
  private boolean endsObject(int i) {
    return verbs.isVerb(i) || sentence.isNumber(i);
  }

  /// "In Chile BHP produced": what a preposition opens is not the subject, if a name comes after
  /// it.
  private Stretch afterLeadingPlace(Stretch phrase) {
    if (phrase.isEmpty() || !isPreposition(phrase.from())) {
      return phrase;
    }
    for (int k = phrase.from() + 2; k < phrase.to(); k++) {
      boolean opens = sentence.is(k, Role.DET) || sentence.isName(k);
      if (opens
          && isNoun(k - 1)
          && !sentence.is(k - 1, Role.DET)
          && !sentence.isPossessive(k - 1)) {
        return new Stretch(k, phrase.to());
      }
    }
    return phrase;
  }

  /// "Nova Lithium": a short phrase of words with capitals and of names alone.
  boolean isProper(Stretch phrase) {
    for (int i = phrase.from(); i < phrase.to(); i++) {
      if (!sentence.startsUpper(i) || !sentence.isPlain(i) && !sentence.isName(i)) {
        return false;
      }
    }
    return !phrase.isEmpty() && phrase.to() - phrase.from() < 5;
  }

  /// Whether a word of the phrase begins with a capital, the first of the sentence aside.
  boolean hasCapital(Stretch phrase) {
    for (int i = Math.max(1, phrase.from()); i < phrase.to(); i++) {
      if (sentence.startsUpper(i)) {
        return true;
      }
    }
    return false;
  }
}
