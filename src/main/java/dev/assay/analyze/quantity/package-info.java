/// A number with its unit and modifier: what 近54万吨 and "about $8.5 billion" measure.
///
/// [QuantityExtractor][dev.assay.analyze.quantity.QuantityExtractor] finds the quantities of a text
/// with their spans; [Quantity][dev.assay.analyze.quantity.Quantity] is one of them, an interval in
/// a unit. [Property][dev.assay.analyze.quantity.Property] and
/// [UnitFamily][dev.assay.analyze.quantity.UnitFamily] name what a quantity can measure. What the
/// words of its clause say of it is read by [BasisReader][dev.assay.analyze.quantity.BasisReader]
/// (against what, in how long) and [Moods][dev.assay.analyze.quantity.Moods] (planned, expected, a
/// goal). Whose figure it is, is told by `analyze.claim`.
@NullMarked
package dev.assay.analyze.quantity;

import org.jspecify.annotations.NullMarked;
