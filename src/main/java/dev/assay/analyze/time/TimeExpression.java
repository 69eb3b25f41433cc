package dev.assay.analyze.time;

import dev.assay.cite.Span;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A time that a text names, as far as it names it.
///
/// @param year calendar year, 0 if neither stated nor known from the publication time
/// @param part the half (1 or 2) or quarter (1 to 4) of the year by `grain`, the last month of a
///   run of months, else 0
/// @param month 1 to 12, the first of a run, 0 if not stated
/// @param day 1 to 31, 0 if not stated
/// @param minute minutes since midnight, -1 if no time of day is stated
/// @param grain the smallest part that is stated
/// @param yearStated whether the text itself names the year
/// @param first the first day of the time, null if the year is not known
/// @param last the last day of it, null if the year is not known
public record TimeExpression(
    Span span,
    int year,
    int part,
    int month,
    int day,
    int minute,
    Grain grain,
    boolean yearStated,
    @Nullable LocalDate first,
    @Nullable LocalDate last) {

  public TimeExpression {
    if (grain == Grain.SPAN && (first == null || last == null)) {
      throw new IllegalArgumentException("a span must have both its days, at " + span);
    }
  }

  /// The smallest part of a time that is stated.
  public enum Grain {
    CENTURY,
    DECADE,
    /// From one time to another that together are no single year, half or run of months: 2014 to
    /// 2023, the years of a five-year plan. `year` is that of its first day.
    SPAN,
    /// From a time on, until nobody says when: since April 2021. Year, month and day are those it
    /// begins with, and `last` is the last day on which it may have begun.
    SINCE,
    YEAR,
    HALF,
    QUARTER,
    /// Several months of one year: the first nine.
    MONTHS,
    MONTH,
    WEEK,
    DAY,
    MINUTE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// ISO 8601 as far as it is known: `2025`, `2025-Q4`, `2025-01..2025-09`, `2025-10`,
  /// `2025-10-20`, `2025-11-10..2025-11-16`, `2014..2023`, `2021-04/..` for what goes on since
  /// then; fields that are not known are left out at the front (`--10-20`).
  public String iso() {
    return switch (grain) {
      case CENTURY, DECADE -> "%04d..%04d".formatted(year, year + (grain == Grain.DECADE ? 9 : 99));
      case SPAN -> spanText();
      case SINCE -> (month == 0 ? yearText() : day == 0 ? monthText(month) : dayText()) + "/..";
      case YEAR -> "%04d".formatted(year);
      case HALF -> yearText() + "-H" + part;
      case QUARTER -> yearText() + "-Q" + part;
      case MONTHS -> monthText(month) + ".." + monthText(part);
      case MONTH -> monthText(month);
      case WEEK -> first + ".." + last;
      case DAY -> dayText();
      case MINUTE ->
          (day > 0 ? dayText() + "T" : "") + "%02d:%02d".formatted(minute / 60, minute % 60);
    };
  }

  /// The same, told by other words.
  public TimeExpression at(Span words) {
    return new TimeExpression(
        words, year, part, month, day, minute, grain, yearStated, first, last);
  }

  /// What goes on since this time; null if that is no year, month or day.
  public @Nullable TimeExpression onward() {
    int from =
        switch (grain) {
          case CENTURY, DECADE, SPAN, SINCE, WEEK -> -1;
          case YEAR -> 0;
          case HALF -> 6 * part - 5;
          case QUARTER -> 3 * part - 2;
          case MONTHS, MONTH -> month;
          case DAY, MINUTE -> monthOfDay();
        };
    return from < 0
        ? null
        : new TimeExpression(span, year, 0, from, day, -1, Grain.SINCE, yearStated, first, last);
  }

  /// The month of a day, also of one that only the day of writing tells; -1 if neither does.
  private int monthOfDay() {
    return month > 0 ? month : day > 0 && first != null ? first.getMonthValue() : -1;
  }

  /// Whether it is made of whole calendar years.
  public boolean isOfYears() {
    return isOfMonths()
        && first != null
        && last != null
        && first.getMonth() == Month.JANUARY
        && last.getMonth() == Month.DECEMBER;
  }

  /// Whether it is made of whole calendar months.
  public boolean isOfMonths() {
    return first != null
        && last != null
        && first.getDayOfMonth() == 1
        && last.getDayOfMonth() == last.lengthOfMonth();
  }

  private String spanText() {
    int kept =
        isOfYears() ? "2025".length() : isOfMonths() ? "2025-10".length() : "2025-10-20".length();
    return "%s..%s"
        .formatted(
            String.valueOf(first).substring(0, kept), String.valueOf(last).substring(0, kept));
  }

  private String yearText() {
    return year > 0 ? "%04d".formatted(year) : "-";
  }

  private String monthText(int of) {
    return "%s-%02d".formatted(yearText(), of);
  }

  private String dayText() {
    return month > 0 ? "%s-%02d-%02d".formatted(yearText(), month, day) : "---%02d".formatted(day);
  }
}
