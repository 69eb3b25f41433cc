package dev.assay.watch;

import dev.assay.ledger.Interval;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Row;
import dev.assay.ledger.RowStanding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    BigDecimal low = end(all.stream().map(Interval::low).toList(), BigDecimal::max, false);
    BigDecimal high = end(all.stream().map(Interval::high).toList(), BigDecimal::min, false);
    boolean together = low == null || high == null || low.compareTo(high) <= 0;
    return together && (low != null || high != null)
        ? new Interval(low, true, high, true)
        : new Interval(
            end(all.stream().map(Interval::low).toList(), BigDecimal::min, true),
            true,
            end(all.stream().map(Interval::high).toList(), BigDecimal::max, true),
            true);
  }

  /// @param open whether one open end opens the whole
  private static @Nullable BigDecimal end(
      List<@Nullable BigDecimal> ends, BinaryOperator<BigDecimal> choice, boolean open) {
    List<BigDecimal> given =
        ends.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    return open && given.size() < ends.size() ? null : given.stream().reduce(choice).orElse(null);
  }

  private static Optional<BigDecimal> distance(Interval own, Interval allowed) {
    if (own.high() != null && allowed.low() != null && own.high().compareTo(allowed.low()) < 0) {
      return Optional.of(percent(allowed.low().subtract(own.high()), allowed.low()));
    }
    if (own.low() != null && allowed.high() != null && own.low().compareTo(allowed.high()) > 0) {
      return Optional.of(percent(own.low().subtract(allowed.high()), allowed.high()));
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
