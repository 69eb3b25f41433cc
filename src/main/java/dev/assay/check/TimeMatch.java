package dev.assay.check;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import java.time.Month;

/// Decides whether the times of a source carry a time of a sentence: every part that the sentence
/// states must be stated.
final class TimeMatch {

  private TimeMatch() {}

  /// Whether the sentence states anything that can be compared.
  static boolean isCheckable(TimeExpression said) {
    return said.yearStated()
        || said.month() > 0
        || said.day() > 0
        || said.part() > 0
        || said.minute() >= 0;
  }

  /// The index of the time in `source` that carries `said`, or -1.
  static int find(TimeExpression said, Source source) {
    for (int i = 0; i < source.times.size(); i++) {
      if (carries(i, said, source)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether the time at `at` of `source` carries `said`.
  static boolean carries(int at, TimeExpression said, Source source) {
    TimeExpression there = source.times.get(at);
    if (isClockOf(there, said)) {
      TimeExpression its = ClockDays.of(source, at);
      return its != null
          ? isDayOf(its, said, source)
          : source.times.stream().anyMatch(day -> isDayOf(day, said, source));
    }
    if (said.minute() >= 0 && !isSameClock(there.minute(), said.minute())) {
      return false;
    }
    if (said.part() > 0 || said.month() > 0 && there.part() > 0) {
      return isRun(there, said, source) && isYear(there, said, source);
    }
    if (said.day() > 0 && there.day() != said.day()) {
      return false;
    }
    if (said.month() > 0 && there.month() != said.month()) {
      boolean monthElsewhere =
          there.month() == 0 && there.day() == said.day() && source.months.contains(said.month());
      return said.day() > 0 && monthElsewhere && isYear(there, said, source);
    }
    if (said.grain() == Grain.SPAN || there.grain() == Grain.SPAN) {
      return said.grain() == there.grain()
          ? said.year() == there.year()
          : isEnd(said, there.year()) || isEnd(there, said.year());
    }
    if (said.grain() == Grain.DECADE || said.grain() == Grain.CENTURY) {
      int width = said.grain() == Grain.DECADE ? 10 : 100;
      return there.year() >= said.year() && there.year() < said.year() + width;
    }
    return isYear(there, said, source);
  }

  /// Whether a span of years begins or ends with the year: 2026 of “十五五”期间, where a source has
  /// 2026年至2030年.
  private static boolean isEnd(TimeExpression span, int year) {
    return span.grain() == Grain.SPAN
        && span.first() != null
        && span.last() != null
        && (span.first().getYear() == year || span.last().getYear() == year);
  }

  /// Whether this is the hour alone of a day with its hour: the source tells the day beside it,
  /// 7:10 p.m. on May 6.
  private static boolean isClockOf(TimeExpression there, TimeExpression said) {
    return said.day() > 0
        && said.minute() >= 0
        && there.day() == 0
        && there.month() == 0
        && isSameClock(there.minute(), said.minute());
  }

  private static boolean isDayOf(TimeExpression day, TimeExpression said, Source source) {
    return day.day() == said.day()
        && (day.month() == said.month() || day.month() == 0 || said.month() == 0)
        && isYear(day, said, source);
  }

  /// Whether the one is a run of months and the other the same, or the end of it: September 30 of
  /// the nine months ended then. The source must tell of so many months, or name both their ends; a
  /// quarter has no day at its end.
  private static boolean isRun(TimeExpression there, TimeExpression said, Source source) {
    TimeMark one = TimeMark.of(there);
    TimeMark other = TimeMark.of(said);
    if (one == null || other == null || one.to() != other.to()) {
      return false;
    }
    if (one.from() == other.from()) {
      return true;
    }
    boolean isRun = said.part() > 0;
    if (isRun && there.part() > 0 || !isMonthEnd(isRun ? there : said)) {
      return false;
    }
    TimeMark run = isRun ? other : one;
    boolean told = isRun ? source.months.contains(run.from()) : there.grain() == Grain.MONTHS;
    return told || source.hasMonths(run.to() - run.from() + 1);
  }

  private static boolean isMonthEnd(TimeExpression time) {
    return time.day() == 0 || time.day() >= Month.of(time.month()).minLength();
  }

  /// The year of the same expression, or, where that has none, of any other.
  private static boolean isYear(TimeExpression there, TimeExpression said, Source source) {
    if (!said.yearStated() || there.year() == said.year()) {
      return true;
    }
    boolean free = there.year() == 0 || !there.yearStated();
    boolean more = said.month() > 0 || said.part() > 0 || said.minute() >= 0;
    return free && more && source.years.contains(said.year());
  }

  private static boolean isSameClock(int there, int said) {
    return there >= 0 && (there == said || Math.abs(there - said) == 12 * 60);
  }
}
