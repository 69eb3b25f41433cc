package dev.assay.analyze.scope;

import dev.assay.analyze.choice.NounPhrases;
import dev.assay.analyze.sentence.ClaimWord.Role;
import dev.assay.analyze.sentence.Cue;
import dev.assay.analyze.sentence.Grammar;
import dev.assay.analyze.sentence.Mark;
import dev.assay.analyze.sentence.MarkedSentence;
import dev.assay.analyze.sentence.Setting;
import dev.assay.analyze.sentence.Stretch;
import dev.assay.analyze.text.FoldedText;
import dev.assay.analyze.text.WordList;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import dev.assay.cite.Span;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The time a figure holds for: the one in its own clause, else one that opens a clause before, or
/// stands in that of its subject. A figure of a span ("from 2014 to 2023", 2014年至2023年, 4月和5月)
/// holds for all of it, and one since a time for all that follows.
final class ClaimTimes {

  /// 2025年4月9日第14266号行政令, "Executive Order 14266 of April 9": what the day is of is a document.
  private static final Pattern DOCUMENT_BEHIND = Pattern.compile("第\\d+号|\\d+号(?:令|文|公告|决定|通知)");

  private static final Pattern DOCUMENT_BEFORE = Pattern.compile(".*\\d (?:of|dated) ");

  /// 2022-23, folded.
  private static final Pattern SEASON = Pattern.compile("\\d{4}[-—/]\\d{2}");

  /// So far from a time stands the number of its document.
  private static final int MOST_OF_DOCUMENT = 16;

  private final Grammar grammar;
  private final MarkedSentence sentence;
  private final NounPhrases phrases;
  private final TimeFrame frame;
  private final Respective respective;

  /// @param phrases of the same text
  ClaimTimes(Grammar grammar, NounPhrases phrases, TimeFrame frame, Respective respective) {
    this.grammar = grammar;
    this.phrases = phrases;
    this.frame = frame;
    this.respective = respective;
    this.sentence = grammar.sentence;
  }

  /// @param subject where whose figure it is stands in the paragraph
  @Nullable TimeExpression of(Setting setting, Span subject) {
    int dealt = respective.moment(setting.figure());
    if (dealt >= 0) {
      return dated(ofItsYear(dealt));
    }
    int moment = moment(setting, subject);
    if (moment < 0) {
      return ofFrame(setting.figure());
    }
    for (int apart : new int[] {-2, -1, 1, 2, -3, 3}) {
      int other = moment + apart;
      int first = Math.min(moment, other);
      int last = Math.max(moment, other);
      if (sentence.isMoment(other) && isJoined(first, last)) {
        return isDealt(first, last) ? null : span(time(first), time(last));
      }
    }
    TimeExpression time = isBareDay(moment) ? inItsMonth(moment) : dated(ofBothYears(time(moment)));
    return time != null && isSince(moment, setting.figure()) ? time.onward() : time;
  }

  /// The time at `moment` of a list; a month that names no year is of that of the month before:
  /// 2024年4月和5月.
  private TimeExpression ofItsYear(int moment) {
    TimeExpression time = time(moment);
    boolean open = time.grain() == Grain.MONTH && !time.yearStated();
    TimeExpression before = open && sentence.isMoment(moment - 2) ? ofItsYear(moment - 2) : time;
    if (!open || !before.yearStated()) {
      return time;
    }
    YearMonth month = YearMonth.of(before.year(), time.month());
    return new TimeExpression(
        time.span(),
        before.year(),
        0,
        time.month(),
        0,
        -1,
        Grain.MONTH,
        true,
        month.atDay(1),
        month.atEndOfMonth());
  }

  /// 2022-23, a season or a year of schools, is of both years.
  private TimeExpression ofBothYears(TimeExpression time) {
    LocalDate first = time.first();
    LocalDate last = time.last();
    Span span = time.span();
    boolean two =
        time.grain() == Grain.YEAR
            && SEASON.matcher(sentence.text().folded(span.start(), span.end())).matches();
    return !two || first == null || last == null
        ? time
        : new TimeExpression(
            span, time.year(), 0, 0, 0, -1, Grain.SPAN, true, first, last.plusYears(1));
  }

  /// A half or a quarter of nobody knows which year is none.
  private static @Nullable TimeExpression dated(TimeExpression time) {
    return time.year() > 0 || time.month() > 0 ? time : null;
  }

  private TimeExpression time(int moment) {
    return ((Mark.Moment) sentence.at(moment)).time();
  }

  /// What the text before says of the time of a figure before which its sentence names none: 其中
  /// goes on with the sentence before, 收盘 and 当天 are of the day that the text tells of.
  private @Nullable TimeExpression ofFrame(int figure) {
    for (int i = 0; i < figure; i++) {
      if (isTime(i) && !isOfSpeech(i)) {
        return null;
      }
    }
    FoldedText text = sentence.text();
    int start = sentence.span().start();
    if (sentence.lexicon().words(Cue.AMONG).isAt(text, start)) {
      return frame.before();
    }
    TimeExpression day = frame.day();
    if (day == null) {
      return null;
    }
    Mark number = sentence.at(figure);
    boolean ofDay =
        holds(Cue.OF_THE_DAY, start, number.start())
            && !holds(Cue.OTHER_DAY, start, number.start());
    return ofDay ? day.at(new Span(number.start(), number.end())) : null;
  }

  /// The place of the mark that names the time, or -1.
  private int moment(Setting setting, Span subject) {
    int figure = setting.figure();
    Stretch clause = grammar.clause(figure);
    int link = sentence.is(figure - 1, Role.LINK) ? figure - 2 : figure;
    if (isTime(link)) {
      return link;
    }
    boolean object = grammar.verbBefore(figure, clause.from()) >= 0;
    for (int i = figure + 1; i < clause.to() && !ends(i, object); i++) {
      if (isTime(i)) {
        return i;
      }
    }
    int before = momentBefore(figure, clause.from(), subject);
    boolean now = before >= 0 && isNow(Math.max(before, clause.from() - 1), figure);
    return now ? -1 : before;
  }

  /// The nearest time before the figure that is said for it; beyond the figure of another clause
  /// only one that opens its clause, or says as of when all is.
  private int momentBefore(int figure, int clause, Span subject) {
    boolean passed = false;
    for (int i = figure - 1; i >= 0; i--) {
      boolean told = isTime(i) && !isOfSpeech(i);
      if (told && passed) {
        return (opensClause(i) || isAsOf(i)) && !isNow(i, figure) ? i : -1;
      }
      if (told && (i >= clause || holdsBehind(i, subject))) {
        return i;
      }
      passed |= i < clause && sentence.isNumber(i);
    }
    return -1;
  }

  /// Whether a time opens its clause, and so is said for all of the figures behind it.
  private boolean opensClause(int moment) {
    for (int i = moment - 1; i >= 0 && !sentence.isStop(i); i--) {
      if (sentence.isNumber(i) || grammar.isVerb(i)) {
        return false;
      }
    }
    return true;
  }

  /// 截至7月24日收盘, "as of 31 March", 2023中报显示: said for all that is told behind it.
  private boolean isAsOf(int moment) {
    int start = sentence.text().skipSpacesBack(sentence.at(moment).start());
    return isOfReport(moment)
        || sentence.lexicon().words(Cue.AS_OF).isBefore(sentence.text(), start);
  }

  /// 2023一季报显示: a report is called by the time that its figures are of; but not 2023年报道.
  private boolean isOfReport(int moment) {
    int end = sentence.at(moment).end();
    boolean period =
        switch (time(moment).grain()) {
          case YEAR, HALF, QUARTER -> true;
          case CENTURY, DECADE, SPAN, SINCE, MONTHS, MONTH, WEEK, DAY, MINUTE -> false;
        };
    return period
        && sentence.text().at(end) == '报'
        && sentence.is(moment + 1, Role.SAY)
        && sentence.at(moment + 1).start() > end;
  }

  /// 2021年以来, 自2021年上市至今, "since early 2021", "from 2021 onwards": it ends nobody says when.
  /// 自2021年上市 is one for the clauses behind it, 自2021年的90% has the figure that was left behind, and
  /// 自投产至2021年 ends then. "Since prices fell in 2021" says why.
  private boolean isSince(int moment, int figure) {
    Stretch clause = grammar.clause(moment);
    int end = sentence.text().skipSpaces(sentence.at(moment).end());
    int start = sentence.text().skipSpacesBack(sentence.at(moment).start());
    if (!grammar.isChinese()) {
      return isWordAt(Cue.ONWARD_NEXT, end)
          || sentence.lexicon().words(Cue.SINCE).isBefore(sentence.text(), start)
              && !opensReason(moment, clause);
    }
    return !sentence.lexicon().words(Cue.TIME_JOINT).isBefore(sentence.text(), start)
        && (isWordAt(Cue.ONWARD_NEXT, end)
            || isBehind(Cue.FROM, moment, clause) && goesOn(moment, clause)
            || isBehind(Cue.SINCE, moment, clause) && clause.to() <= figure);
  }

  /// "Since 2021 output fell": a verb behind says what was so, and that is a reason, but in "since
  /// 2021 output has fallen".
  private boolean opensReason(int moment, Stretch clause) {
    boolean perfect = false;
    for (int i = moment + 1; i < clause.to(); i++) {
      perfect |= sentence.is(i, Cue.PERFECT);
    }
    return !perfect && grammar.verbBefore(clause.to(), moment + 1) >= 0;
  }

  /// Whether a word of the cue stands before a time in its clause, and no verb or figure between.
  private boolean isBehind(Cue cue, int moment, Stretch clause) {
    WordList words = sentence.lexicon().words(cue);
    for (int i = moment; i >= clause.from() && !sentence.isNumber(i) && !grammar.isVerb(i); i--) {
      int start = sentence.at(i).start();
      int before = sentence.text().skipSpacesBack(start);
      if (words.isAt(sentence.text(), start) || words.isBefore(sentence.text(), before)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a word in the rest of the clause, up to a figure, leads from its time to now.
  private boolean goesOn(int moment, Stretch clause) {
    int last = moment;
    while (last + 1 < clause.to() && !sentence.isNumber(last + 1)) {
      last++;
    }
    return holds(Cue.ONWARD, sentence.at(moment).end(), sentence.at(last).end());
  }

  /// Whether a word of the cue begins in `[from, to)` of the text.
  private boolean holds(Cue cue, int from, int to) {
    int i = from;
    while (i < to && !isWordAt(cue, i)) {
      i++;
    }
    return i < to;
  }

  /// Whether a word of the cue stands there, and is no part of others: 收于 of 回收于, 起 of 起诉.
  private boolean isWordAt(Cue cue, int at) {
    int end = sentence.lexicon().words(cue).endAt(sentence.text(), at);
    return end >= 0 && phrases.areWords(new Span(at, end));
  }

  /// Whether what stands behind is of something else than the figure before it: a verb is, if
  /// another one has the figure. An English one may describe ("cars sold in 2024") without "will"
  /// or its like.
  private boolean ends(int i, boolean object) {
    boolean verb =
        grammar.isChinese()
            ? sentence.is(i, Role.SAY) || grammar.isVerb(i)
            : grammar.isVerb(i) && sentence.is(i - 1, Role.AUX);
    return sentence.isNumber(i) || object && verb;
  }

  /// Whether a word for now stands between: 从2010年的90%降至今天的60%.
  private boolean isNow(int mark, int figure) {
    return holds(Cue.NOW, sentence.at(mark).end(), sentence.at(figure).start());
  }

  /// Whether a time of a clause before that of the figure is said for the figure too: it opens its
  /// clause, or that clause is about the same subject.
  private boolean holdsBehind(int moment, Span subject) {
    Stretch clause = grammar.clause(moment);
    int from = moment;
    while (from > clause.from() && !sentence.isNumber(from - 1)) {
      from--;
    }
    return grammar.verbBefore(moment, from) < 0
        || subject.start() < sentence.at(clause.to() - 1).end();
  }

  /// Whether the mark is a time that says when something is so: a time of day says too little, and
  /// that of a document is not the figure's.
  private boolean isTime(int i) {
    if (!sentence.isMoment(i)) {
      return false;
    }
    TimeExpression time = time(i);
    boolean dated = time.year() > 0 || time.part() > 0 || time.month() > 0 || time.day() > 0;
    return dated && !isOfDocument(i);
  }

  private boolean isOfDocument(int moment) {
    int start = sentence.at(moment).start();
    int end = sentence.at(moment).end();
    String before = sentence.text().folded(Math.max(0, start - MOST_OF_DOCUMENT), start);
    String behind =
        sentence.text().folded(end, Math.min(sentence.text().length, end + MOST_OF_DOCUMENT));
    return DOCUMENT_BEHIND.matcher(behind).lookingAt() || DOCUMENT_BEFORE.matcher(before).matches();
  }

  private boolean isBareDay(int moment) {
    return time(moment).month() == 0 && time(moment).day() > 0;
  }

  /// A day without its month, 3日 behind 4月2日, in the month of the time before it; as it is if the
  /// day of writing tells it, null if nothing does.
  private @Nullable TimeExpression inItsMonth(int moment) {
    TimeExpression day = time(moment);
    for (int i = moment - 1; i >= 0; i--) {
      if (sentence.isMoment(i) && time(i).month() > 0) {
        TimeExpression before = time(i);
        if (day.day() < before.day() || day.day() > Month.of(before.month()).maxLength()) {
          return null; // 12月30日 and 2日: of the next month
        }
        return new TimeExpression(
            day.span(),
            before.year(),
            0,
            before.month(),
            day.day(),
            -1,
            Grain.DAY,
            before.yearStated(),
            dayOf(before, day.day()),
            dayOf(before, day.day()));
      }
    }
    return day.first() == null ? null : day;
  }

  private static @Nullable LocalDate dayOf(TimeExpression month, int day) {
    LocalDate first = month.first();
    return first == null || day > first.lengthOfMonth() ? null : first.withDayOfMonth(day);
  }

  /// Whether two times that stand beside each other are the two ends of one, or follow each other
  /// and are told together: April and May.
  private boolean isJoined(int first, int last) {
    String joint = joint(first, last);
    boolean between = sentence.isWord(first - 1, "between");
    return isWord(Cue.TIME_JOINT, joint)
        || isWord(Cue.TIME_AND, joint) && (between || follow(time(first), time(last)));
  }

  private boolean isWord(Cue cue, String word) {
    return sentence.lexicon().words(cue).holds(word);
  }

  private String joint(int first, int last) {
    return sentence.text().folded(sentence.at(first).end(), sentence.at(last).start()).strip();
  }

  /// Whether times are listed that are dealt out over figures, or are more than two:
  /// 2020、2021、2022年分别.
  private boolean isDealt(int first, int last) {
    if (!isWord(Cue.TIME_AND, joint(first, last))) {
      return false;
    }
    boolean dealt = false;
    for (int i = 0; i < sentence.size(); i++) {
      dealt |= sentence.is(i, Role.RESPECTIVE);
    }
    return dealt || sentence.isMoment(first - 2) || sentence.isMoment(last + 2);
  }

  private static boolean follow(TimeExpression one, TimeExpression other) {
    return areMonthsOfOneYear(one, other)
        ? one.month() + 1 == other.month()
        : one.grain() == Grain.YEAR
            && other.grain() == Grain.YEAR
            && one.year() + 1 == other.year();
  }

  /// Whether two months are of the year that one of them names for both: 2025年4月和5月.
  private static boolean areMonthsOfOneYear(TimeExpression one, TimeExpression other) {
    boolean months = one.grain() == Grain.MONTH && other.grain() == Grain.MONTH;
    boolean bothStated = one.yearStated() && other.yearStated();
    return months && (!bothStated || one.year() == other.year());
  }

  /// From the first day of the one to the last of the other; null if no year tells which they are.
  private static @Nullable TimeExpression span(TimeExpression one, TimeExpression other) {
    Span span = new Span(one.span().start(), other.span().end());
    if (areMonthsOfOneYear(one, other) && one.month() < other.month()) {
      TimeExpression dated = one.yearStated() ? one : other;
      return months(span, dated, one.month(), other.month());
    }
    LocalDate first = one.first();
    LocalDate last = other.last();
    if (first != null && last != null && one.yearStated() != other.yearStated()) {
      first = one.yearStated() ? first : inYearBefore(first, last);
      last = other.yearStated() ? last : inYearAfter(last, first);
    }
    boolean stated = one.yearStated() || other.yearStated();
    return first == null || last == null || !first.isBefore(last)
        ? null
        : new TimeExpression(span, first.getYear(), 0, 0, 0, -1, Grain.SPAN, stated, first, last);
  }

  /// The day in the year of `last`, or in the one before if it would be later: November to July
  /// 2024.
  private static LocalDate inYearBefore(LocalDate day, LocalDate last) {
    LocalDate same = day.withYear(last.getYear());
    return same.isBefore(last) ? same : same.minusYears(1);
  }

  private static LocalDate inYearAfter(LocalDate day, LocalDate first) {
    LocalDate same = day.withYear(first.getYear());
    return same.isAfter(first) ? same : same.plusYears(1);
  }

  private static TimeExpression months(Span span, TimeExpression dated, int from, int to) {
    int year = dated.year();
    return new TimeExpression(
        span,
        year,
        to,
        from,
        0,
        -1,
        Grain.MONTHS,
        dated.yearStated(),
        year == 0 ? null : LocalDate.of(year, from, 1),
        year == 0 ? null : YearMonth.of(year, to).atEndOfMonth());
  }

  /// When something was said, heard or written, or what it is compared with, is not when it holds.
  private boolean isOfSpeech(int moment) {
    int start = sentence.text().skipSpacesBack(sentence.at(moment).start());
    return sentence.lexicon().words(Cue.HEARER).isBefore(sentence.text(), start)
        || isWordAt(Cue.WIRE, sentence.text().skipSpaces(sentence.at(moment).end()))
        || sentence.is(moment + 1, Role.SAY) && !isOfReport(moment)
        || sentence.is(moment - 1, Role.SAY)
        || sentence.isWord(moment - 1, "on") && sentence.is(moment - 2, Role.SAY)
        || sentence.is(moment - 1, Role.COMPARE) && !sentence.is(moment - 1, Cue.SINCE)
        || sentence.isWord(moment - 1, "与");
  }
}
