/// What a sentence says of a figure besides whose it is: of what material, step and place
/// (`Scopes`), of which time (`ClaimTimes`), who says so and whether it is denied (`Voices`).
///
/// Start at [SentenceClaims][dev.assay.analyze.scope.SentenceClaims]: it takes the figures whose
/// property and subject were chosen, asks one class after the other, and gives the claims of one
/// sentence. These are rules over marks and clauses; what is weighed is `analyze.choice`'s.
@NullMarked
package dev.assay.analyze.scope;

import org.jspecify.annotations.NullMarked;
