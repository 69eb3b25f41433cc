package dev.assay.analyze.number;

import dev.assay.analyze.number.EnglishNumberWords.Word;
import java.math.BigDecimal;

/// Adds up English number words as they come.
final class NumberSum {

  private static final BigDecimal DOZEN = BigDecimal.valueOf(12);

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private BigDecimal total = BigDecimal.ZERO;
  private BigDecimal current = BigDecimal.ZERO;
  private BigDecimal lastScale = BigDecimal.ZERO;
  private BigDecimal largest = BigDecimal.ONE;
  private BigDecimal step = BigDecimal.ONE;
  private int words;

  /// What stood before the last "and"; a dozen after it counts only what follows.
  private BigDecimal beforeAnd = BigDecimal.ZERO;

  /// What may still follow: 2 tens and units, 1 units, 0 neither.
  private int rank = 2;

  /// A stands for one: a hundred.
  void article() {
    current = BigDecimal.ONE;
    rank = 0;
    words = 1;
  }

  boolean isEmpty() {
    return words == 0;
  }

  /// The scale word that came last, 0 if none did.
  BigDecimal lastScale() {
    return lastScale;
  }

  /// Whether the last word was a dozen, of which half is six.
  boolean isDozens() {
    return DOZEN.compareTo(lastScale) == 0;
  }

  /// Adds `word`; false if it belongs to no number with those before it.
  boolean add(Word word) {
    boolean fits =
        switch (word.kind()) {
          case UNIT -> rank >= 1 && unit(word.value(), 0);
          case TEEN -> rank >= 2 && unit(word.value(), 0);
          case TEN -> rank >= 2 && unit(word.value(), 1);
          case SCALE ->
              words > 0
                  && (!word.plural() || word.value().compareTo(THOUSAND) >= 0)
                  && scale(word.value());
          case DOZEN -> words > 0 && dozen(word.value());
          case PART, SHORT -> false;
        };
    words += fits ? 1 : 0;
    return fits;
  }

  private boolean unit(BigDecimal value, int left) {
    current = current.add(value);
    step = left == 1 ? BigDecimal.TEN : BigDecimal.ONE;
    rank = left;
    return true;
  }

  void joined(boolean and) {
    beforeAnd = and ? current : beforeAnd;
  }

  private boolean dozen(BigDecimal value) {
    BigDecimal last = current.subtract(beforeAnd);
    if (beforeAnd.signum() == 0 || last.signum() <= 0) {
      return scale(value);
    }
    current = beforeAnd.add(last.multiply(value));
    rank = 0;
    return true;
  }

  private boolean scale(BigDecimal value) {
    if (current.signum() == 0 && total.signum() > 0) {
      total = total.multiply(value);
    } else if (value.compareTo(BigDecimal.valueOf(100)) <= 0) {
      current = current.max(BigDecimal.ONE).multiply(value);
    } else {
      total = total.add(current.multiply(value));
      current = BigDecimal.ZERO;
    }
    step = step.multiply(value);
    lastScale = value;
    largest = largest.max(value);
    rank = 2;
    return true;
  }

  boolean mayAnd() {
    return rank == 2 && words > 1;
  }

  BigDecimal value() {
    return total.add(current);
  }

  BigDecimal scale() {
    return largest;
  }

  Numeral numeral(int start, int end) {
    BigDecimal value = value();
    Numeral.Form form =
        words == 1 && value.compareTo(BigDecimal.ONE) == 0 ? Numeral.Form.ONE : Numeral.Form.WORDS;
    return new Numeral(start, end, value, value, step, largest, form, null);
  }
}
