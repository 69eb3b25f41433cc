package dev.assay.analyze.number;

import java.math.BigDecimal;

/// The digits and scales of one Chinese number, in order, and what they come to. A digit may be a
/// stretch (三四百: 3 to 4).
final class HanPlaces {

  /// Numbers with more digits and scales than this are no numbers.
  static final int MAX = 24;

  /// From here on a scale multiplies the whole section before it, and not its last digit.
  static final long BIG = 10_000;

  private int count;

  /// The scale of each part; 0 for a digit.
  private final long[] scales = new long[MAX];

  private final BigDecimal[] lows = new BigDecimal[MAX];
  private final BigDecimal[] highs = new BigDecimal[MAX];
  private BigDecimal step = BigDecimal.ONE;
  private BigDecimal largest = BigDecimal.ONE;

  /// The scales that stand together at the end, as one: 万亿.
  private BigDecimal run = BigDecimal.ONE;

  /// @param newStep the value of one in its last place
  void addDigit(BigDecimal low, BigDecimal high, BigDecimal newStep) {
    lows[count] = low;
    highs[count] = high;
    count++;
    step = newStep;
  }

  void addScale(long factor) {
    BigDecimal exact = BigDecimal.valueOf(factor);
    run = endsInScale() ? run.multiply(exact) : exact;
    scales[count++] = factor;
    step = step.multiply(exact);
    largest = largest.max(run);
  }

  /// Takes the last digit `times` and adds `more`, as the decimals after it say.
  void addToLast(BigDecimal times, BigDecimal more, BigDecimal newStep) {
    lows[count - 1] = lows[count - 1].multiply(times).add(more);
    highs[count - 1] = highs[count - 1].multiply(times).add(more);
    step = newStep;
  }

  int count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean isOne() {
    return count == 1 && lows[0].compareTo(BigDecimal.ONE) == 0;
  }

  boolean endsInScale() {
    return count > 0 && scales[count - 1] != 0;
  }

  /// The last scale, 0 if there is none.
  long lastScale() {
    for (int i = count - 1; i >= 0; i--) {
      if (scales[i] != 0) {
        return scales[i];
      }
    }
    return 0;
  }

  BigDecimal largestScale() {
    return largest;
  }

  /// @param abbreviated whether in 三万五 the 五 is 五千; in 一百零五 and 十五 it is five
  BigDecimal low(boolean abbreviated) {
    return evaluate(lows, abbreviated);
  }

  BigDecimal high(boolean abbreviated) {
    return evaluate(highs, abbreviated);
  }

  /// The value of one in the last place.
  BigDecimal step(boolean abbreviated) {
    return abbreviated && !endsInScale() ? tail() : step;
  }

  private BigDecimal tail() {
    return BigDecimal.valueOf(lastScale() / 10);
  }

  /// A small scale multiplies the digit before it, a big one the section.
  private BigDecimal evaluate(BigDecimal[] digits, boolean abbreviated) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal section = BigDecimal.ZERO;
    BigDecimal digit = null;
    for (int i = 0; i < count; i++) {
      BigDecimal scale = BigDecimal.valueOf(scales[i]);
      if (scales[i] == 0) {
        digit = digits[i];
      } else if (scales[i] < BIG) {
        boolean none = digit != null && digit.signum() == 0 && i == 1; // 零十
        section =
            digit == null && section.signum() > 0
                ? section.multiply(scale)
                : section.add((none || digit == null ? BigDecimal.ONE : digit).multiply(scale));
        digit = null;
      } else {
        total = big(total, digit == null ? section : section.add(digit), scale);
        section = BigDecimal.ZERO;
        digit = null;
      }
    }
    return total
        .add(section)
        .add(digit == null ? BigDecimal.ZERO : abbreviated ? digit.multiply(tail()) : digit);
  }

  private BigDecimal big(BigDecimal total, BigDecimal section, BigDecimal scale) {
    if (section.signum() == 0) {
      return total.signum() == 0 ? scale : total.multiply(scale);
    }
    return total.compareTo(scale) < 0
        ? total.add(section).multiply(scale)
        : total.add(section.multiply(scale));
  }
}
