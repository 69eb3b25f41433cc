package dev.assay.topic.ledger;

/// What articles that came since a moment did to the ledger.
///
/// @param disputes entries in which they give a figure that cannot hold together with another's
/// @param moved entries that had figures before, and to which they add one
public record LedgerNews(long disputes, long moved) {

  public static final LedgerNews NONE = new LedgerNews(0, 0);
}
