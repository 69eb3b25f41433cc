package dev.assay.ledger;

import dev.assay.analyze.Property;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The tables by which figures are judged.
///
/// @param paces one for each property
/// @param needs one for each property
record LedgerRules(
    ScopeTable scopes, Widths widths, Map<Property, Pace> paces, Map<Property, Need> needs) {

  static LedgerRules shipped() {
    return new LedgerRules(ScopeTable.shipped(), Widths.shipped(), Pace.shipped(), Need.shipped());
  }

  /// The same for figures that were found to be of one thing before: nothing more need be said.
  LedgerRules ofOneThing() {
    Map<Property, Need> none =
        Arrays.stream(Property.values())
            .collect(Collectors.toMap(Function.identity(), _ -> Need.FREE));
    return new LedgerRules(scopes, widths, paces, none);
  }

  Pace pace(Property property) {
    return Objects.requireNonNull(paces.get(property));
  }

  Need need(Property property) {
    return Objects.requireNonNull(needs.get(property));
  }
}
