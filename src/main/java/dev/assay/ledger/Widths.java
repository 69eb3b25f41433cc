package dev.assay.ledger;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What range the words of a figure allow. The numbers stand in `lexicon/ledger/intervals.tsv`.
public final class Widths {

  private static final int RULE = 0;
  private static final int NUMBER = 1;

  private final BigDecimal step;
  private final BigDecimal most;
  private final BigDecimal about;
  private final BigDecimal nearly;
  private final BigDecimal drawn;
  private final BigDecimal whole;

  private Widths(Map<String, BigDecimal> numbers) {
    this.step = number(numbers, "step");
    this.most = number(numbers, "most");
    this.about = number(numbers, "about");
    this.nearly = number(numbers, "nearly");
    this.drawn = number(numbers, "drawn");
    this.whole = number(numbers, "share");
  }

  private static BigDecimal number(Map<String, BigDecimal> numbers, String rule) {
    BigDecimal number = numbers.get(rule);
    if (number == null) {
      throw new IllegalArgumentException("ledger/intervals.tsv must have the rule " + rule);
    }
    return number;
  }

  public static Widths of(Lexicon lexicon) {
    return of(lexicon.table("ledger/intervals.tsv"));
  }

  static Widths of(LexiconFile file) {
    Map<String, BigDecimal> numbers = new HashMap<>();
    for (LexiconFile.Row row : file.rows()) {
      numbers.put(row.cell(RULE), new BigDecimal(row.cell(NUMBER)));
    }
    return new Widths(numbers);
  }

  /// The range of `quantity`, in its unit.
  ///
  /// @param written the figure as it stands in the text: a decimal point makes trailing zeros count
  Interval of(Quantity quantity, String written, Property property) {
    Interval range = of(quantity, written);
    return isPartOfWhole(quantity, property) ? range.within(BigDecimal.ZERO, whole) : range;
  }

  private boolean isPartOfWhole(Quantity quantity, Property property) {
    boolean part =
        switch (property) {
          case SHARE, IMPORT_RELIANCE, PURITY -> true;
          case RESERVES,
              PRODUCTION,
              CAPACITY,
              CONSUMPTION,
              EXPORTS,
              IMPORTS,
              PRICE,
              INVESTMENT,
              REVENUE,
              PROFIT,
              COST,
              CHANGE,
              TARIFF,
              QUOTA,
              COUNT,
              RATE,
              VOLUME,
              DURATION,
              RANK,
              AMOUNT,
              ALIKE,
              DATE ->
              false;
        };
    return part && quantity.unit().equals(Units.PERCENT);
  }

  /// The range of `quantity`, in its unit, whatever it is of.
  public Interval of(Quantity quantity, String written) {
    @Nullable BigDecimal low = quantity.low();
    @Nullable BigDecimal high = quantity.high();
    if (low != null && high != null && low.compareTo(high) != 0) {
      return Interval.closed(low, high);
    }
    if (quantity.modifier() == Modifier.RANGE && (low == null || high == null)) {
      return new Interval(low, true, high, true);
    }
    BigDecimal value = quantity.value().orElseThrow();
    if (quantity.unit().equals(Units.RANK)) {
      return Interval.closed(value, value);
    }
    Interval upright = upright(value.abs(), quantity, written);
    return value.signum() < 0 ? upright.negated() : upright;
  }

  /// The range of the figure's size. What fell by more than 30 % is above 30, whatever its sign.
  private Interval upright(BigDecimal value, Quantity quantity, String written) {
    return switch (quantity.modifier()) {
      case EXACT, RANGE -> around(value, half(value, quantity.precision(), written));
      case ABOUT -> around(value, value.multiply(about));
      case NEARLY -> new Interval(value.multiply(nearly), true, value, false);
      case MORE_THAN -> new Interval(value, false, null, false);
      case AT_LEAST -> new Interval(value, true, null, false);
      case LESS_THAN -> new Interval(null, false, value, false);
      case AT_MOST -> new Interval(null, false, value, true);
    };
  }

  private static Interval around(BigDecimal value, BigDecimal half) {
    return Interval.closed(value.subtract(half), value.add(half));
  }

  /// Half a unit of the last significant digit, or less.
  private BigDecimal half(BigDecimal value, BigDecimal precision, String written) {
    BigDecimal digit = hasDecimals(written) ? precision : precision.max(lastDigit(value));
    return digit.multiply(step).min(value.multiply(most));
  }

  private static BigDecimal lastDigit(BigDecimal value) {
    return value.signum() == 0
        ? BigDecimal.ZERO
        : BigDecimal.ONE.scaleByPowerOfTen(-value.stripTrailingZeros().scale());
  }

  private static boolean hasDecimals(String written) {
    for (int i = 1; i < written.length() - 1; i++) {
      char c = written.charAt(i);
      boolean point = c == '.' || c == '．' || c == '点' || c == '點';
      if (point && isDigit(written.charAt(i - 1)) && isDigit(written.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return Character.isDigit(c) || "零〇一二三四五六七八九".indexOf(c) >= 0;
  }

  /// Where a plot ends a range that has no end.
  Interval drawn(Interval range) {
    if (range.high() == null && range.low() != null) {
      BigDecimal high = range.low().signum() < 0 ? BigDecimal.ZERO : range.low().multiply(drawn);
      return new Interval(range.low(), range.lowIncluded(), high, true);
    }
    if (range.low() == null && range.high() != null) {
      BigDecimal low = range.high().signum() < 0 ? range.high().multiply(drawn) : BigDecimal.ZERO;
      return new Interval(low, true, range.high(), range.highIncluded());
    }
    return range;
  }

  /// Where a plot puts the mark: the number as written, or the middle of a stretch.
  static BigDecimal mark(Quantity quantity) {
    return quantity.value().orElseGet(() -> middle(quantity.low(), quantity.high()));
  }

  private static BigDecimal middle(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    if (low == null || high == null) {
      throw new IllegalArgumentException("only a closed stretch has a middle");
    }
    return low.add(high).divide(BigDecimal.TWO);
  }
}
