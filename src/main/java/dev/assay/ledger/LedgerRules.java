package dev.assay.ledger;

import dev.assay.analyze.Property;
import java.util.Map;
import java.util.Objects;

/// The tables by which figures are judged.
///
/// @param paces one for each property
/// @param needs what two figures must say
record LedgerRules(ScopeTable scopes, Widths widths, Map<Property, Pace> paces, Need.Table needs) {

  static LedgerRules shipped() {
    return new LedgerRules(
        ScopeTable.shipped(), Widths.shipped(), Pace.shipped(), Need.Table.shipped());
  }

  /// The same for figures that were found to be of one thing before: nothing more need be said.
  LedgerRules ofOneThing() {
    return new LedgerRules(scopes, widths, paces, Need.Table.none());
  }

  Pace pace(Property property) {
    return Objects.requireNonNull(paces.get(property));
  }
}
