/// Passages by what they mean, beside the words that stand in them.
///
/// An [Embedder][dev.assay.index.meaning.Embedder] turns a text into a vector; texts that mean
/// alike have vectors that point the same way. None is part of Assay: an add-on brings one.
/// [PassageTexts][dev.assay.index.meaning.PassageTexts] cuts an article into the stretches that get
/// a vector each, and a [VectorIndex][dev.assay.index.meaning.VectorIndex] finds the nearest of
/// them. Which of two articles answers a question better is not decided here: see `search`.
@NullMarked
package dev.assay.index.meaning;

import org.jspecify.annotations.NullMarked;
