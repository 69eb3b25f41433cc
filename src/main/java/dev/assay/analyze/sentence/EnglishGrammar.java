package dev.assay.analyze.sentence;

import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord.Role;

/// The order of an English sentence: subject, verb, object; what describes a thing with "of", "in",
/// "which" or a participle stands behind it. Where its figures stand is told here; what a verb is
/// by [EnglishVerbs], then in this order, each on top of the ones before, by [EnglishPhrases],
/// [EnglishClauses] and [EnglishSubjects].
public final class EnglishGrammar extends Grammar {

  private final EnglishVerbs verbs;
  private final EnglishPhrases phrases;
  private final EnglishClauses clauses;
  private final EnglishSubjects subjects;

  public EnglishGrammar(MarkedSentence sentence) {
    this(new EnglishVerbs(sentence));
  }

  private EnglishGrammar(EnglishVerbs verbs) {
    super(verbs);
    this.verbs = verbs;
    this.phrases = new EnglishPhrases(verbs);
    this.clauses = new EnglishClauses(verbs, phrases);
    this.subjects = new EnglishSubjects(verbs, phrases, clauses);
  }

  @Override
  public Stretch clause(int i) {
    return clauses.around(i);
  }

  @Override
  public Stretch head(Stretch phrase) {
    return phrases.head(phrase);
  }

  @Override
  public Stretch subjectOf(int verb) {
    return subjects.of(verb);
  }

  @Override
  public boolean isChinese() {
    return false;
  }

  /// "Of the world's reserves the United States has 15 %".
  @Override
  public Stretch frame(int figure) {
    int from = clause(figure).from();
    return sentence.isWord(from, "of") ? new Stretch(from, figure) : Stretch.NONE;
  }

  // ---- the figure

  @Override
  public Setting setting(int figure) {
    Stretch clause = clause(figure);
    int ownEnd = ownEnd(figure + 1, clause.to());
    Stretch own = new Stretch(figure + 1, ownEnd);
    Stretch behind = new Stretch(ownEnd, behindEnd(ownEnd, clause.to()));
    if (own.isEmpty() && describesWithNext(figure)) {
      return described(figure, behind);
    }
    Stretch who = doer(own);
    boolean counted = sentence.family(figure) == UnitFamily.COUNT && who.from() == own.from();
    if (!who.isEmpty() && !counted) {
      return withDoer(figure, new Stretch(own.from(), Math.min(ownEnd, who.from())), who);
    }
    int verb = verbBefore(figure, clause.from());
    if (verb > 1 && clauses.isAside(verb + 1)) {
      verb = verbBefore(verb - 1, clause.from());
    }
    if (verb >= 0) {
      return new Setting(
          figure, verb, subjectOf(verb), new Stretch(verb + 1, figure), own, behind, false);
    }
    return withoutVerb(figure, clause, own, behind);
  }

  /// "A five-year, $300 billion plan": two figures of different kinds that describe one thing.
  private boolean describesWithNext(int figure) {
    return phrases.isComma(figure + 1)
        && sentence.isNumber(figure + 2)
        && phrases.isNoun(figure + 3)
        && sentence.family(figure) != sentence.family(figure + 2)
        && sentence.is(figure - 1, Role.DET);
  }

  private Setting described(int figure, Stretch behind) {
    Setting next = setting(figure + 2);
    return new Setting(
        figure, next.verb(), next.subject(), next.before(), next.own(), behind, false);
  }

  /// "The 90,000 tonnes (that) Lynas produced": the one who does it, in a clause whose object the
  /// figure is; empty if there is none.
  private Stretch doer(Stretch own) {
    boolean relative = sentence.is(own.to(), Role.REL);
    int verb = relative ? verbFrom(own.to() + 1, clause(own.to() + 1).to()) : own.to();
    if (verb < 0 || !isVerb(verb) || !hasNoObject(verbs.mainOfGroup(verb) + 1)) {
      return Stretch.NONE;
    }
    int last = verb - 1;
    int from = sentence.is(last - 1, Role.DET) ? last - 1 : last;
    boolean holder = sentence.isHolder(last) && !sentence.isPossessive(last);
    boolean adjoins = relative ? from == own.to() + 1 : from >= own.from();
    return holder && adjoins ? new Stretch(from, verb) : Stretch.NONE;
  }

  private Setting withDoer(int figure, Stretch own, Stretch who) {
    int verb = verbs.mainOfGroup(who.to());
    Stretch behind = new Stretch(verb + 1, behindEnd(verb + 1, clause(verb).to()));
    return new Setting(figure, verb, who, Stretch.NONE, own, behind, false);
  }

  private boolean hasNoObject(int i) {
    return sentence.isStop(i)
        || sentence.is(i, Role.SIDE)
        || sentence.is(i, Role.AUX)
        || sentence.is(i, Role.LEAD)
        || isVerb(i);
  }

  /// A figure with no verb before it: in a subject, an item of a list, or in what follows a comma.
  private Setting withoutVerb(int figure, Stretch clause, Stretch own, Stretch behind) {
    Stretch before = phrases.before(figure, clause.from());
    int later = verbFrom(behind.from(), clause.to());
    if (later >= 0 && !isForPurpose(figure, behind.from(), later)) {
      return new Setting(figure, -1, before, Stretch.NONE, own, behind, false);
    }
    int earlier = verbBefore(clause.from(), Math.max(0, clause.from() - REACH));
    boolean stopped = earlier >= 0 && clauses.isParted(earlier, clause.from());
    if (earlier < 0 || stopped) {
      return new Setting(figure, -1, before, Stretch.NONE, own, behind, false);
    }
    int first = sentence.is(before.from(), Role.DET) ? before.from() + 1 : before.from();
    boolean ownSubject =
        first < before.to()
            && sentence.isName(first)
            && !sentence.isMaterial(first)
            && sentence.hasNumber(clause(earlier).from(), clause.from());
    Stretch subject = ownSubject ? new Stretch(before.from(), figure) : subjectOf(earlier);
    Stretch between = ownSubject ? Stretch.NONE : new Stretch(before.from(), figure);
    return new Setting(figure, earlier, subject, between, own, behind, true);
  }

  /// "and $200 million to Lynas to build a plant": a sum of which a verb behind "to" only says what
  /// it is for, and no name behind another word whose it is.
  private boolean isForPurpose(int figure, int from, int verb) {
    for (int i = from; i < verb; i++) {
      if (sentence.isHolder(i) && !sentence.isWord(i - 1, "to") && !sentence.isHolder(i - 1)) {
        return false;
      }
    }
    return sentence.family(figure) == UnitFamily.MONEY && sentence.isWord(verb - 1, "to");
  }

  private int ownEnd(int from, int limit) {
    int to = from;
    while (to < limit
        && (phrases.isNoun(to) || isJoining(to, limit))
        && !sentence.is(to, Role.LEVEL)) {
      to++;
    }
    return to;
  }

  /// "and" between two nouns.
  private boolean isJoining(int i, int limit) {
    return sentence.is(i, Role.AND)
        && i + 1 < limit
        && phrases.isNoun(i + 1)
        && phrases.isNoun(i - 1);
  }

  /// The clause goes on until a verb, or the next figure with what opens its phrase.
  private int behindEnd(int from, int limit) {
    int to = from;
    while (to < limit && !sentence.isNumber(to) && !(isVerb(to) && !verbs.isParticiple(to))) {
      to++;
    }
    return to;
  }
}
