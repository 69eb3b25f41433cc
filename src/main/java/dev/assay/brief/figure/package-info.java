/// Key figures: the claims of an article, told to readers of another language.
///
/// [KeyFigures][dev.assay.brief.figure.KeyFigures] chooses among the claims that are trusted
/// enough; `Telling` says one in the reader's words, or that it cannot be told whole; `Untold`
/// looks beside its number for words that the claim does not tell (`lexicon/figure-words.tsv`).
/// Nothing here reads claims: that is `analyze.claim`'s.
@NullMarked
package dev.assay.brief.figure;

import org.jspecify.annotations.NullMarked;
