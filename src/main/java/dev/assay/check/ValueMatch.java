package dev.assay.check;

import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides whether one number of a source carries one number of a sentence. Stricter than the
/// ledger: 83 % does not support "about 85 %".
final class ValueMatch {

  /// Without a word such as about, rounding may move a number by this share at most.
  private static final BigDecimal EXACT_SLACK = new BigDecimal("0.025");

  /// Large whole numbers may be rounded in their trailing zeros by this share: 538,700 is 540,000.
  private static final BigDecimal ZEROS_SLACK = new BigDecimal("0.004");

  private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

  /// With about, by this share.
  private static final BigDecimal ABOUT_SLACK = new BigDecimal("0.05");

  /// Nearly a fifth may be 18 %, more than 20 million may be 21.9 million.
  private static final BigDecimal BOUND_SLACK = new BigDecimal("0.1");

  /// Units that count things: which word a translator takes for them says nothing.
  private static final Set<String> COUNTING = Set.of("count", "points", "lot", "TEU", "ordinal");

  /// What one of may be meant by degrees.
  private static final Set<String> DEGREES = Set.of("°", "°C", "°F");

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /// What came of a comparison.
  enum Fit {
    EXACT,
    CONVERTED,
    ROUNDED,
    /// The value is there, but its clause makes it mean something else: 同比 and 环比, a day and a
    /// year.
    BASIS,
    /// The value is there, but with a modifier that says something else.
    MODIFIER,
    /// The value is there in another unit.
    UNIT,
    NONE;

    boolean carries() {
      return this == EXACT || this == CONVERTED || this == ROUNDED;
    }
  }

  private ValueMatch() {}

  /// How the source's number `source` carries the sentence's number `said`.
  static Fit of(Quantity said, Quantity source) {
    Optional<BigDecimal> factor = factor(source.unit(), said.unit());
    if (factor.isEmpty()) {
      return sameDigits(said, source) ? Fit.UNIT : Fit.NONE;
    }
    Quantity there = converted(source, said.unit(), factor.get());
    boolean other = factor.get().compareTo(BigDecimal.ONE) != 0;
    Fit fit = value(said, there);
    return fit == Fit.EXACT && other ? Fit.CONVERTED : fit;
  }

  /// What one unit of the source is in the sentence's unit; empty if they cannot be compared.
  static Optional<BigDecimal> factor(Unit source, Unit said) {
    if (source.equals(said)) {
      return Optional.of(BigDecimal.ONE);
    }
    if (source.convertsTo(said) || Units.mayBe(source, said)) {
      return Optional.of(source.factor().divide(said.factor(), MathContext.DECIMAL64));
    }
    boolean counted = COUNTING.contains(source.code()) && COUNTING.contains(said.code());
    boolean ranked = isPlace(source) && isPlace(said);
    boolean stepped = said.code().equals("points") && source.equals(Units.PERCENTAGE_POINT);
    boolean perDropped =
        source.code().startsWith(said.code() + "/") || said.code().startsWith(source.code() + "/");
    boolean degrees =
        DEGREES.contains(source.code())
            && DEGREES.contains(said.code())
            && (source.code().equals("°") || said.code().equals("°"));
    return counted || ranked || stepped || perDropped || degrees
        ? Optional.of(BigDecimal.ONE)
        : Optional.empty();
  }

  /// Whether it tells where something stands in a row, and not how much there is.
  static boolean isPlace(Unit unit) {
    return unit.equals(Units.RANK) || unit.equals(Units.ORDINAL);
  }

  private static boolean sameDigits(Quantity said, Quantity source) {
    BigDecimal one = said.value().orElse(null);
    BigDecimal other = source.value().orElse(null);
    return one != null && other != null && one.compareTo(other) == 0;
  }

  private static Quantity converted(Quantity quantity, Unit unit, BigDecimal factor) {
    return factor.compareTo(BigDecimal.ONE) == 0
        ? quantity
        : new Quantity(
            quantity.span(),
            times(quantity.low(), factor),
            times(quantity.high(), factor),
            unit,
            quantity.modifier(),
            quantity.precision().multiply(factor));
  }

  private static @Nullable BigDecimal times(@Nullable BigDecimal value, BigDecimal factor) {
    return value == null ? null : value.multiply(factor).round(MathContext.DECIMAL64);
  }

  private static Fit value(Quantity said, Quantity there) {
    boolean wide = said.modifier() == Modifier.RANGE || said.value().isEmpty();
    boolean wideThere = there.modifier() == Modifier.RANGE || there.value().isEmpty();
    if (wide || wideThere) {
      return stretch(said, there, wide, wideThere);
    }
    BigDecimal mine = said.value().orElseThrow();
    BigDecimal its = there.value().orElseThrow();
    if (isEqual(mine, its)) {
      return fits(said.modifier(), there.modifier()) ? Fit.EXACT : Fit.MODIFIER;
    }
    if (!fits(said.modifier(), there.modifier()) && there.modifier() != Modifier.EXACT) {
      return Fit.NONE;
    }
    return isRounded(said, mine, there, its) ? Fit.ROUNDED : Fit.NONE;
  }

  /// Ranges and vague words: both ends equal; or one end, if the sentence says up to or at least.
  private static Fit stretch(Quantity said, Quantity there, boolean wide, boolean wideThere) {
    BigDecimal low = said.low();
    BigDecimal high = said.high();
    BigDecimal lowThere = there.low();
    BigDecimal highThere = there.high();
    if (wide && wideThere) {
      boolean ends =
          isSame(low, lowThere) && (isSame(high, highThere) || high == null || highThere == null);
      return ends ? Fit.EXACT : Fit.NONE;
    }
    if (wide) {
      boolean vague = said.modifier() == Modifier.ABOUT;
      BigDecimal value = there.value().orElseThrow();
      boolean inside =
          low != null && high != null && value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
      return vague && inside ? Fit.ROUNDED : Fit.NONE;
    }
    BigDecimal value = said.value().orElseThrow();
    boolean atTop = said.modifier().isOpenBelow() && isSame(value, highThere);
    boolean atBottom = said.modifier().isOpenAbove() && isSame(value, lowThere);
    return atTop || atBottom ? Fit.EXACT : Fit.NONE;
  }

  private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null ? other == null : other != null && isEqual(one, other);
  }

  /// Equal but for what binary and repeating fractions lose.
  static boolean isEqual(BigDecimal one, BigDecimal other) {
    if (one.compareTo(other) == 0) {
      return true;
    }
    BigDecimal away = one.subtract(other).abs();
    return away.compareTo(one.abs().max(other.abs()).movePointLeft(9)) <= 0;
  }

  /// Whether what the sentence says of a value may be said where the source says `there`.
  static boolean fits(Modifier said, Modifier there) {
    return switch (said) {
      case EXACT, ABOUT, RANGE -> true;
      case NEARLY -> there != Modifier.MORE_THAN && there != Modifier.AT_LEAST;
      case MORE_THAN -> there == Modifier.MORE_THAN || there == Modifier.AT_LEAST;
      case LESS_THAN ->
          there == Modifier.LESS_THAN || there == Modifier.AT_MOST || there == Modifier.NEARLY;
      case AT_LEAST ->
          there == Modifier.MORE_THAN || there == Modifier.AT_LEAST || there == Modifier.EXACT;
      case AT_MOST ->
          there == Modifier.LESS_THAN
              || there == Modifier.AT_MOST
              || there == Modifier.EXACT
              || there == Modifier.NEARLY;
    };
  }

  private static boolean isRounded(Quantity said, BigDecimal mine, Quantity there, BigDecimal its) {
    if (said.unit().equals(Units.RANK)
        || said.unit().equals(Units.ORDINAL)
        || said.unit().equals(Units.SCORE)
        || mine.signum() != its.signum()
        || mine.signum() == 0) {
      return false;
    }
    BigDecimal away = its.subtract(mine);
    BigDecimal share = away.abs().divide(its.abs(), MathContext.DECIMAL64);
    BigDecimal step = said.precision();
    BigDecimal zeros = step.compareTo(BigDecimal.ONE) == 0 ? lastDigit(mine) : step;
    boolean finer = there.precision().compareTo(step) < 0;
    if (finer
        && away.abs().compareTo(step.multiply(HALF)) <= 0
        && share.compareTo(slack(said.modifier())) <= 0) {
      return true;
    }
    BigDecimal bound = lastDigit(mine).max(step); // "more than 300亿" has one digit
    boolean roundedInZeros =
        away.abs().compareTo(zeros.multiply(HALF)) <= 0 && lastDigit(its).compareTo(zeros) < 0;
    return switch (said.modifier()) {
      case EXACT, RANGE ->
          mine.abs().compareTo(LARGE) >= 0 && roundedInZeros && share.compareTo(ZEROS_SLACK) <= 0;
      case ABOUT -> roundedInZeros && share.compareTo(ABOUT_SLACK) <= 0;
      case NEARLY, LESS_THAN, AT_MOST ->
          there.modifier() == Modifier.EXACT
              && away.signum() < 0
              && isWithin(away, bound, share, lastDigit(its));
      case MORE_THAN, AT_LEAST ->
          there.modifier() == Modifier.EXACT
              && away.signum() > 0
              && isWithin(away, bound, share, lastDigit(its));
    };
  }

  private static BigDecimal slack(Modifier modifier) {
    return modifier == Modifier.EXACT || modifier == Modifier.RANGE ? EXACT_SLACK : ABOUT_SLACK;
  }

  private static boolean isWithin(
      BigDecimal away, BigDecimal zeros, BigDecimal share, BigDecimal itsLast) {
    return away.abs().compareTo(zeros) < 0
        && share.compareTo(BOUND_SLACK.add(new BigDecimal("0.015"))) <= 0
        && itsLast.compareTo(zeros) < 0;
  }

  /// The step of the last digit that is not 0: 10,000 of 540,000, 0.1 of 20.4.
  private static BigDecimal lastDigit(BigDecimal value) {
    BigDecimal plain = value.round(new MathContext(12, RoundingMode.HALF_UP)).stripTrailingZeros();
    return BigDecimal.ONE.scaleByPowerOfTen(-plain.scale());
  }
}
