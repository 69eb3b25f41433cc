/// Who has which figure: `Article` to [Claim][dev.assay.analyze.claim.Claim]s.
///
/// Start at [ClaimReader][dev.assay.analyze.claim.ClaimReader]. `FigureReader` weighs what a figure
/// measures, whose it is and by which words; then `SentenceClaims` asks one class after the other
/// of what it is (`Scopes`), when (`ClaimTimes`) and who says so (`Voices`), and `RowTrust` how far
/// all of it can be trusted. Cells of tables and items of lists are read by `TableClaims`. Whether
/// two claims can both be right is `ledger`'s.
@NullMarked
package dev.assay.analyze.claim;

import org.jspecify.annotations.NullMarked;
