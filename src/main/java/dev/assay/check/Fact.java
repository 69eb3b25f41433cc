package dev.assay.check;

import dev.assay.analyze.quantity.Basis;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.cite.Span;
import java.util.Set;

/// One number of the source.
///
/// @param paragraph index of its paragraph
/// @param stated whether the source states it, or only uses it (一个, the two sides)
/// @param inTable whether its paragraph is a table
/// @param context the words beside it
/// @param basis what its clause says that it means
/// @param period of what time it is
/// @param owners the names that stand with it
record Fact(
    Quantity quantity,
    int paragraph,
    boolean stated,
    boolean inTable,
    Context context,
    Basis basis,
    Period period,
    Set<Long> owners) {

  NumberCheck.Evidence evidence() {
    return new NumberCheck.Evidence(
        paragraph, new Span(quantity.span().start(), quantity.span().end()));
  }
}
