package dev.assay.analyze.sentence;

import dev.assay.analyze.sentence.ClaimWord.Role;

/// Which English words are used as verbs. Most can be nouns too ("exports", "mined copper"): what
/// stands beside them decides, and of a word that no lexicon knows its ending.
final class EnglishVerbs extends Verbs {

  /// How far a word is looked for that can only be a verb.
  private static final int NEAR = 12;

  EnglishVerbs(MarkedSentence sentence) {
    super(sentence);
  }

  @Override
  boolean isUsedAsVerb(int i) {
    if (sentence.isPlain(i)) {
      return isUnknownVerb(i);
    }
    Mark mark = sentence.at(i);
    if (mark.is(Role.AUX) && !mark.is(Role.ACT)) {
      return true;
    }
    boolean verbal =
        mark.is(Role.ACT) || mark.is(Role.VERB) || mark.is(Role.CHANGE) || mark.is(Role.SAY);
    boolean preposition = mark.is(Role.SIDE) && !mark.is(Role.ACT);
    return verbal && !preposition && !isNominal(i);
  }

  private boolean isUnknownVerb(int i) {
    boolean past = isPastForm(i) && sentence.at(i).end() - sentence.at(i).start() > 4;
    boolean adverb = sentence.is(i - 1, Role.ADVERB) || sentence.ends(i - 1, "ly");
    int before = adverb ? i - 2 : i - 1;
    boolean bySubject =
        isSubjectEnd(before) && (startsObject(i + 1) || sentence.is(i + 1, Role.SIDE));
    boolean byObject = before > 0 && sentence.isPlain(before) && startsFigure(i + 1);
    return past && (bySubject || byObject);
  }

  /// Whether a word that can be a verb stands where only a noun or an adjective can.
  private boolean isNominal(int i) {
    if (i > 0
        && (sentence.isPossessive(i - 1)
            || sentence.is(i - 1, Role.WORLD)
            || opensNoun(i - 1, i))) {
      return true;
    }
    Mark mark = sentence.at(i);
    if (mark.is(Role.SAY) && sentence.ends(i, "s") && sentence.is(i + 1, Role.AUX)) {
      return true;
    }
    if (isGerund(i) && !startsObject(i + 1) && isNounWord(i - 1) && !isSubjectEnd(i - 1)) {
      return true;
    }
    if (isPastForm(i) || isGerund(i)) {
      return describesNext(i);
    }
    return mayBeNoun(mark) && !startsObject(i + 1) && isNounBeside(i);
  }

  /// "mined copper", "rising prices".
  private boolean describesNext(int participle) {
    return isNounWord(participle + 1)
        && !sentence.is(participle + 1, Role.PRONOUN)
        && !startsObject(participle + 1)
        && !sentence.is(participle - 1, Role.AUX)
        && !isSubjectEnd(participle - 1);
  }

  private static boolean mayBeNoun(Mark mark) {
    return mark.is(Role.NOUN)
        || mark.is(Role.STAGE)
        || mark.is(Role.ACTOR)
        || mark.is(Role.MEASURE)
        || mark.is(Role.CHANGE);
  }

  /// Whether its neighbours make a noun of a word that can be one or a verb.
  private boolean isNounBeside(int i) {
    Mark mark = sentence.at(i);
    if (mark.is(Role.CHANGE) && !mark.is(Role.NOUN)) {
      return sentence.isWord(i + 1, "in") || sentence.isWord(i + 1, "of");
    }
    boolean laterVerb =
        sentence.isStop(i + 1) || sentence.is(i + 1, Role.AUX) || hasPlainVerbAfter(i + 1);
    return laterVerb
        || sentence.is(i - 1, Role.STAGE)
        || sentence.isMaterial(i - 1)
        || sentence.is(i + 1, Role.SIDE)
        || sentence.is(i + 1, Role.AND);
  }

  /// Whether a word that can only be a verb follows in this clause.
  private boolean hasPlainVerbAfter(int i) {
    int limit = Math.min(sentence.size(), i + NEAR);
    for (int k = i; k < limit && !sentence.isStop(k); k++) {
      Mark mark = sentence.at(k);
      boolean verbal = mark.is(Role.ACT) || mark.is(Role.AUX) || mark.is(Role.VERB);
      if (verbal && !mark.is(Role.NOUN) && !mark.is(Role.STAGE) && !isGerund(k)) {
        return true;
      }
      if (mark.is(Role.REL) || mark instanceof Mark.Number) {
        return false;
      }
    }
    return false;
  }

  /// A number or an article: what a verb has behind it, and a noun has not.
  private boolean startsObject(int i) {
    int k = i;
    while (sentence.is(k, Role.ADVERB)) {
      k++;
    }
    return sentence.isNumber(k) || sentence.is(k, Role.DET) || k > i && sentence.isName(k);
  }

  /// "400 missiles", "about 400 missiles", "an estimated 400 missiles".
  private boolean startsFigure(int i) {
    int k = i;
    while (sentence.is(k, Role.ADVERB) || sentence.is(k, Role.DET)) {
      k++;
    }
    return sentence.isNumber(k);
  }

  private boolean isSubjectEnd(int i) {
    return sentence.isName(i) && !sentence.isPossessive(i) && !sentence.isMaterial(i)
        || sentence.is(i, Role.PRONOUN)
        || sentence.is(i, Role.GOVERNMENT)
        || sentence.is(i, Role.REL);
  }

  /// Whether a noun stands behind the word at `i`, and not the verb that `word` can be.
  private boolean opensNoun(int i, int word) {
    if (sentence.is(i, Role.DET)) {
      return true;
    }
    boolean side =
        sentence.is(i, Role.SIDE)
            || sentence.is(i, Role.BY)
            || sentence.is(i, Role.FROM)
            || sentence.is(i, Role.LEVEL);
    boolean infinitive = sentence.isWord(i, "to") && !isPastForm(word) && !startsTarget(word);
    return side && !isGerund(word) && !infinitive && !sentence.is(i, Role.AUX);
  }

  /// "to exports", "to mining": a noun behind "to".
  private boolean startsTarget(int word) {
    return (sentence.is(word, Role.NOUN) || sentence.is(word, Role.STAGE))
        && !startsObject(word + 1);
  }

  // ---- forms and groups

  boolean isPastForm(int i) {
    return sentence.ends(i, "ed");
  }

  boolean isGerund(int i) {
    return sentence.ends(i, "ing");
  }

  /// "mined in China" behind a noun.
  boolean isParticiple(int i) {
    return isPastForm(i)
        && (sentence.is(i + 1, Role.SIDE) || sentence.is(i + 1, Role.BY))
        && !sentence.is(i - 1, Role.AUX);
  }

  /// Where the auxiliaries and adverbs before a verb begin.
  int groupStart(int verb, int from) {
    int start = verb;
    while (start > from
        && (sentence.is(start - 1, Role.AUX)
            || sentence.is(start - 1, Role.ADVERB)
            || sentence.is(start - 1, Role.DENY)
            || sentence.isWord(start - 1, "to")
            || sentence.isStop(start - 1))) {
      start--;
    }
    return start;
  }

  /// The main verb of a group such as "has awarded".
  int mainOfGroup(int first) {
    int verb = first;
    while (sentence.is(verb, Role.AUX)
        && (isVerb(verb + 1) || sentence.is(verb + 1, Role.ADVERB))) {
      verb++;
    }
    return verb;
  }

  /// Whether the mark can be part of a noun phrase, by the word alone, which may be used as a verb
  /// here.
  boolean isNounWord(int i) {
    if (i < 0 || i >= sentence.size()) {
      return false;
    }
    Mark mark = sentence.at(i);
    return switch (mark) {
      case Mark.Name _ -> true;
      case Mark.Plain _ -> !(sentence.ends(i, "ly") && mark.end() - mark.start() > 4);
      case Mark.Number _, Mark.Moment _, Mark.Stop _ -> false;
      case Mark.Word _ ->
          !mark.is(Role.AUX)
              && !mark.is(Role.SIDE)
              && !mark.is(Role.BY)
              && !mark.is(Role.AND)
              && !mark.is(Role.REL)
              && !mark.is(Role.CLAUSE)
              && !mark.is(Role.ADVERB)
              && !mark.is(Role.DENY)
              && !mark.is(Role.ACCORDING);
    };
  }
}
