package dev.assay.topic.ledger;

import dev.assay.ledger.LedgerEntry;

/// An entry of the ledger as a page shows it.
///
/// @param entry with the rows that are shown, in the order of publication
/// @param figures how many it has; more than its rows if some are not shown
public record ShownEntry(LedgerEntry entry, int figures) {

  /// How many figures are not shown.
  public int more() {
    return Math.max(0, figures - entry.rows().size());
  }
}
