/// `Article` to `Brief`: what a busy reader should know of one article, each sentence with its
/// citations.
///
/// Start at [ExtractiveBriefs][dev.assay.brief.ExtractiveBriefs], which reads top to bottom:
/// - *What could be told*: `Draft` cuts the text into words and `Sections`; `Candidates` takes the
///   sentences that can stand alone (`Standing`, `Pointing`), without datelines and labels, with
///   who says them (`Turns`, `Speech`).
/// - *What is told*: `Worth` weighs each sentence by itself, `Choice` takes those that add most.
/// - *In which groups*: `Outline` goes by the article's own headings (`HeadingLines`) or by
///   `Themes`.
///
/// `KeyFigures` tells figures to readers of the other language, by the classes called `Figure...`.
/// `ModelDesk` has briefs written by a language model and believes nothing of them (`Vetting`).
/// `BriefNumbers` checks the numbers of both. [BriefJson][dev.assay.brief.BriefJson] is the form in
/// which briefs are stored and published.
///
/// The words of an extractive brief are the article's own. Openings that point back, stop words,
/// headings and phrases without content are data: `lexicon/zh/brief-*.tsv`,
/// `lexicon/en/brief-*.tsv`.
@NullMarked
package dev.assay.brief;

import org.jspecify.annotations.NullMarked;
