/// What texts tell again and again by its own name, a jobless rate or a port's throughput:
/// `Article` to further [Claim][dev.assay.analyze.claim.Claim]s.
///
/// Start at [MeasureReader][dev.assay.analyze.measure.MeasureReader]. A sentence is written anew
/// with one sign for each number, time and name (`SignedSentence`), and what stands before a number
/// in it is held against few patterns (`MeasurePatterns`) of the words of `lexicon/measures.tsv`.
/// What needs weighing is `analyze.choice`'s.
@NullMarked
package dev.assay.analyze.measure;

import org.jspecify.annotations.NullMarked;
