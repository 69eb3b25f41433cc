package dev.assay.analyze.quantity;

import dev.assay.lexicon.Unit;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a number means beside its value and unit, as far as its clause says: what a change is
/// measured against, for how long one amount is, and whether money was gained or lost.
///
/// @param against `year` (同比, from a year earlier), `month`, `quarter`, `week`, or `period` for one
///   of these that is not told (环比), or null
/// @param each the length of time that has so much (日产, a year), or null
/// @param result gain or loss (净利润, net loss), or null
public record Basis(@Nullable String against, @Nullable String each, @Nullable String result) {

  private static final String LOSS = "loss";
  private static final String YEAR = "year";
  private static final String PERIOD = "period";

  public static final Basis NONE = new Basis(null, null, null);

  /// The same for a number of `unit`, which may tell for how long it is: USD/month.
  public Basis each(Unit unit) {
    int slash = unit.code().indexOf('/');
    Unit bottom = slash < 0 ? null : Units.of(unit.code().substring(slash + 1)).orElse(null);
    return bottom == null || !bottom.isDuration()
        ? this
        : new Basis(against, bottom.code(), result);
  }

  /// A profit or a flow below zero is a loss of so much.
  public Quantity meant(Quantity quantity) {
    BigDecimal low = quantity.low();
    BigDecimal high = quantity.high();
    boolean below = isLoss(quantity) && (low == null || low.signum() < 0);
    return !below
        ? quantity
        : new Quantity(
            quantity.span(),
            high == null ? null : high.negate(),
            low == null ? null : low.negate(),
            quantity.unit(),
            quantity.modifier(),
            quantity.precision());
  }

  /// The basis of what [#meant] makes of a quantity.
  public Basis of(Quantity quantity) {
    return isLoss(quantity) ? new Basis(against, each, LOSS) : this;
  }

  private boolean isLoss(Quantity quantity) {
    BigDecimal value = quantity.value().orElse(BigDecimal.ZERO);
    return quantity.unit().isMoney() && value.signum() < 0;
  }

  /// Whether both say what they are, and say something else. A month before is one of the periods
  /// that 环比 may mean.
  public boolean differs(Basis other) {
    boolean open =
        PERIOD.equals(against) && !YEAR.equals(other.against)
            || PERIOD.equals(other.against) && !YEAR.equals(against);
    return differ(against, other.against) && !open
        || differ(each, other.each)
        || differ(result, other.result);
  }

  private static boolean differ(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !one.equals(other);
  }
}
