/// A text made ready for reading: its sentences and its folded copy.
///
/// [Sentences][dev.assay.analyze.text.Sentences] cuts a paragraph into sentences;
/// [SaidSentences][dev.assay.analyze.text.SaidSentences] gives those that say something, without
/// what stands around them. [FoldedText][dev.assay.analyze.text.FoldedText] is a copy of the same
/// length in which width, case and traditional characters no longer differ, so that an offset in
/// one is an offset in the other. [WordList][dev.assay.analyze.text.WordList] finds the words of a
/// table of the lexicon in it; what a word means is not told here.
/// [WordCutter][dev.assay.analyze.text.WordCutter] cuts a sentence into words with their base form
/// and part of speech.
@NullMarked
package dev.assay.analyze.text;

import org.jspecify.annotations.NullMarked;
