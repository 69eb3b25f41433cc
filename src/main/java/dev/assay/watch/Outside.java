package dev.assay.watch;

import dev.assay.ledger.Interval;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Row;
import dev.assay.ledger.RowStanding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How far a figure lies from what the other figures of its entry allow.
///
/// @param percent of the nearer end of what they allow; more than 0
record Outside(BigDecimal percent) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// Empty if it does not lie outside, or cannot be compared.
  static Optional<Outside> of(LedgerEntry entry, Row row) {
    if (!(row.figure() instanceof Row.Figure.Number own) || !isCompared(row)) {
      return Optional.empty();
    }
    List<Interval> others =
        entry.rows().stream()
            .filter(other -> !other.evidence().group().equals(row.evidence().group()))
            .filter(Outside::isCompared)
            .flatMap(
                other ->
                    other.figure() instanceof Row.Figure.Number number
                            && number.unit().equals(own.unit())
                        ? Stream.of(number.interval())
                        : Stream.empty())
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : distance(own.interval(), allowed(others)).map(Outside::new);
  }

  private static boolean isCompared(Row row) {
    return row.standing() instanceof RowStanding.Compared;
  }

  /// What all of them allow; if they cannot hold together, what any of them does.
  private static Interval allowed(List<Interval> all) {
    List<BigDecimal> lows = all.stream().flatMap(one -> Stream.ofNullable(one.low())).toList();
    List<BigDecimal> highs = all.stream().flatMap(one -> Stream.ofNullable(one.high())).toList();
    BigDecimal low = lows.stream().reduce(BigDecimal::max).orElse(null);
    BigDecimal high = highs.stream().reduce(BigDecimal::min).orElse(null);
    if (low == null || high == null || low.compareTo(high) <= 0) {
      return new Interval(low, true, high, true);
    }
    boolean openBelow = lows.size() < all.size();
    boolean openAbove = highs.size() < all.size();
    return openBelow && openAbove
        ? new Interval(high, true, low, true)
        : new Interval(
            openBelow ? null : lows.stream().reduce(BigDecimal::min).orElse(null),
            true,
            openAbove ? null : highs.stream().reduce(BigDecimal::max).orElse(null),
            true);
  }

  private static Optional<BigDecimal> distance(Interval own, Interval allowed) {
    BigDecimal top = own.high();
    BigDecimal least = allowed.low();
    if (top != null && least != null && top.compareTo(least) < 0) {
      return Optional.of(percent(least.subtract(top), least));
    }
    BigDecimal bottom = own.low();
    BigDecimal most = allowed.high();
    if (bottom != null && most != null && bottom.compareTo(most) > 0) {
      return Optional.of(percent(bottom.subtract(most), most));
    }
    return Optional.empty();
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal of) {
    BigDecimal whole = of.signum() == 0 ? part : of.abs();
    return part.abs()
        .multiply(HUNDRED)
        .divide(whole, MathContext.DECIMAL32)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
