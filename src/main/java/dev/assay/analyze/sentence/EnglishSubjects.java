package dev.assay.analyze.sentence;

import dev.assay.analyze.sentence.ClaimWord.Role;

/// Who does what an English verb says: the noun phrase before it; where the clause has none, what
/// "which" stands for, the subject before an insertion, or that of the verb before.
final class EnglishSubjects {

  /// Over how many verbs a subject is handed on.
  private static final int DEPTH = 4;

  private final MarkedSentence sentence;
  private final EnglishVerbs verbs;
  private final EnglishPhrases phrases;
  private final EnglishClauses clauses;

  EnglishSubjects(EnglishVerbs verbs, EnglishPhrases phrases, EnglishClauses clauses) {
    this.sentence = verbs.sentence;
    this.verbs = verbs;
    this.phrases = phrases;
    this.clauses = clauses;
  }

  /// The subject of the verb; empty if the sentence does not tell it.
  Stretch of(int verb) {
    return of(verb, DEPTH);
  }

  private Stretch of(int verb, int depth) {
    if (depth == 0) {
      return Stretch.NONE;
    }
    int from = clauses.around(verb).from();
    int start = verbs.groupStart(verb, from);
    int earlier = verbs.before(start, from);
    if (earlier >= 0) {
      return behind(earlier, start, from, depth);
    }
    Stretch own = phrases.before(start, from);
    if (own.isEmpty()) {
      return inherited(verb, from, depth);
    }
    boolean absolute = verbs.isGerund(verb) && start == verb && sentence.isWord(own.from(), "with");
    return absolute ? new Stretch(own.from() + 1, own.to()) : own; // "with Chile exporting"
  }

  /// The subject of the verbs that begin at `start`, in whose clause, from `from` on, the verb
  /// `earlier` stands before them.
  private Stretch behind(int earlier, int start, int from, int depth) {
    if (isReduced(earlier, start)) {
      return phrases.before(earlier, Math.max(from, verbs.before(earlier, from) + 1));
    }
    Stretch between = phrases.before(start, earlier + 1);
    boolean infinitive = sentence.isWord(start, "to");
    boolean doesItself =
        !between.isEmpty()
            && (!infinitive || sentence.is(earlier, Cue.LETS))
            && !phrases.isPreposition(between.from());
    return doesItself ? between : of(earlier, depth - 1);
  }

  /// "the quota approved for 2023 was": a participle that describes the subject.
  private boolean isReduced(int participle, int verb) {
    return verbs.isParticiple(participle)
        && phrases.isNoun(participle - 1)
        && !sentence.is(verb, Role.AND);
  }

  // ---- clauses without a subject of their own

  private Stretch inherited(int verb, int from, int depth) {
    int boundary = from - 1;
    if (boundary < 0) {
      return Stretch.NONE;
    }
    if (sentence.is(boundary, Role.REL)) {
      return antecedent(boundary);
    }
    if (phrases.isComma(boundary) && !verbs.isGerund(verb)) {
      Stretch interrupted = interrupted(boundary);
      if (!interrupted.isEmpty()) {
        return interrupted;
      }
    }
    int earlier = verbs.before(boundary, Math.max(0, boundary - Grammar.REACH));
    boolean handedOn = earlier >= 0 && !clauses.isParted(earlier, boundary);
    return handedOn ? of(mainVerb(earlier), depth - 1) : Stretch.NONE;
  }

  /// The first verb of the clause that `verb` stands in.
  private int mainVerb(int verb) {
    int first = verbs.from(clauses.around(verb).from(), verb + 1);
    return first < 0 ? verb : first;
  }

  /// What "which" or "that" stands for: the noun phrase before it.
  private Stretch antecedent(int relative) {
    int end = relative;
    while (end > 0 && (sentence.isStop(end - 1) || sentence.is(end - 1, Role.SIDE))) {
      end--;
    }
    int start = nounsStart(end);
    boolean one = end == start + 1;
    if (end < relative && one && sentence.isPlace(start) && sentence.isWord(start - 1, "in")) {
      return placed(start - 1, end);
    }
    boolean place = one && sentence.isName(start) && phrases.isComma(start - 1);
    boolean unsure = end < relative && phrases.isPreposition(start - 1) || place;
    return unsure ? Stretch.NONE : new Stretch(start, end);
  }

  /// "a plant in Texas, which": a place makes nothing, what stands in it does.
  private Stretch placed(int in, int end) {
    return sentence.is(in - 1, Role.PLANT) ? new Stretch(nounsStart(in), end) : Stretch.NONE;
  }

  private int nounsStart(int end) {
    int start = end;
    while (start > Math.max(0, end - Grammar.REACH) && phrases.isNoun(start - 1)) {
      start--;
    }
    return start;
  }

  /// The subject before an insertion that ends at the comma `end`: "Lynas, a miner, produced".
  private Stretch interrupted(int end) {
    boolean bracket = sentence.isSign(end, ")");
    int open = end - 1;
    while (open >= 0 && !(bracket ? sentence.isSign(open, "(") : phrases.isComma(open))) {
      open--;
    }
    if (open < 0 && !bracket && phrases.isNoun(0) && verbs.from(0, end) < 0) {
      return phrases.before(end, 0);
    }
    if (open <= 0 || clauses.isParted(open, end)) {
      return Stretch.NONE;
    }
    if (!bracket && verbs.isVerb(open + 1) && sentence.ends(open + 1, "s")) {
      return Stretch.NONE;
    }
    int from = clauses.around(open - 1).from();
    Stretch phrase = phrases.before(open, from);
    boolean place = phrase.isEmpty() || phrases.isPreposition(phrase.from());
    if (place || verbs.from(from, open) >= 0) {
      return Stretch.NONE;
    }
    Stretch inserted = new Stretch(open + 1, end);
    boolean named = !bracket && phrases.isProper(inserted) && !phrases.hasCapital(phrase);
    return named ? inserted : phrase; // "the mine's owner, Nova Lithium, raised"
  }
}
