/// Which property each figure of a text measures, whose it is and what is counted: choices, weighed
/// by what was learned.
///
/// [TextMarks][dev.assay.analyze.choice.TextMarks] marks figures, times and names, and makes a
/// `WordedText` of them. `PhraseFinder` and `MeasurandFinder` find the candidates, the classes
/// named for features what can be seen of each, and [Choices][dev.assay.analyze.choice.Choices]
/// sets both together. [FigureReader][dev.assay.analyze.choice.FigureReader] weighs them and gives
/// the [Reads][dev.assay.analyze.choice.Reads] of a text; `Hearing` weighs what another reader
/// proposes, and [RowTrust][dev.assay.analyze.choice.RowTrust] a whole claim.
/// [ClaimTraining][dev.assay.analyze.choice.ClaimTraining] learns the weights. What a claim says
/// besides, of time, place and speaker, is `analyze.scope`'s.
@NullMarked
package dev.assay.analyze.choice;

import org.jspecify.annotations.NullMarked;
