package dev.assay.analyze.measure;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.UnitFamily;
import java.util.List;
import java.util.Set;

/// What figures measure that are told again and again.
///
/// @param id the same in all languages; empty if the property says it all
/// @param units kinds of units that it is told in
/// @param ofPlace whether it is of a place, for which an office may stand
record Measure(String id, Property property, Set<UnitFamily> units, boolean ofPlace) {

  Measure {
    units = Set.copyOf(units);
  }

  /// Itself as a part of a scope; none if the property says it all.
  List<Claim.Part> part(String words) {
    return id.isEmpty() ? List.of() : List.of(new Claim.Part(Facet.MEASURE, id, words));
  }
}
