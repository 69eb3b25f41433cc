package dev.assay.analyze.sentence;

import dev.assay.analyze.quantity.UnitFamily;
import dev.assay.analyze.sentence.ClaimWord.Role;

/// The order of a Chinese sentence: subject, what it does it to or with (对, 从, 在), verb, object;
/// what describes a thing stands before it with 的. Clauses end at commas.
public final class ChineseGrammar extends Grammar {

  public ChineseGrammar(MarkedSentence sentence) {
    super(new ChineseVerbs(sentence));
  }

  // ---- clauses

  @Override
  public Stretch clause(int i) {
    int from = i;
    while (from > Math.max(0, i - REACH) && !isBoundary(from - 1)) {
      from--;
    }
    int to = i + 1;
    while (to < Math.min(sentence.size(), i + REACH) && !isBoundary(to)) {
      to++;
    }
    return new Stretch(from, to);
  }

  private boolean isBoundary(int k) {
    if (!sentence.isStop(k)) {
      return sentence.is(k, Role.AND) && (sentence.isNumber(k - 1) || sentence.isNumber(k + 1));
    }
    return !sentence.isSign(k, "、") || sentence.isNumber(k - 1) || sentence.isNumber(k + 1);
  }

  // ---- phrases

  @Override
  public Stretch head(Stretch phrase) {
    return phrase;
  }

  // ---- subjects

  @Override
  public Stretch subjectOf(int verb) {
    Stretch clause = clause(verb);
    int first = verb;
    for (int k = verb - 1; k >= clause.from(); k--) {
      if (isVerb(k)) {
        Stretch between = subjectBetween(k + 1, first);
        if (sentence.is(k, Role.SAY) && !between.isEmpty()) {
          return between;
        }
        first = k;
      }
    }
    return subjectBetween(clause.from(), first);
  }

  /// The noun phrase between, without what opens the clause, times, and what 对 or 从 opens.
  private Stretch subjectBetween(int from, int to) {
    int start = from;
    while (start < to && isSkipped(start)) {
      start++;
    }
    if (isPreposition(start) && !sentence.is(start, Role.BY)) {
      start = placeEnd(start, to);
    }
    int end = start;
    while (end < to && !isPreposition(end) && !isAuxiliary(end) && !isUntil(end)) {
      end++;
    }
    return start < end ? new Stretch(start, end) : Stretch.NONE;
  }

  /// 到2030年.
  private boolean isUntil(int i) {
    return sentence.is(i, Role.LEVEL) && sentence.isMoment(i + 1);
  }

  private boolean isSkipped(int i) {
    return sentence.isMoment(i)
        || sentence.isStop(i)
        || sentence.is(i, Role.LEAD)
        || sentence.is(i, Role.WINDOW)
        || isAuxiliary(i);
  }

  private boolean isAuxiliary(int i) {
    return sentence.is(i, Role.AUX)
        || sentence.is(i, Role.PLAN) && !sentence.is(i, Role.NOUN) && !sentence.is(i, Role.ACT);
  }

  private boolean isPreposition(int i) {
    return (sentence.is(i, Role.SIDE) || sentence.is(i, Role.FROM) || sentence.is(i, Role.BY))
        && !(sentence.is(i, Role.AND) && sentence.isName(i - 1) && sentence.isName(i + 1));
  }

  /// Where the subject goes on behind a place (在…领域, 在…中); `to` if it does not.
  private int placeEnd(int from, int to) {
    for (int k = from + 1; k < to; k++) {
      if (sentence.isPlain(k) && sentence.ends(k, Cue.PLACE_END)) {
        return k + 1;
      }
    }
    return to;
  }

  @Override
  public boolean isChinese() {
    return true;
  }

  @Override
  public Stretch frame(int figure) {
    int from = clause(figure).from();
    Stretch own = new Stretch(from, figure);
    if (from < 3 || !sentence.isStop(from - 1)) {
      return own;
    }
    Stretch before = clause(from - 2);
    boolean opens = sentence.is(before.from(), Role.SIDE) && !sentence.isMoment(before.from() + 1);
    boolean plain =
        verbFrom(before.from(), before.to()) < 0 && !sentence.hasNumber(before.from(), before.to());
    return opens && plain ? before : own;
  }

  // ---- the figure

  @Override
  public Setting setting(int figure) {
    Stretch clause = clause(figure);
    int ownFrom = figure + 1;
    while (ownFrom < clause.to() && sentence.is(ownFrom, Role.LINK)) {
      ownFrom++;
    }
    int ownEnd = ownEnd(ownFrom, clause.to(), ownFrom > figure + 1);
    Stretch own = describedWithNext(figure, new Stretch(ownFrom, ownEnd));
    Stretch behind = new Stretch(Math.min(ownEnd, clause.to()), clause.to());
    int verb = verbBefore(figure, clause.from());
    if (verb < 0 && isAfterFrom(figure)) {
      verb = verbFrom(ownFrom, clause.to());
    }
    if (verb >= 0 && verb < figure && sentence.is(verb, Role.SAY) && verb + 1 < figure) {
      Stretch said = new Stretch(verb + 1, clause.to());
      return withoutVerb(figure, said, own, behind);
    }
    if (verb >= 0) {
      Stretch subject = subjectOf(Math.min(verb, figure));
      return new Setting(
          figure, verb, subject, before(subject, clause, figure), own, behind, false);
    }
    return withoutVerb(figure, clause, own, behind);
  }

  /// 为期五年、耗资3000亿元的计划: two figures of different kinds that describe one thing.
  private Stretch describedWithNext(int figure, Stretch own) {
    boolean joined =
        own.isEmpty() && sentence.isSign(figure + 1, "、") && figure + 2 < sentence.size();
    if (!joined) {
      return own;
    }
    int next = figure + 2;
    while (next < Math.min(sentence.size(), figure + 6)
        && !sentence.isNumber(next)
        && !sentence.isStop(next)) {
      next++;
    }
    return sentence.isNumber(next)
            && sentence.is(next + 1, Role.LINK)
            && sentence.family(figure) != sentence.family(next)
        ? setting(next).own()
        : own;
  }

  private static Stretch before(Stretch subject, Stretch clause, int figure) {
    return new Stretch(subject.isEmpty() ? clause.from() : subject.to(), figure);
  }

  private Setting withoutVerb(int figure, Stretch clause, Stretch own, Stretch behind) {
    Stretch subject = subjectBetween(clause.from(), figure);
    Stretch before = before(subject, clause, figure);
    int earlier =
        follows(clause, figure) ? verbBefore(clause.from(), clause(clause.from() - 2).from()) : -1;
    if (earlier < 0) {
      return new Setting(figure, -1, subject, before, own, behind, false);
    }
    boolean ownSubject = !subject.isEmpty() && sentence.isHolder(subject.from());
    return new Setting(
        figure, earlier, ownSubject ? subject : subjectOf(earlier), before, own, behind, true);
  }

  /// Whether the clause follows another that ends with a number, like an item of a list, or opens
  /// with a share that 和 joins to another figure (60%的镍*和30%的钴*).
  private boolean follows(Stretch clause, int figure) {
    int joint = clause.from() - 1;
    if (joint < 1) {
      return false;
    }
    boolean and = sentence.is(joint, Role.AND);
    boolean figures =
        and
            && clause.from() == figure
            && sentence.family(figure) == UnitFamily.PART
            && sentence.hasNumber(clause(joint - 1).from(), joint);
    return figures || sentence.isNumber(joint - 1) && (and || sentence.isStop(joint));
  }

  /// 24%对美加征关税: the target stands inside the phrase of the tariff.
  private boolean opensTarget(int i, int from) {
    return i == from && sentence.isName(i + 1) && sentence.isWord(i, "对");
  }

  /// Without a 的 before it, the phrase of a figure ends at the next one: 两个城镇 in 两个城镇的风力.
  private int ownEnd(int from, int limit, boolean linked) {
    int to = from;
    while (to < limit
        && (linked || !sentence.is(to, Role.LINK))
        && !sentence.isNumber(to)
        && !isVerb(to)
        && !(isPreposition(to) && !opensTarget(to, from))
        && !isAuxiliary(to)
        && !sentence.isMoment(to)) {
      to++;
    }
    return to;
  }
}
