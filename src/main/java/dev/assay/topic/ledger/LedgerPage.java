package dev.assay.topic.ledger;

import dev.assay.ledger.kept.LedgerFilter;
import dev.assay.topic.Heading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a ledger as data.
///
/// @param heading of the topic; null for the ledger of everything
/// @param facts of all its entries; only its tallies follow the filter, but for its verdicts
/// @param number of the page, from 1
/// @param more whether another page follows
/// @param behind whether entries are being made anew at this moment, or claims read with new names
public record LedgerPage(
    @Nullable Heading heading,
    LedgerFilter filter,
    LedgerFacts facts,
    List<ShownEntry> entries,
    int number,
    boolean more,
    boolean behind) {

  public LedgerPage {
    entries = List.copyOf(entries);
  }
}
