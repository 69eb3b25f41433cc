/// Sentences of an article, chosen and grouped: `Article` to `Brief` without a model.
///
/// Start at [ExtractiveBriefs][dev.assay.brief.extract.ExtractiveBriefs], which reads top to
/// bottom:
/// - *What could be told*: `Draft` cuts the text into words and `Sections`; `CandidateSentences`
///   takes the sentences that can stand alone (`Standalone`, `Pointing`), without datelines and
///   labels, with who says them (`Turns`, `Speech`).
/// - *What is told*: `Worth` weighs each sentence by itself, `Choice` takes those that add most.
/// - *In which groups*: `Outline` goes by the article's own headings (`HeadingLines`) or by
///   `Themes`.
///
/// The words of an extractive brief are the article's own. Openings that point back, stop words,
/// headings and phrases without content are data: `lexicon/zh/brief-*.tsv`,
/// `lexicon/en/brief-*.tsv`.
@NullMarked
package dev.assay.brief.extract;

import org.jspecify.annotations.NullMarked;
