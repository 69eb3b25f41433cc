/// Who has which figure: the texts of an article to [Claim][dev.assay.analyze.claim.Claim]s.
///
/// Start at [ClaimReader][dev.assay.analyze.reading.ClaimReader]. Sentences go through
/// `analyze.choice` and `analyze.scope`; the cells of tables (`TableClaims`) and items behind a
/// label (`LabelledFigures`) are told by the words over and before them (`LeadIns`, `HeadWords`).
/// [RowTraining][dev.assay.analyze.reading.RowTraining] learns from judged rows how far a claim as
/// it is read can be trusted.
@NullMarked
package dev.assay.analyze.reading;

import org.jspecify.annotations.NullMarked;
