package dev.assay.analyze.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A number as it is spelled, before its unit and its modifier are known.
///
/// @param start first character, sign included
/// @param end after the last character, words such as 多 included
/// @param low the value, or the least value of a vague number
/// @param high the same as `low` but for vague numbers
/// @param step the value of one in the last place written
/// @param scale what a scale word multiplied the digits by, 1 if there is none
/// @param form how it is spelled
/// @param inner the modifier that stands within the number (30余万), if any
public record Numeral(
    int start,
    int end,
    BigDecimal low,
    BigDecimal high,
    BigDecimal step,
    BigDecimal scale,
    Form form,
    @Nullable Modifier inner) {

  /// How a number is spelled; it decides what must stand beside it to be a quantity.
  public enum Form {
    /// 14, 1,500, 2.6bn, 1.2万
    DIGITS,
    /// two hundred, 两千三百
    WORDS,
    /// One Chinese digit, which is as often part of a word.
    SINGLE,
    /// One: 一, one. With a counter it is no more than an article.
    ONE,
    /// An article before a scale or a dozen: a hundred.
    ARTICLE,
    /// Two thirds, 三分之二, half: the value is that of the fraction.
    FRACTION,
    /// 百分之五: the value is in percent.
    PERCENT
  }

  /// A number of one value that no scale multiplies.
  public static Numeral exact(int start, int end, BigDecimal value, BigDecimal step, Form form) {
    return new Numeral(start, end, value, value, step, BigDecimal.ONE, form, null);
  }

  /// A fraction; its last place is itself.
  public static Numeral fraction(int start, int end, BigDecimal value) {
    return exact(start, end, value, value, Form.FRACTION);
  }

  /// The same number at another place.
  public Numeral at(int newStart, int newEnd) {
    return new Numeral(newStart, newEnd, low, high, step, scale, form, inner);
  }

  public boolean isVague() {
    return low.compareTo(high) != 0;
  }

  public boolean isScaled() {
    return scale.compareTo(BigDecimal.ONE) != 0;
  }

  public boolean isWhole() {
    return low.stripTrailingZeros().scale() <= 0;
  }

  public Numeral times(BigDecimal factor) {
    return new Numeral(
        start,
        end,
        low.multiply(factor),
        high.multiply(factor),
        step.multiply(factor),
        scale.multiply(factor),
        form,
        inner);
  }

  /// The same number, and more: 7.5+, up to `newEnd`.
  public Numeral moreThan(int newEnd) {
    return new Numeral(start, newEnd, low, high, step, scale, form, Modifier.MORE_THAN);
  }

  /// The same number with no scale word, so that it is not taken for one of a larger order.
  public Numeral unscaled() {
    return new Numeral(start, end, low, high, step, BigDecimal.ONE, form, inner);
  }

  public Numeral negated(int from) {
    return new Numeral(from, end, high.negate(), low.negate(), step, scale, form, inner);
  }

  public Numeral plus(BigDecimal more, BigDecimal newStep, int newEnd) {
    return new Numeral(start, newEnd, low.add(more), high.add(more), newStep, scale, form, inner);
  }
}
