package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Modifier;
import dev.assay.cite.Span;
import dev.assay.lexicon.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One number of a text with what it counts: 近三成 is 30 %, nearly; $1-2 billion is 1,000,000,000 to
/// 2,000,000,000 USD.
///
/// @param span the number with its unit and the modifier that touches it
/// @param low the least it can be, in `unit`; null if that is open (at most, less than)
/// @param high the most it can be, in `unit`; null if that is open (at least, more than)
/// @param precision the step of the last digit written, in `unit`: 54万 is to 10,000, 8.50 to 0.01
public record Quantity(
    Span span,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    Unit unit,
    Modifier modifier,
    BigDecimal precision) {

  public Quantity {
    if (low == null && high == null) {
      throw new IllegalArgumentException("a quantity must have a low or a high end, got neither");
    }
    if (low != null && high != null && low.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          "low must be at most high, got %s to %s".formatted(low, high));
    }
  }

  /// The same number of another unit.
  public Quantity as(Unit other) {
    return new Quantity(span, low, high, other, modifier, precision);
  }

  /// Whether both are one number of units that convert: 1.84万 and 18,400.
  public boolean isSameNumber(Quantity other) {
    return unit.convertsTo(other.unit) && base().isPresent() && base().equals(other.base());
  }

  private Optional<BigDecimal> base() {
    return value().map(value -> value.multiply(unit.factor()).stripTrailingZeros());
  }

  /// The number that was written, if it is one: the end of a stretch that is not open.
  public Optional<BigDecimal> value() {
    if (low == null) {
      return Optional.ofNullable(high);
    }
    return high == null || low.compareTo(high) == 0 ? Optional.of(low) : Optional.empty();
  }
}
