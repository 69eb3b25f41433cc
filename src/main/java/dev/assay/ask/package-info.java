/// A question in, an answer of cited, checked sentences out; or in words why there is none.
///
/// Start at [dev.assay.ask.Ask], then `Answering`, one question on its way: it is read
/// (`QuestionReader`), looked up in the ledger (`LedgerFigures`) and in the articles that search
/// ranks first (`Weighing`), whose sentences are weighed by what was learned (`SentenceFeatures`,
/// `AskWeights`; `AskTraining` learns) and chosen so that each says something more (`Chosen`,
/// `SentenceChoice`). Steps are told as they come ([dev.assay.ask.AskEvent]); an answer that is
/// kept belongs to its reader (`AnswerTable`), and what is new when it is asked again is an
/// [dev.assay.ask.AnswerChange].
///
/// Nothing is written here: a sentence is the source's, whole, with its place. Finding articles is
/// the business of `search`.
@NullMarked
package dev.assay.ask;

import org.jspecify.annotations.NullMarked;
