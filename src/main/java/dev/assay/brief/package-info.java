/// `Article` to `Brief`: what a busy reader should know of one article, each sentence with its
/// citations.
///
/// Start at [ExtractiveBriefs][dev.assay.brief.ExtractiveBriefs], which reads top to bottom:
/// candidate sentences that can stand alone, a score for each, a choice without repetition,
/// neighbours grouped by subject, a heading for each group. [BriefJson][dev.assay.brief.BriefJson]
/// is the form in which briefs are stored and published.
///
/// The words of an extractive brief are the article's own. Openings that point back, stop words and
/// phrases without content are data: `lexicon/zh/brief-*.tsv` and `lexicon/en/brief-*.tsv`.
@NullMarked
package dev.assay.brief;

import org.jspecify.annotations.NullMarked;
