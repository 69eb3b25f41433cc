/// What one text says that can be compared with other texts, read once.
///
/// [Analyzer][dev.assay.analyze.Analyzer] gives the [Analysis][dev.assay.analyze.Analysis] of an
/// article, which is handed to every stage behind it.
///
/// The rooms, each of which uses the ones above it only:
/// - `text`: [Sentences][dev.assay.analyze.text.Sentences], the folded copy of a text, lists of
///   words.
/// - `number`: numerals in digits and in words.
/// - `time`: dates and times, [TimeReader][dev.assay.analyze.time.TimeReader].
/// - `quantity`: a number with its unit and modifier,
///   [QuantityExtractor][dev.assay.analyze.quantity.QuantityExtractor].
/// - `name`: the names that a text mentions, [TagMatcher][dev.assay.analyze.name.TagMatcher].
/// - `sentence`: the marks of a sentence and how its grammar joins them. Closed: nobody outside
///   `analyze` reads it.
/// - `weigh`: choosing by weights that were learned.
/// - `claim`: what a claim is, [Claim][dev.assay.analyze.claim.Claim], and how it is said.
/// - `choice`: which property a figure measures, whose it is and what is counted.
/// - `scope`: of what, when and by whom a sentence says it.
/// - `reading`: who has which figure, [ClaimReader][dev.assay.analyze.reading.ClaimReader].
/// - `measure`: what is told again and again by its own name, by a closed grammar.
///
/// All of them are pure functions of the text and the lexicon: the same article gives the same
/// analysis. Nothing here compares two articles; that is `fold`, `check` and `ledger`.
@NullMarked
package dev.assay.analyze;

import org.jspecify.annotations.NullMarked;
