package dev.assay.check;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Language;
import dev.assay.lexicon.UnitNames;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What a number or a time of a sentence was read as. Stored with briefs: a component may be added
/// but never renamed.
///
/// @param low the least it can be, in `unit`; null if open
/// @param high the most it can be, in `unit`; null if open
/// @param unit as Assay writes it, such as `t`, `USD/kg`; `date` for a time
/// @param modifier how it is meant
/// @param step the value of one in the last place written, in `unit`; null for a time
/// @param time ISO 8601 as far as it is told, such as `2025-Q4`; null for a number
public record ReadAs(
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    String unit,
    Modifier modifier,
    @Nullable BigDecimal step,
    @Nullable String time) {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  static ReadAs of(Quantity quantity) {
    return new ReadAs(
        plain(quantity.low()),
        plain(quantity.high()),
        quantity.unit().code(),
        quantity.modifier(),
        plain(quantity.precision()),
        null);
  }

  static ReadAs of(TimeExpression time) {
    return new ReadAs(null, null, "date", Modifier.EXACT, null, time.iso());
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /// Value and unit as Assay writes them: `251800000 USD`, `10..20 t`, `300`.
  String plainly() {
    String value =
        low == null || high == null || low.compareTo(high) == 0
            ? String.valueOf(low == null ? high : low)
            : low + ".." + high;
    return unit.equals(Units.COUNT.code()) ? value : value + " " + unit;
  }

  /// In words for a reader of `language`: `about 540,000 tonnes`, `8,500,000,000美元，±50,000,000`.
  public String say(Language language) {
    if (time != null) {
      return time.replaceFirst("^-+", "");
    }
    UnitNames names = new UnitNames(language);
    boolean chinese = language.isChinese();
    BigDecimal least = low;
    BigDecimal most = high;
    if (unit.equals(Units.SCORE.code()) && least != null) {
      return score(least);
    }
    if (least != null && most != null && least.compareTo(most) != 0) {
      return names.number(least) + (chinese ? "至" : " to ") + names.amount(most, unit);
    }
    BigDecimal value = least != null ? least : most;
    if (value == null) {
      return "";
    }
    String amount = names.amount(value, unit);
    return switch (modifier) {
      case EXACT, RANGE -> amount + slack(value, names, chinese);
      case ABOUT -> (chinese ? "约" : "about ") + amount;
      case NEARLY -> (chinese ? "近" : "nearly ") + amount;
      case AT_LEAST -> (chinese ? "至少" : "at least ") + amount;
      case AT_MOST -> (chinese ? "至多" : "at most ") + amount;
      case MORE_THAN -> (chinese ? "超过" : "more than ") + amount;
      case LESS_THAN -> (chinese ? "不到" : "less than ") + amount;
    };
  }

  /// 3.001 is 3:1.
  private static String score(BigDecimal sides) {
    BigDecimal left = sides.setScale(0, RoundingMode.DOWN);
    return left + ":" + sides.subtract(left).movePointRight(3).setScale(0, RoundingMode.HALF_UP);
  }

  /// How exactly a large number is told, where its last digits are not.
  private String slack(BigDecimal value, UnitNames names, boolean chinese) {
    BigDecimal last = step;
    boolean rough =
        last != null && last.compareTo(BigDecimal.ONE) > 0 && value.compareTo(last) != 0;
    return rough && last != null
        ? (chinese ? "，±" : ", ±") + names.number(last.multiply(HALF))
        : "";
  }
}
