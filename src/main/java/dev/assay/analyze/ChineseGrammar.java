package dev.assay.analyze;

import dev.assay.analyze.ClaimWord.Role;
import java.util.Set;

/// The order of a Chinese sentence: subject, what it does it to or with (对, 从, 在), verb, object;
/// what describes a thing stands before it with 的. Clauses end at commas.
final class ChineseGrammar extends Grammar {

  /// Small words that link a subject to its figure.
  private static final Set<String> LINKS = Set.of("是", "有", "为", "共", "共有", "只有", "仅有", "居");

  ChineseGrammar(MarkedSentence sentence) {
    super(sentence);
  }

  // ---- clauses

  @Override
  Stretch clause(int i) {
    int from = i;
    while (from > Math.max(0, i - REACH) && !isBoundary(from - 1)) {
      from--;
    }
    int to = i + 1;
    while (to < Math.min(marks.size(), i + REACH) && !isBoundary(to)) {
      to++;
    }
    return new Stretch(from, to);
  }

  private boolean isBoundary(int k) {
    if (!isStop(k)) {
      return is(k, Role.AND) && (isNumber(k - 1) || isNumber(k + 1));
    }
    boolean listed = k >= 0 && k < marks.size() && ((Mark.Stop) at(k)).sign() == '、';
    return !listed || isNumber(k - 1) || isNumber(k + 1);
  }

  // ---- verbs

  @Override
  boolean isUsedAsVerb(int i) {
    if (i < 0 || i >= marks.size() || !(at(i) instanceof Mark.Word word)) {
      return false;
    }
    boolean verbal =
        word.is(Role.ACT)
            || word.is(Role.VERB)
            || word.is(Role.CHANGE)
            || word.is(Role.SAY)
            || word.is(Role.LEVEL) && word.end() - word.start() > 1
            || isLink(i);
    if (!verbal || is(i + 1, Role.LINK) || is(i, Role.THING) && is(i - 1, Role.LINK)) {
      return false;
    }
    if (describesOrigin(i)) {
      return false;
    }
    boolean mayBeNoun =
        word.is(Role.NOUN)
            || word.is(Role.STAGE)
            || word.is(Role.MEASURE)
            || word.is(Role.CHANGE)
            || word.is(Role.AND);
    return !mayBeNoun || !isNominal(i);
  }

  /// 来自澳大利亚的锂: no verb of the clause.
  private boolean describesOrigin(int i) {
    boolean origin = "origin".equals(at(i).meaning(Role.ACT).map(ClaimWord::value).orElse(""));
    return origin && isHolder(i + 1) && is(i + 2, Role.LINK) && !isNumber(i - 1);
  }

  /// 是, 为, 达: they link a subject to its figure.
  private boolean isLink(int i) {
    return is(i, Role.AUX) && is(i, Role.LEVEL)
        || is(i, Role.AUX) && LINKS.contains(sentence.folded(i));
  }

  private boolean isNominal(int i) {
    if (is(i - 1, Role.LINK)) {
      return true;
    }
    if (endsFigurePhrase(i)) {
      return true;
    }
    if (is(i, Role.CHANGE) && !is(i, Role.NOUN)) {
      return !isNumber(i + 1)
          && !is(i + 1, Role.LEVEL)
          && !is(i + 1, Role.FROM)
          && !isStop(i + 1)
          && !is(i + 1, Role.AUX);
    }
    boolean object =
        isNumber(i + 1)
            || isName(i + 1)
            || startsWithLe(i)
            || is(i + 1, Role.WORLD)
            || is(i + 1, Role.AUX) && isNumber(i + 2);
    boolean agentBefore =
        i == 0
            || isStop(i - 1)
            || isHolder(i - 1)
            || is(i - 1, Role.AUX)
            || isMoment(i - 1)
            || is(i - 1, Role.PRONOUN)
            || is(i - 1, Role.SIDE);
    if (object) {
      return !agentBefore && !is(i, Role.ACT);
    }
    return !is(i, Role.ACT) || !agentBefore || endsPhrase(i + 1);
  }

  /// 5%的GDP增长: the rise is a noun.
  private boolean endsFigurePhrase(int change) {
    int i = change - 1;
    while (i > change - 3 && (at(Math.max(i, 0)) instanceof Mark.Plain || isName(i))) {
      i--;
    }
    return is(change, Role.CHANGE) && is(i, Role.LINK) && isNumber(i - 1);
  }

  private boolean endsPhrase(int i) {
    return isStop(i)
        || is(i, Role.LINK)
        || is(i, Role.AUX)
        || is(i, Role.ACT)
        || is(i, Role.CHANGE)
        || is(i, Role.LEVEL)
        || is(i, Role.NOUN);
  }

  private boolean startsWithLe(int i) {
    return sentence.text().endsWith("了", at(i).end());
  }

  @Override
  Stretch head(Stretch phrase) {
    return phrase;
  }

  // ---- subjects

  @Override
  Stretch subjectOf(int verb) {
    Stretch clause = clause(verb);
    int first = verb;
    for (int k = verb - 1; k >= clause.from(); k--) {
      if (isVerb(k)) {
        Stretch between = subjectBetween(k + 1, first);
        if (is(k, Role.SAY) && !between.isEmpty()) {
          return between;
        }
        first = k;
      }
    }
    return subjectBetween(clause.from(), first);
  }

  @Override
  Stretch subjectIn(Stretch clause) {
    return subjectBetween(clause.from(), clause.to());
  }

  /// The noun phrase between, without what opens the clause, times, and what 对 or 从 opens.
  private Stretch subjectBetween(int from, int to) {
    int start = from;
    while (start < to && isSkipped(start)) {
      start++;
    }
    if (isPreposition(start) && !is(start, Role.BY)) {
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
    return is(i, Role.LEVEL) && isMoment(i + 1);
  }

  private boolean isSkipped(int i) {
    return isMoment(i) || isStop(i) || is(i, Role.LEAD) || is(i, Role.WINDOW) || isAuxiliary(i);
  }

  private boolean isAuxiliary(int i) {
    return is(i, Role.AUX) || is(i, Role.PLAN) && !is(i, Role.NOUN) && !is(i, Role.ACT);
  }

  private boolean isPreposition(int i) {
    return (is(i, Role.SIDE) || is(i, Role.FROM) || is(i, Role.BY))
        && !(is(i, Role.AND) && isName(i - 1) && isName(i + 1));
  }

  /// Where the subject goes on behind a place (在…领域, 在…中); `to` if it does not.
  private int placeEnd(int from, int to) {
    for (int k = from + 1; k < to; k++) {
      if (at(k) instanceof Mark.Plain && endsPlace(k)) {
        return k + 1;
      }
    }
    return to;
  }

  private boolean endsPlace(int i) {
    int end = at(i).end();
    FoldedText text = sentence.text();
    return text.endsWith("领域", end)
        || text.endsWith("方面", end)
        || text.endsWith("环节", end)
        || text.endsWith("中", end)
        || text.endsWith("上", end)
        || text.endsWith("内", end)
        || text.endsWith("里", end)
        || text.endsWith("下", end)
        || text.endsWith("后", end)
        || text.endsWith("前", end)
        || text.endsWith("时", end)
        || text.endsWith("以来", end);
  }

  @Override
  boolean dropsSubjects() {
    return true;
  }

  @Override
  Stretch frame(int figure) {
    int from = clause(figure).from();
    Stretch own = new Stretch(from, figure);
    if (from < 3 || !isStop(from - 1)) {
      return own;
    }
    Stretch before = clause(from - 2);
    boolean opens = is(before.from(), Role.SIDE) && !isMoment(before.from() + 1);
    boolean plain =
        verbFrom(before.from(), before.to()) < 0 && !hasNumber(before.from(), before.to());
    return opens && plain ? before : own;
  }

  // ---- the figure

  @Override
  Setting setting(int figure) {
    Stretch clause = clause(figure);
    int ownFrom = figure + 1;
    while (ownFrom < clause.to() && is(ownFrom, Role.LINK)) {
      ownFrom++;
    }
    int ownEnd = ownEnd(ownFrom, clause.to(), ownFrom > figure + 1);
    Stretch own = describedWithNext(figure, new Stretch(ownFrom, ownEnd));
    Stretch behind = new Stretch(Math.min(ownEnd, clause.to()), clause.to());
    int verb = verbBefore(figure, clause.from());
    if (verb < 0 && isAfterFrom(figure)) {
      verb = verbFrom(ownFrom, clause.to());
    }
    if (verb >= 0 && verb < figure && is(verb, Role.SAY) && verb + 1 < figure) {
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
        own.isEmpty()
            && isStop(figure + 1)
            && figure + 2 < marks.size()
            && isEnumeration(figure + 1);
    if (!joined) {
      return own;
    }
    int next = figure + 2;
    while (next < Math.min(marks.size(), figure + 6) && !isNumber(next) && !isStop(next)) {
      next++;
    }
    return isNumber(next) && is(next + 1, Role.LINK) && !isSameFamily(figure, next)
        ? setting(next).own()
        : own;
  }

  private boolean isEnumeration(int i) {
    return at(i) instanceof Mark.Stop stop && stop.sign() == '、';
  }

  private boolean isSameFamily(int one, int other) {
    return ((Mark.Number) at(one)).family() == ((Mark.Number) at(other)).family();
  }

  private static Stretch before(Stretch subject, Stretch clause, int figure) {
    return new Stretch(subject.isEmpty() ? clause.from() : subject.to(), figure);
  }

  private Setting withoutVerb(int figure, Stretch clause, Stretch own, Stretch behind) {
    Stretch subject = subjectBetween(clause.from(), figure);
    Stretch before = before(subject, clause, figure);
    int earlier =
        follows(clause) ? verbBefore(clause.from(), clause(clause.from() - 2).from()) : -1;
    if (earlier < 0) {
      return new Setting(figure, -1, subject, before, own, behind, false);
    }
    boolean ownSubject = !subject.isEmpty() && isHolder(subject.from());
    return new Setting(
        figure, earlier, ownSubject ? subject : subjectOf(earlier), before, own, behind, true);
  }

  /// Whether the clause follows another that ends with a number, like an item of a list.
  private boolean follows(Stretch clause) {
    return clause.from() > 1
        && isNumber(clause.from() - 2)
        && (isStop(clause.from() - 1) || is(clause.from() - 1, Role.AND));
  }

  /// 24%对美加征关税: the target stands inside the phrase of the tariff.
  private boolean opensTarget(int i, int from) {
    return i == from && isName(i + 1) && sentence.folded(i).equals("对");
  }

  /// Without a 的 before it, the phrase of a figure ends at the next one: 两个城镇 in 两个城镇的风力.
  private int ownEnd(int from, int limit, boolean linked) {
    int to = from;
    while (to < limit
        && (linked || !is(to, Role.LINK))
        && !isNumber(to)
        && !isVerb(to)
        && !(isPreposition(to) && !opensTarget(to, from))
        && !isAuxiliary(to)
        && !isMoment(to)) {
      to++;
    }
    return to;
  }
}
