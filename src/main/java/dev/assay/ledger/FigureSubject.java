package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.quantity.Clause;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.lexicon.Units;
import java.math.BigDecimal;
import java.util.Set;

/// What a figure says that it is of.
///
/// @param entity the key of the thing
/// @param timed whether the text states a time
/// @param beyondAll whether it is more than 100 %, and so no part of anything
/// @param leavesOut whether something is left out of what it is a part of: "excluding China"
/// @param base against what it rose or fell; empty if the text does not say
record FigureSubject(
    String entity, Scope scope, boolean timed, boolean beyondAll, boolean leavesOut, String base) {

  private static final Set<String> WORLD = Set.of("#world");
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  static FigureSubject of(Evidence evidence, Period period, LedgerRules rules) {
    Claim claim = evidence.claim();
    boolean beyond = claim.quantity().filter(FigureSubject::isBeyondAll).isPresent();
    Clause clause = evidence.clause();
    String base = claim.property() == Property.CHANGE ? rules.bases().of(clause) : "";
    boolean leavesOut = rules.exclusions().areIn(clause);
    Scope scope = Scope.of(claim, rules.scopes());
    return new FigureSubject(
        Keys.of(claim.entity()), scope, period.stated(), beyond, leavesOut, base);
  }

  private static boolean isBeyondAll(Quantity quantity) {
    return quantity.unit().equals(Units.PERCENT)
        && quantity.low() != null
        && quantity.low().compareTo(ALL) > 0;
  }

  /// The place that it is a share of, or a rank in; the world if it names none. Empty if it does
  /// not say, as trade and use are of some place, or if it can be no part.
  Set<String> whole(ScopeTable table) {
    Set<String> places = scope.keys(Facet.PLACE);
    if (beyondAll || places.isEmpty() && table.isOfSomePlace(scope.keys(Facet.MEASURE))) {
      return Set.of();
    }
    return places.isEmpty() ? WORLD : places;
  }

  /// A mine or a plant has one product as a rule; a country or a company has many.
  boolean hasOneMaterial(ScopeTable table) {
    return table.isOneThing(entity);
  }

  /// A deal goes by its own name, or by that of who gets the money; a country gets many sums.
  boolean namesDeal(ScopeTable table) {
    return table.isOneDeal(entity)
        || scope.keys(Facet.COUNTERPART).stream().anyMatch(table::isOneParty);
  }
}
