package dev.assay.event.figure;

import dev.assay.analyze.quantity.Basis;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.cite.Span;
import dev.assay.ledger.Interval;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/// A figure of a report, with what tells of what it is.
///
/// @param paragraph its number, from 1
/// @param sentence where its sentence stands in the paragraph
/// @param place the number of its sentence in the report, from 0
/// @param range what its words allow, in the base unit of its kind
/// @param measure the sign by which Chinese counts, 列 of 36列, or [#AGE]; empty if it has none
/// @param years the years that its sentence names
/// @param days the days of the year that it names, month and day in one: 804 is 4 August
/// @param words what stands around it
/// @param beside the other figures of its sentence, as they compare
record StatedFigure(
    int paragraph,
    Span sentence,
    int place,
    Quantity quantity,
    Interval range,
    String measure,
    Basis basis,
    Set<Integer> years,
    Set<Integer> days,
    Map<Window, Set<String>> words,
    Set<String> beside) {

  /// The measure of how old somebody is.
  static final String AGE = "岁";

  /// The kind of units whose base is the month; that of other spans of time is the second.
  private static final String CALENDAR = "calendar";

  private static final double SECONDS_OF_A_MONTH = 365.2425 / 12 * 86400;

  /// How far what is open may be from a number that is meant, as a part of the larger.
  private static final double FAR = 0.5;

  /// A stretch around a figure. Its words are in their base forms, with their classes and with keys
  /// that are the same in Chinese and English.
  enum Window {
    BEFORE,
    BEHIND,
    NEAR,
    CLAUSE,
    SENTENCE,
    /// The noun that is counted, or that a measure behind a number is of.
    HEAD,
    /// The name that stands nearest.
    NAME,
    /// The last name before it.
    NAMED_BEFORE
  }

  Set<String> words(Window window) {
    return words.getOrDefault(window, Set.of());
  }

  /// Digits of a number that two texts give and that is hardly chance: both of a million, five days
  /// or eight rules says little.
  private static final int TELLING_DIGITS = 2;

  /// The same of texts that may have nothing to do with each other.
  private static final int RARE_DIGITS = 3;

  /// Whether it is one number, and one that few other quantities have.
  boolean isTelling() {
    return digits() >= TELLING_DIGITS;
  }

  /// Whether both are the same number, and one that hardly another quantity of any text has.
  boolean isSameAndRare(StatedFigure other) {
    return digits() >= RARE_DIGITS && isSame(other);
  }

  /// The digits of one number that say something; 0 of a range.
  int digits() {
    return quantity.value().map(value -> value.stripTrailingZeros().precision()).orElse(0);
  }

  /// Whether it is what something changed to, from or by.
  boolean isMoved() {
    return basis.isMove();
  }

  /// Whether both can be one number.
  boolean isLike(StatedFigure other) {
    return !range.isApartFrom(other.range);
  }

  /// Whether both can be one number, and not only because one is open: "at least 11" can be 212.
  boolean isClose(StatedFigure other) {
    return isLike(other) && (!isOpen(range) && !isOpen(other.range) || distance(other) <= FAR);
  }

  /// How far what both begin with is apart, as a part of the larger.
  double distance(StatedFigure other) {
    double here = end(range);
    double there = end(other.range);
    double larger = Math.max(Math.abs(here), Math.abs(there));
    return larger == 0 ? 0 : Math.abs(here - there) / larger;
  }

  private static boolean isOpen(Interval range) {
    return range.low() == null || range.high() == null;
  }

  /// What a range begins with, or ends with if it has no beginning.
  private static double end(Interval range) {
    BigDecimal end = range.low() == null ? range.high() : range.low();
    return end == null ? 0 : end.doubleValue();
  }

  /// Whether both are spans of time, not more than `time` apart.
  boolean isSpanWithin(Duration time, StatedFigure other) {
    double apart = Math.abs(end(range) - end(other.range));
    boolean inMonths = quantity.unit().kind().equals(CALENDAR);
    return quantity.unit().isDuration()
        && !measure.equals(AGE)
        && isOfKind(other)
        && apart * (inMonths ? SECONDS_OF_A_MONTH : 1) <= time.toSeconds();
  }

  /// Whether both are the same number of the same unit, with the same bounds.
  boolean isSame(StatedFigure other) {
    return isOfKind(other) && range.equals(other.range);
  }

  /// Whether the days and years that the sentences of two figures name leave it open that both are
  /// for one time: of days that both name they have one in common, and of years too, or the one
  /// text that names any names that in which the other was published, or the one before.
  ///
  /// @param published the year in which its text was, 0 if that is not known; likewise the other's
  boolean canBeOfTimeOf(int published, StatedFigure other, int otherPublished) {
    if (!days.isEmpty() && !other.days.isEmpty() && Collections.disjoint(days, other.days)) {
      return false;
    }
    return years.isEmpty() || other.years.isEmpty()
        ? canBeOf(otherPublished) && other.canBeOf(published)
        : !Collections.disjoint(years, other.years);
  }

  private boolean canBeOf(int year) {
    return years.isEmpty() || year == 0 || years.contains(year) || years.contains(year - 1);
  }

  boolean isOfKind(StatedFigure other) {
    return quantity.unit().convertsTo(other.quantity.unit());
  }
}
