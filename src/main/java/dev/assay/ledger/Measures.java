package dev.assay.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.lexicon.Unit;

/// Which units can stand in one entry.
final class Measures {

  static final String DATE = "date";

  private static final String MONEY = "money ";

  private Measures() {}

  /// The family of the claim's unit: `mass`, `share`, `date`. All currencies are one family, though
  /// they are not compared: a reader looks for them in one place.
  static String family(Claim claim) {
    return switch (claim.value()) {
      case Claim.Value.Figure figure -> family(figure.quantity().unit());
      case Claim.Value.Moment _ -> DATE;
    };
  }

  private static String family(Unit unit) {
    if (!unit.kind().startsWith(MONEY)) {
      return unit.kind();
    }
    int slash = unit.kind().indexOf('/');
    return slash < 0 ? "money" : "money" + unit.kind().substring(slash);
  }

  /// The code of the claim's unit.
  static String code(Claim claim) {
    return switch (claim.value()) {
      case Claim.Value.Figure figure -> figure.quantity().unit().code();
      case Claim.Value.Moment _ -> DATE;
    };
  }
}
