/// Who has which figure: `Article` to [Claim][dev.assay.analyze.claim.Claim]s.
///
/// Start at [ClaimReader][dev.assay.analyze.claim.ClaimReader]. `SentenceClaims` asks one class
/// after the other what a figure measures (`PropertyChoice`), whose it is (`Subjects`), of what
/// (`Scopes`), when (`ClaimTimes`) and who says so (`Voices`). Cells of tables and items of lists
/// are read by `TableClaims`. Whether two claims can both be right is `ledger`'s.
@NullMarked
package dev.assay.analyze.claim;

import org.jspecify.annotations.NullMarked;
