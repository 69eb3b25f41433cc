package dev.assay.check;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import dev.assay.cite.Span;
import org.jspecify.annotations.Nullable;

/// A time in a text by which a number beside it may be dated.
///
/// @param year 0 if not told
/// @param told a time told from elsewhere: `year -1`, `quarter 0`; null if none
/// @param before whether `told` counts from the year that the text told before (上一年), not from the
///   day of writing
/// @param same whether its months are those of the time before (同期)
/// @param from first month, 0 if not told
/// @param to last month
/// @param day 0 if not told
/// @param length so many months, which ones is not told; else 0
/// @param use what it is to the numbers beside it
record TimeMark(
    int start,
    int end,
    int year,
    @Nullable String told,
    boolean before,
    boolean same,
    int from,
    int to,
    int day,
    int length,
    Use use) {

  private static final int MONTHS_OF_HALF = 6;
  private static final int MONTHS_OF_QUARTER = 3;
  private static final String SAME = "same ";
  private static final String BEFORE = "before ";

  enum Use {
    /// A number may be of this time.
    OF,
    /// Something is measured against it.
    BASE,
    /// It is an end of a span of years.
    SPAN
  }

  /// The mark of a date, or null if it dates no number: a decade, several years, a week, a time of
  /// day.
  static @Nullable TimeMark of(TimeExpression date) {
    Grain grain = date.grain();
    int width = grain == Grain.HALF ? MONTHS_OF_HALF : MONTHS_OF_QUARTER;
    boolean run = grain == Grain.MONTHS;
    boolean part = date.part() > 0 && !run;
    int from = part ? (date.part() - 1) * width + 1 : date.month();
    int to = part ? date.part() * width : run ? date.part() : date.month();
    boolean vague = grain.compareTo(Grain.YEAR) < 0 || grain == Grain.WEEK;
    return vague || date.year() == 0 && from == 0
        ? null
        : new TimeMark(
            date.span().start(),
            date.span().end(),
            date.year(),
            null,
            false,
            false,
            from,
            to,
            date.day(),
            0,
            Use.OF);
  }

  /// A word of the lexicon: `year -1`, `before -1`, `same year -1`.
  static TimeMark told(int start, int end, String value) {
    boolean same = value.startsWith(SAME);
    String rest = same ? value.substring(SAME.length()) : value;
    boolean before = rest.startsWith(BEFORE);
    String told = before ? "year " + rest.substring(BEFORE.length()) : rest;
    return new TimeMark(start, end, 0, told, before, same, 0, 0, 0, 0, Use.OF);
  }

  static TimeMark months(int start, int end, int from, int to) {
    return new TimeMark(start, end, 0, null, false, false, from, to, 0, 0, Use.OF);
  }

  static TimeMark length(int start, int end, int months) {
    return new TimeMark(start, end, 0, null, false, false, 0, 0, 0, months, Use.OF);
  }

  TimeMark as(Use newUse) {
    return new TimeMark(start, end, year, told, before, same, from, to, day, length, newUse);
  }

  /// The same time that begins with an earlier month, in the text at `[newStart, newEnd)`.
  TimeMark from(int newStart, int newEnd, int month) {
    return new TimeMark(newStart, newEnd, year, told, before, same, month, to, 0, 0, use);
  }

  /// So many months that end with this one in another year than they begin.
  TimeMark lasting(int newStart, int newEnd, int months) {
    return new TimeMark(newStart, newEnd, year, told, before, same, 0, 0, 0, months, use);
  }

  boolean isAt(Span span) {
    return start <= span.start() && span.end() <= end;
  }

  boolean hasYear() {
    return year > 0 || told != null;
  }

  boolean hasPart() {
    return from > 0 || length > 0;
  }

  boolean isYear() {
    return year > 0 && !hasPart();
  }

  boolean isMonth() {
    return from > 0 && from == to && day == 0;
  }

  /// Whether both can be one time: neither tells what the other does.
  boolean joins(TimeMark other) {
    boolean years = year > 0 && other.year > 0;
    boolean parts = from > 0 && other.from > 0;
    boolean words = told != null && other.told != null;
    return !years && !parts && !words && use == other.use;
  }

  /// Both as one.
  TimeMark with(TimeMark other) {
    boolean mine = from > 0;
    return new TimeMark(
        Math.min(start, other.start),
        Math.max(end, other.end),
        Math.max(year, other.year),
        told == null ? other.told : told,
        before || other.before,
        same || other.same,
        mine ? from : other.from,
        mine ? to : other.to,
        Math.max(day, other.day),
        mine || other.from > 0 ? 0 : Math.max(length, other.length),
        use);
  }
}
