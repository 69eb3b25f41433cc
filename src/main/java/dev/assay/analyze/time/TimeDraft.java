package dev.assay.analyze.time;

import dev.assay.analyze.time.TimeExpression.Grain;
import dev.assay.cite.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A time while it is read, part by part, and what it comes to in the calendar. Used by one thread,
/// for one time after the other.
final class TimeDraft {

  /// A month without a year is at most so many months from that of the day of writing.
  private static final int NEAREST_MONTHS = 6;

  /// How far ahead a month without a year may lie in the next year: what has no year is more often
  /// told of than announced.
  private static final int NEXT_YEAR_MONTHS = 3;

  private int year;
  private int lastYear;
  private int part;
  private int month;
  private int day;
  private int minute;
  private boolean yearStated;
  private @Nullable Grain grain;
  private @Nullable LocalDate monday;

  TimeDraft() {
    clear();
  }

  /// Makes it ready for another time.
  final void clear() {
    year = 0;
    lastYear = 0;
    part = 0;
    month = 0;
    day = 0;
    minute = -1;
    yearStated = false;
    grain = null;
    monday = null;
  }

  /// Whether anything has been read.
  boolean isRead() {
    return grain != null;
  }

  boolean isYearStated() {
    return yearStated;
  }

  int day() {
    return day;
  }

  int minute() {
    return minute;
  }

  void century(int firstYear) {
    inStatedYear(firstYear);
    grain = Grain.CENTURY;
  }

  void decade(int firstYear) {
    inStatedYear(firstYear);
    grain = Grain.DECADE;
  }

  void year(int stated) {
    inStatedYear(stated);
    grain = Grain.YEAR;
  }

  /// Several whole years.
  void years(int first, int last) {
    inStatedYear(first);
    lastYear = last;
    grain = Grain.SPAN;
  }

  void half(int number) {
    part = number;
    grain = Grain.HALF;
  }

  void quarter(int number) {
    part = number;
    grain = Grain.QUARTER;
  }

  /// The months from `first` to `last`, which are a quarter or a half if they make one.
  void months(int first, int last) {
    int count = last - first + 1;
    month = 0;
    if (count == 3 && first % 3 == 1) {
      quarter(last / 3);
    } else if (count == 6 && first % 6 == 1) {
      half(last / 6);
    } else {
      month = first;
      part = last;
      grain = Grain.MONTHS;
    }
  }

  void month(int number) {
    month = number;
    grain = Grain.MONTH;
  }

  void day(int number) {
    day = number;
    grain = Grain.DAY;
  }

  /// A time of day, in minutes since midnight.
  void time(int minutes) {
    minute = minutes;
    grain = Grain.MINUTE;
  }

  /// What was read is in this year, and the text says so.
  void inStatedYear(int stated) {
    year = stated;
    yearStated = true;
  }

  /// What was read is in this year.
  void inYear(int known) {
    year = known;
  }

  /// What was read is in the month of `other`.
  void inMonthOf(TimeExpression other) {
    month = other.month();
    year = other.year();
  }

  /// A time told from the day of writing, `today`.
  void shifted(TimeWords.Shift shift, LocalDate today) {
    grain = shift.grain();
    switch (shift.grain()) {
      case YEAR -> year = today.getYear() + shift.by();
      case QUARTER -> {
        LocalDate moved = today.plusMonths(3L * shift.by());
        year = moved.getYear();
        part = (moved.getMonthValue() + 2) / 3;
      }
      case MONTH -> {
        LocalDate moved = today.plusMonths(shift.by());
        year = moved.getYear();
        month = moved.getMonthValue();
      }
      case WEEK ->
          monday =
              today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(shift.by());
      case DAY -> {
        LocalDate moved = today.plusDays(shift.by());
        year = moved.getYear();
        month = moved.getMonthValue();
        day = moved.getDayOfMonth();
      }
      case CENTURY, DECADE, SPAN, SINCE, HALF, MONTHS, MINUTE ->
          throw new IllegalStateException("no time is told in steps of a " + shift.grain().word());
    }
  }

  /// The time as it stands at `span`, in the year nearest to `today` if it states none; null if
  /// nothing was read.
  @Nullable TimeExpression expression(Span span, @Nullable LocalDate today) {
    Grain read = grain;
    if (read == null) {
      return null;
    }
    int resolved = year == 0 && today != null ? nearestYear(read, today) : year;
    return new TimeExpression(
        span,
        resolved,
        part,
        month,
        day,
        minute,
        read,
        yearStated,
        first(read, resolved, today),
        last(read, resolved, today));
  }

  private int nearestYear(Grain read, LocalDate today) {
    if (month == 0) {
      return isFarAhead(read, today) ? today.getYear() - 1 : today.getYear();
    }
    if (read == Grain.MONTHS) {
      return part > today.getMonthValue() + NEXT_YEAR_MONTHS
          ? today.getYear() - 1
          : today.getYear();
    }
    int away = month - today.getMonthValue();
    return away > NEAREST_MONTHS
        ? today.getYear() - 1
        : away + 12 <= NEXT_YEAR_MONTHS ? today.getYear() + 1 : today.getYear();
  }

  /// Whether a quarter or half of this year is so far ahead that the last one is meant: in January
  /// a fourth quarter is over.
  private boolean isFarAhead(Grain read, LocalDate today) {
    boolean isPart = read == Grain.QUARTER || read == Grain.HALF;
    return isPart && firstMonth(read) - today.getMonthValue() > NEAREST_MONTHS;
  }

  private @Nullable LocalDate first(Grain read, int inYear, @Nullable LocalDate today) {
    if (read == Grain.WEEK || inYear <= 0) {
      return monday;
    }
    return switch (read) {
      case CENTURY, DECADE, SPAN, SINCE, YEAR, HALF, QUARTER, MONTHS, MONTH ->
          LocalDate.of(inYear, firstMonth(read), 1);
      case WEEK, DAY, MINUTE -> date(inYear, today);
    };
  }

  private int firstMonth(Grain read) {
    return switch (read) {
      case HALF -> 6 * part - 5;
      case QUARTER -> 3 * part - 2;
      case CENTURY, DECADE, SPAN, SINCE, YEAR, MONTHS, MONTH, WEEK, DAY, MINUTE ->
          Math.max(1, month);
    };
  }

  private @Nullable LocalDate last(Grain read, int inYear, @Nullable LocalDate today) {
    if (read == Grain.WEEK) {
      return monday == null ? null : monday.plusDays(6);
    }
    if (inYear <= 0) {
      return null;
    }
    return switch (read) {
      case CENTURY -> LocalDate.of(inYear + 99, 12, 31);
      case DECADE -> LocalDate.of(inYear + 9, 12, 31);
      case SPAN -> LocalDate.of(lastYear, 12, 31);
      case SINCE, YEAR -> LocalDate.of(inYear, 12, 31);
      case HALF -> YearMonth.of(inYear, 6 * part).atEndOfMonth();
      case QUARTER -> YearMonth.of(inYear, 3 * part).atEndOfMonth();
      case MONTHS -> YearMonth.of(inYear, part).atEndOfMonth();
      case MONTH -> YearMonth.of(inYear, month).atEndOfMonth();
      case WEEK, DAY, MINUTE -> date(inYear, today);
    };
  }

  /// The day; null of a time of day alone.
  private @Nullable LocalDate date(int inYear, @Nullable LocalDate today) {
    if (day == 0) {
      return null;
    }
    if (month == 0) {
      return today == null ? null : nearestDay(today);
    }
    try {
      return LocalDate.of(inYear, month, day);
    } catch (DateTimeException e) {
      return null; // 31 February is no day
    }
  }

  /// The day of that number in the month of `today`, the one before or the one after.
  private @Nullable LocalDate nearestDay(LocalDate today) {
    YearMonth now = YearMonth.from(today);
    return Stream.of(now, now.minusMonths(1), now.plusMonths(1))
        .filter(in -> in.isValidDay(day))
        .map(in -> in.atDay(day))
        .min(Comparator.comparingLong(each -> Math.abs(ChronoUnit.DAYS.between(today, each))))
        .orElse(null);
  }
}
