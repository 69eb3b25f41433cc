package dev.assay.analyze.scope;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a figure of a list leaves out because the figure before it has said it: "China mines 60 %
/// of the world's nickel, Peru 10 %".
final class Inherited {

  private static final Set<Facet> NARROWING =
      EnumSet.of(Facet.MATERIAL, Facet.STAGE, Facet.MEASURE, Facet.PLACE);

  private Inherited() {}

  /// `stated` with what the claim before in the same list stated, whose verb was said once: "60 %
  /// of the cobalt is mined in Chile, 20 % in Peru". The material of both is that of the verb.
  static List<Part> item(
      List<Part> stated, Property property, Thing entity, @Nullable Claim previous) {
    List<Part> materials = stated.stream().filter(part -> part.facet() == Facet.MATERIAL).toList();
    if (previous == null
        || previous.property() != property
        || materials.isEmpty()
        || !previous.of().containsAll(materials)) {
      return scope(stated, property, entity, previous);
    }
    return joined(stated, rest(facets(stated)), previous);
  }

  /// `stated` with what the claim before in the same sentence stated of the same property.
  static List<Part> scope(
      List<Part> stated, Property property, Thing entity, @Nullable Claim previous) {
    if (previous == null) {
      return stated;
    }
    if (previous.property() != property) {
      boolean same =
          property == Property.CHANGE
              || (property == Property.SHARE || property == Property.RANK)
                  && previous.property().isStock();
      return same ? changed(stated, entity, previous) : stated;
    }
    Set<Facet> wanted = wanted(stated, property);
    return wanted.isEmpty() ? stated : joined(stated, wanted, previous);
  }

  /// `stated` with what is measured by the claim that the sentence deals the figure out to, and not
  /// by the first of those: "revenue of $62 million and profit of $9 million, up 5 and 12 percent
  /// respectively".
  static List<Part> dealt(List<Part> stated, Property property, Thing entity, Claim to) {
    List<Part> others =
        property == Property.CHANGE
            ? stated.stream().filter(part -> part.facet() != Facet.MEASURE).toList()
            : stated;
    return scope(others, property, entity, to);
  }

  private static List<Part> joined(List<Part> stated, Set<Facet> wanted, Claim previous) {
    List<Part> parts = new ArrayList<>(stated);
    for (Part part : previous.of()) {
      boolean place = part.facet() == Facet.PLACE && !"world".equals(part.id());
      if (wanted.contains(part.facet()) && !place) {
        parts.add(part);
      }
    }
    return parts;
  }

  /// A rank that does not say by what, with what the figure right behind it measures: "ranks
  /// seventh, with reserves of 1.9 million tonnes".
  static Claim ranked(Claim rank, Claim behind) {
    return rank.property() == Property.RANK && behind.property().isStock()
        ? rank.of(changed(rank.of(), rank.entity(), behind))
        : rank;
  }

  /// "reached $330 per kg, up 18 %": it is the price that rose; 储量4400万吨，占全球34%: of the reserves.
  private static List<Part> changed(List<Part> stated, Thing entity, Claim previous) {
    boolean told =
        stated.stream()
            .anyMatch(part -> part.facet() == Facet.MEASURE || part.facet() == Facet.STAGE);
    if (!canChange(previous.property())
        || !entity.equals(previous.entity())
        || told && !isOf(previous, stated)) {
      return stated;
    }
    List<Part> parts = new ArrayList<>(stated);
    previous.of().stream()
        .filter(part -> part.facet() == Facet.MATERIAL && !stated.contains(part))
        .forEach(parts::add);
    if (!told) {
      parts.add(
          new Part(Facet.MEASURE, Scopes.measure(previous.property()), previous.property().word()));
    }
    return parts;
  }

  /// Whether a figure behind one of the property can be a rise, a share or a rank of what it
  /// measures.
  private static boolean canChange(Property property) {
    return switch (property) {
      case SHARE, RESERVES, PRODUCTION, CAPACITY, CONSUMPTION, EXPORTS, IMPORTS, PRICE -> true;
      case INVESTMENT, REVENUE, PROFIT, COST, TARIFF, QUOTA, PURITY, IMPORT_RELIANCE -> true;
      case COUNT, AMOUNT, DURATION, RANK, CHANGE, DATE, RATE, VOLUME, ALIKE -> false;
    };
  }

  /// Whether no material is stated, and the one measure that is, is what was told before: "44
  /// million tonnes of oxide reserves, 34 % of global reserves".
  private static boolean isOf(Claim previous, List<Part> stated) {
    return stated.stream()
        .allMatch(
            part ->
                part.facet() == Facet.PLACE
                    || part.facet() == Facet.MEASURE
                        && Scopes.measure(previous.property()).equals(part.id()));
  }

  private static Set<Facet> wanted(List<Part> stated, Property property) {
    Set<Facet> facets = facets(stated);
    if (facets.contains(Facet.MATERIAL)) {
      return Set.of();
    }
    return switch (property) {
      case TARIFF -> facets.contains(Facet.COUNTERPART) ? Set.of() : EnumSet.of(Facet.COUNTERPART);
      case IMPORT_RELIANCE ->
          facets.contains(Facet.COUNTERPART)
              ? EnumSet.of(Facet.MATERIAL)
              : EnumSet.of(Facet.MATERIAL, Facet.COUNTERPART);
      case COUNT, AMOUNT, INVESTMENT, COST, DURATION, PRICE, DATE -> Set.of();
      default -> rest(facets);
    };
  }

  private static Set<Facet> facets(List<Part> stated) {
    Set<Facet> facets = EnumSet.noneOf(Facet.class);
    stated.forEach(part -> facets.add(part.facet()));
    return facets;
  }

  /// A stated step or measure replaces that of before; the material and the whole world stay.
  private static Set<Facet> rest(Set<Facet> stated) {
    boolean other = stated.contains(Facet.STAGE) || stated.contains(Facet.MEASURE);
    Set<Facet> wanted = other ? EnumSet.of(Facet.MATERIAL, Facet.PLACE) : EnumSet.copyOf(NARROWING);
    wanted.removeAll(stated);
    return wanted;
  }
}
