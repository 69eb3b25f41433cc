package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The time a figure holds for.
///
/// @param first its first day; null if nothing is known of it
/// @param last its last day; null if nothing is known of it
/// @param stated whether the text states it; else it is the day of publication
public record Period(@Nullable LocalDate first, @Nullable LocalDate last, boolean stated) {

  static final Period UNKNOWN = new Period(null, null, false);

  /// The time of a claim: as stated, or else of its publication; so too where the text names the
  /// century that it was published in, which goes on ("this century", 本世纪以来). What is so since a
  /// time is told up to the day of publication.
  static Period of(Claim claim, @Nullable LocalDate published) {
    TimeExpression time = claim.time();
    Period told = published == null ? UNKNOWN : day(published);
    if (time == null || time.first() == null || time.last() == null) {
      return told;
    }
    if (time.grain() == Grain.SINCE) {
      boolean begun = published != null && published.isAfter(time.last());
      return new Period(time.first(), begun ? published : time.last(), true);
    }
    Period stated = new Period(time.first(), time.last(), true);
    return time.grain() == Grain.CENTURY && stated.gap(told) == 0 && told.isKnown() ? told : stated;
  }

  private static Period day(LocalDate day) {
    return new Period(day, day, false);
  }

  /// Days from the first to the last, both counted; 0 if not known.
  long days() {
    return first == null || last == null ? 0 : ChronoUnit.DAYS.between(first, last) + 1;
  }

  /// Whether the text states a time that had not begun on `day`; another day is allowed for zones.
  public boolean isAfter(LocalDate day) {
    return stated && first != null && first.isAfter(day.plusDays(1));
  }

  /// Days between the two, 0 if they touch or overlap or one is not known.
  long gap(Period other) {
    if (first == null || last == null || other.first == null || other.last == null) {
      return 0;
    }
    long after = ChronoUnit.DAYS.between(last, other.first);
    long before = ChronoUnit.DAYS.between(other.last, first);
    return Math.max(0, Math.max(after, before));
  }

  /// Twice the days between the middles of the two; twice, so that halves of days are whole
  /// numbers.
  long doubleDistance(Period other) {
    if (first == null || last == null || other.first == null || other.last == null) {
      return 0;
    }
    long mine = first.toEpochDay() + last.toEpochDay();
    return Math.abs(mine - other.first.toEpochDay() - other.last.toEpochDay());
  }

  boolean isKnown() {
    return first != null && last != null;
  }

  /// The calendar year that holds it, or 0 if it reaches over several or is not known.
  int year() {
    return first != null && last != null && first.getYear() == last.getYear() ? first.getYear() : 0;
  }

  /// For a comparison that looks at months only, all days of a month are one.
  Period wholeMonth() {
    return first == null || last == null || stated
        ? this
        : new Period(first.withDayOfMonth(1), last.withDayOfMonth(last.lengthOfMonth()), false);
  }
}
