package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.quantity.Property;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The tables by which figures are judged.
///
/// @param paces one for each property
/// @param needs what two figures must say
/// @param pastWords what tells that a figure was so once
/// @param bases what tells against what something rose or fell
/// @param hearsay what tells that a text only asks for a figure, or repeats it of nobody knows whom
/// @param exclusions what tells that something is left out of the whole
record LedgerRules(
    ScopeTable scopes,
    Widths widths,
    Map<Property, Pace> paces,
    Need.Table needs,
    PastWords pastWords,
    Hearsay hearsay,
    Bases bases,
    Exclusions exclusions) {

  static LedgerRules of(Lexicon lexicon) {
    return new LedgerRules(
        ScopeTable.of(lexicon),
        Widths.of(lexicon),
        Pace.of(lexicon),
        Need.Table.of(lexicon),
        PastWords.of(lexicon),
        Hearsay.of(lexicon),
        Bases.of(lexicon),
        Exclusions.of(lexicon));
  }

  /// The same for figures that were found to be of one thing before: nothing more need be said.
  LedgerRules ofOneThing() {
    PastWords none = new PastWords(List.of());
    return new LedgerRules(
        scopes, widths, paces, Need.Table.none(), none, Hearsay.none(), bases, exclusions);
  }

  /// What figures such as that of `claim` must say. What no pack knows is often no more than the
  /// next noun: it must say more.
  Set<Need> needs(Claim claim) {
    Set<Need> needed = needs.of(claim.property(), Measures.family(claim));
    return claim.entity().id() == null ? Need.ofUnknown(needed) : needed;
  }

  /// Whether a figure says nothing of what it is of, and so can be compared with none, and has
  /// nothing in common with others of its drawer: "$5 million" of a country.
  boolean isOfNothingTold(Claim claim, Scope scope) {
    Set<Need> needed = needs(claim);
    return scope.statedFacets() == 0
        && (needed.contains(Need.SAME) || needed.contains(Need.DEAL))
        && !scopes.isOneDeal(Keys.of(claim.entity()));
  }

  Pace pace(Property property) {
    return Objects.requireNonNull(paces.get(property));
  }
}
