/// `Article` to `Analysis`: what a text says that can be compared with other texts.
///
/// [Sentences][dev.assay.analyze.Sentences] cuts a paragraph into sentences; the other parts each
/// read one kind of thing from it. All of them are pure functions of the text and the lexicon: the
/// same article gives the same analysis. Nothing here compares two articles; that is `fold`,
/// `check` and `ledger`.
/// - Numbers: [QuantityExtractor][dev.assay.analyze.QuantityExtractor], with its parts for digits,
///   words, units, modifiers and times.
/// - Names: [TagMatcher][dev.assay.analyze.TagMatcher]; names that nobody knows yet:
///   [CandidateFinder][dev.assay.analyze.CandidateFinder].
/// - Claims: [ClaimReader][dev.assay.analyze.ClaimReader]. A `Marker` cuts a sentence into marks
///   (names, numbers, times, words of the lexicon); the `Grammar` of its language tells in which
///   `Setting` each figure stands; `SentenceClaims` asks one class after the other what it measures
///   (`PropertyChoice`), whose it is (`Subjects`), of what (`Scopes`), when (`ClaimTimes`) and who
///   says so (`Voices`). Cells of tables and items of lists are read by `TableClaims`.
/// - Copies: [Fingerprint][dev.assay.analyze.Fingerprint].
@NullMarked
package dev.assay.analyze;

import org.jspecify.annotations.NullMarked;
