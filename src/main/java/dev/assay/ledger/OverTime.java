package dev.assay.ledger;

import dev.assay.ledger.Series.LeftOut;
import java.util.List;

/// An entry's figures over time.
///
/// @param series what has figures for the most times first
/// @param leftOut figures of the entry that stand in none
public record OverTime(LedgerEntry entry, List<Series> series, List<LeftOut> leftOut) {

  public OverTime {
    series = List.copyOf(series);
    leftOut = List.copyOf(leftOut);
  }
}
