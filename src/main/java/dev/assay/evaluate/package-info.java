/// How well does this desk read? What readers said of its readings, and what is counted from that.
///
/// A [ReadingLabel][dev.assay.evaluate.ReadingLabel] is a reader's word on one figure;
/// [LabelScore][dev.assay.evaluate.LabelScore] counts how often the present reader agrees with it.
/// A [LabelledPassage][dev.assay.evaluate.LabelledPassage] tells every figure of a paragraph, so
/// that [ClaimScore][dev.assay.evaluate.ClaimScore] has precision and recall.
/// [TwoReaders][dev.assay.evaluate.TwoReaders] sets what the rules and a model made of one article
/// side by side, without a judge.
@NullMarked
package dev.assay.evaluate;

import org.jspecify.annotations.NullMarked;
