package dev.assay.brief.figure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.number.Modifier;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.brief.figure.FigureReading.Outcome;
import dev.assay.lexicon.Names;
import java.math.BigDecimal;
import java.util.List;

/// Which figures can be told away from their sentence.
///
/// A reader sees no more than whose figure it is, of what, and the number. So each of these must be
/// known, and the unit must be one of what is told; [FigureReading] then finds that no word beside
/// the number says more than the reader is told.
final class FigureRules {

  private static final BigDecimal LOWEST_RANK = BigDecimal.TEN;

  private final Names names;

  FigureRules(Names names) {
    this.names = names;
  }

  /// The claim as a reader of another language is told it, or why he is not.
  ///
  /// @param claims of the article
  /// @param paragraph that of the claim
  Outcome tell(Claim claim, List<Claim> claims, FigureText paragraph) {
    if (claim.quantity().isEmpty() || claim.entity().id() == null) {
      return new Outcome.Untold("no name");
    }
    if (!claim.of().stream().allMatch(FigureRules::isKnown)) {
      return new Outcome.Untold("unclear");
    }
    Outcome outcome = new FigureReading(FigureSetting.of(claim, claims, paragraph), names).read();
    return switch (outcome) {
      case Outcome.Told(Claim told) when !saysEnough(told) -> new Outcome.Untold("kind");
      case Outcome.Told _, Outcome.Untold _ -> outcome;
    };
  }

  private static boolean saysEnough(Claim claim) {
    return isClear(claim) && claim.quantity().filter(quantity -> isOf(claim, quantity)).isPresent();
  }

  private static boolean isClear(Claim claim) {
    return (claim.property() == Property.RANK || named(claim) < 2)
        && count(claim, Facet.COUNTERPART) < 2
        && count(claim, Facet.PLACE) < 2
        && (count(claim, Facet.PLACE) == 0 || world(claim) || mayBeIn(claim));
  }

  /// Other words are read beside the number; of the states of a figure, those that a reader is
  /// told.
  private static boolean isKnown(Part part) {
    return part.facet() == Facet.OTHER
        ? part.id() == null || part.id().equals("planned") || part.id().equals("threatened")
        : part.id() != null;
  }

  /// Whether the figure is of a kind that says enough, in a unit of that kind.
  private static boolean isOf(Claim claim, Quantity quantity) {
    String kind = quantity.unit().kind();
    boolean money = quantity.unit().isMoney();
    boolean mass = kind.equals("mass");
    boolean percent = kind.equals("share");
    boolean counted = kind.equals("count");
    boolean material = count(claim, Facet.MATERIAL) > 0;
    return switch (claim.property()) {
      case SHARE ->
          percent
              && (isPlace(claim) || isCompany(claim))
              && material
              && count(claim, Facet.COUNTERPART) == 0
              && (count(claim, Facet.STAGE)
                      + count(claim, Facet.MEASURE)
                      + count(claim, Facet.PLACE)
                  > 0)
              && (world(claim) || count(claim, Facet.PLACE) == 0 || !measures(claim, "exports"))
              && !measures(claim, "demand")
              && !measures(claim, "consumption");
      case IMPORT_RELIANCE -> percent && isPlace(claim) && material;
      case TARIFF ->
          percent && isPlace(claim) && (count(claim, Facet.COUNTERPART) == 1 || material);
      case RESERVES -> mass && isPlace(claim) && material;
      case PRODUCTION, CAPACITY, CONSUMPTION, QUOTA ->
          (mass || counted && material) && isMaker(claim);
      case EXPORTS, IMPORTS -> (mass || money || counted) && isPlace(claim) && (material || money);
      case PRICE ->
          isMaterial(claim)
                  && kind.startsWith("money ")
                  && kind.indexOf('/') > 0
                  && quantity.modifier() != Modifier.AT_MOST // a cap is no price
              || isCompany(claim)
                  && money
                  && claim.of().size() == count(claim, Facet.MEASURE) + count(claim, Facet.OTHER);
      case REVENUE, PROFIT ->
          money
              && isCompany(claim)
              && claim.of().size() == count(claim, Facet.MEASURE) + count(claim, Facet.OTHER);
      case INVESTMENT ->
          money
              && (is(claim, "country:") || isCompany(claim) || is(claim, "agency:"))
              && count(claim, Facet.PLACE)
                      + count(claim, Facet.COUNTERPART)
                      + count(claim, Facet.MATERIAL)
                      + quotes(claim)
                  > 0;
      case CHANGE ->
          (percent || money || mass)
              && quantity.value().filter(value -> value.signum() == 0).isEmpty()
              && count(claim, Facet.MEASURE) == 1
              && canChange(claim, material);
      case AMOUNT -> money && (count(claim, Facet.PARTY) == 1 || isMacro(claim));
      case COUNT -> counted && material && isMaker(claim);
      case RANK ->
          quantity.value().filter(value -> value.compareTo(LOWEST_RANK) <= 0).isPresent()
              && isPlace(claim)
              && count(claim, Facet.MATERIAL) > 0
              && count(claim, Facet.PLACE) == 1;
      case PURITY, COST, DURATION, DATE -> false;
    };
  }

  /// Trade and output of a place, the price of a material, what a company earns.
  private static boolean canChange(Claim claim, boolean material) {
    boolean trade =
        measures(claim, "exports") || measures(claim, "imports") || measures(claim, "output");
    return isPlace(claim) && (material || trade)
        || isMacro(claim)
        || isMaterial(claim) && measures(claim, "price")
        || isCompany(claim)
            && claim.of().size() == 1 + count(claim, Facet.OTHER)
            && (measures(claim, "revenue")
                || measures(claim, "profit")
                || measures(claim, "price"));
  }

  /// What is measured of a country or a company as a whole: its GDP, its orders.
  private static boolean isMacro(Claim claim) {
    return isMaker(claim)
        && claim.of().stream()
            .anyMatch(
                part ->
                    part.facet() == Facet.MEASURE
                        && part.id() != null
                        && part.id().startsWith("word."));
  }

  private static boolean measures(Claim claim, String measure) {
    return claim.of().stream()
        .anyMatch(part -> part.facet() == Facet.MEASURE && measure.equals(part.id()));
  }

  /// Whether a figure of this kind can be told as one in a place: 对东南亚出口 is not that.
  private static boolean mayBeIn(Claim claim) {
    return switch (claim.property()) {
      case SHARE, RESERVES, PRODUCTION, CAPACITY, CONSUMPTION, INVESTMENT, PRICE -> true;
      default -> false;
    };
  }

  /// Materials that have a name, not the words that narrow them.
  private static long named(Claim claim) {
    return claim.of().stream()
        .filter(part -> part.facet() == Facet.MATERIAL)
        .filter(part -> part.id() != null && part.id().indexOf(':') > 0)
        .count();
  }

  private static boolean world(Claim claim) {
    return claim.of().stream().anyMatch(part -> "world".equals(part.id()));
  }

  private static long quotes(Claim claim) {
    return claim.of().stream().filter(FigureQuote::is).count();
  }

  private static long count(Claim claim, Facet facet) {
    return claim.of().stream().filter(part -> part.facet() == facet).count();
  }

  private static boolean isMaker(Claim claim) {
    return isPlace(claim) || isCompany(claim);
  }

  private static boolean isPlace(Claim claim) {
    return is(claim, "country:")
        || is(claim, "region:")
        || is(claim, "province:")
        || is(claim, "city:")
        || is(claim, "state:");
  }

  private static boolean isCompany(Claim claim) {
    return is(claim, "company:");
  }

  private static boolean isMaterial(Claim claim) {
    return is(claim, "material:") || is(claim, "element:");
  }

  private static boolean is(Claim claim, String kind) {
    String id = claim.entity().id();
    return id != null && id.startsWith(kind);
  }
}
