package dev.assay.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stretch of numbers.
///
/// @param low the lower end; null if it has none
/// @param lowIncluded whether the end belongs to it
/// @param high the upper end; null if it has none
/// @param highIncluded whether the end belongs to it
public record Interval(
    @Nullable BigDecimal low,
    boolean lowIncluded,
    @Nullable BigDecimal high,
    boolean highIncluded) {

  public Interval {
    if (low == null && high == null) {
      throw new IllegalArgumentException("an interval must have an end, got none");
    }
    if (low != null && high != null && low.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "low must be at most high, got %s to %s".formatted(low, high));
    }
  }

  static Interval closed(BigDecimal low, BigDecimal high) {
    return new Interval(low, true, high, true);
  }

  /// Whether no number lies in both.
  public boolean isApartFrom(Interval other) {
    return isBelow(other) || other.isBelow(this);
  }

  /// Whether every number of this lies below every number of `other`.
  boolean isBelow(Interval other) {
    if (high == null || other.low == null) {
      return false;
    }
    int order = high.compareTo(other.low);
    return order < 0 || order == 0 && !(highIncluded && other.lowIncluded);
  }

  /// The empty space between the two as a part of the larger of its ends; 0 if they touch or
  /// overlap.
  public double gap(Interval other) {
    if (isBelow(other)) {
      return gap(end(high), end(other.low));
    }
    return other.isBelow(this) ? gap(end(other.high), end(low)) : 0;
  }

  private static double gap(BigDecimal from, BigDecimal to) {
    double larger = Math.max(from.abs().doubleValue(), to.abs().doubleValue());
    return larger == 0 ? 0 : to.subtract(from).doubleValue() / larger;
  }

  private static BigDecimal end(@Nullable BigDecimal end) {
    return Optional.ofNullable(end).orElseThrow();
  }

  /// The same stretch with all numbers times `factor`, which is more than 0.
  public Interval times(BigDecimal factor) {
    return new Interval(times(low, factor), lowIncluded, times(high, factor), highIncluded);
  }

  private static @Nullable BigDecimal times(@Nullable BigDecimal end, BigDecimal factor) {
    return end == null ? null : end.multiply(factor);
  }

  /// The same stretch of falling numbers: -30 for 30.
  Interval negated() {
    return new Interval(
        high == null ? null : high.negate(),
        highIncluded,
        low == null ? null : low.negate(),
        lowIncluded);
  }

  /// From its first whole number to its last; itself if it has none or no end.
  Interval wholes() {
    if (low == null || high == null) {
      return this;
    }
    BigDecimal first = low.setScale(0, RoundingMode.CEILING);
    BigDecimal last = high.setScale(0, RoundingMode.FLOOR);
    return first.compareTo(last) > 0 ? this : closed(first, last);
  }

  /// The part of it between `least` and `most`.
  Interval within(BigDecimal least, BigDecimal most) {
    boolean reachesBelow = low == null || low.compareTo(least) < 0;
    boolean reachesAbove = high == null || high.compareTo(most) > 0;
    BigDecimal newLow = low == null || reachesBelow ? least : low;
    BigDecimal newHigh = high == null || reachesAbove ? most : high;
    return newLow.compareTo(newHigh) > 0
        ? this
        : new Interval(newLow, reachesBelow || lowIncluded, newHigh, reachesAbove || highIncluded);
  }
}
