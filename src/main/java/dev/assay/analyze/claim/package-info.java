/// What a claim is: one figure that a text gives for a property of a thing.
///
/// [Claim][dev.assay.analyze.claim.Claim] is what `analyze.reading` and `analyze.measure` make and
/// every stage behind them takes; [ClaimTrust][dev.assay.analyze.claim.ClaimTrust] says how far one
/// must be trusted for each use of it, [Pointers][dev.assay.analyze.claim.Pointers] whether its
/// subject is a name at all. [ClaimText][dev.assay.analyze.claim.ClaimText] says it in the language
/// of a reader. How it is read is not told here, and whether two can both be right is `ledger`'s.
@NullMarked
package dev.assay.analyze.claim;

import org.jspecify.annotations.NullMarked;
