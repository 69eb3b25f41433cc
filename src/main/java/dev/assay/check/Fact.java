package dev.assay.check;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.cite.Span;

/// One number of the source.
///
/// @param paragraph index of its paragraph
/// @param stated whether the source states it, or only uses it (一个, the two sides)
record Fact(Quantity quantity, int paragraph, boolean stated, Context context) {

  NumberCheck.Evidence evidence() {
    return new NumberCheck.Evidence(
        paragraph, new Span(quantity.span().start(), quantity.span().end()));
  }
}
