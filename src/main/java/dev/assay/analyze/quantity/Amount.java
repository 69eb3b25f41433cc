package dev.assay.analyze.quantity;

import dev.assay.analyze.number.Force;
import dev.assay.analyze.number.Numeral;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A number with its unit, before modifiers and ranges.
///
/// @param start first character, a sign of a currency or 每吨 included
/// @param end after the unit
/// @param unit null if none stands with the number
/// @param factor how many of `unit` one of what is written is
/// @param signed whether a sign or code of a currency stands before the number
record Amount(
    Numeral numeral,
    int start,
    int end,
    @Nullable Unit unit,
    BigDecimal factor,
    Force force,
    boolean signed) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// A number that states so many of `unit`.
  static Amount of(Numeral numeral, int end, Unit unit, BigDecimal factor) {
    return new Amount(numeral, numeral.start(), end, unit, factor, Force.STATED, false);
  }

  /// A number alone, `force` as it stands.
  static Amount bare(Numeral numeral, Force force) {
    return new Amount(numeral, numeral.start(), numeral.end(), null, BigDecimal.ONE, force, false);
  }

  /// A fraction, as a share in percent, that ends at `end`.
  static Amount share(Numeral fraction, int end) {
    return of(fraction, end, Units.PERCENT, HUNDRED);
  }

  Amount withUnit(Unit other, BigDecimal otherFactor) {
    return new Amount(numeral, start, end, other, otherFactor, Force.STATED, signed);
  }

  Amount withNumeral(Numeral other) {
    return new Amount(other, start, end, unit, factor, force, signed);
  }

  /// With what a further part adds; it ends at `newEnd`.
  Amount plus(BigDecimal more, BigDecimal step, int newEnd) {
    Numeral sum = numeral.plus(more, step, numeral.end());
    return new Amount(sum, start, newEnd, unit, factor, force, false);
  }

  Amount withForce(Force other) {
    return new Amount(numeral, start, end, unit, factor, other, signed);
  }

  BigDecimal low() {
    return numeral.low().multiply(factor);
  }

  BigDecimal high() {
    return numeral.high().multiply(factor);
  }

  /// The value of one in the last place written, in `unit`.
  BigDecimal precision() {
    return numeral.step().multiply(factor).abs();
  }

  Unit unitOrCount() {
    return unit == null ? Units.COUNT : unit;
  }
}
