/// Key figures: the claims of an article, told to readers of another language.
///
/// [KeyFigures][dev.assay.brief.figure.KeyFigures] tells a figure only where every word beside its
/// number can be told in that language; `FigureReading` looks at the sentence, `FigureRules` says
/// which labels a figure can have. The words are data: `lexicon/figure-words.tsv`.
@NullMarked
package dev.assay.brief.figure;

import org.jspecify.annotations.NullMarked;
