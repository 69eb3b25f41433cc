/// The work of a language model on one data folder: what waits, what was written, what it cost.
///
/// [ModelDesk][dev.assay.brief.work.ModelDesk] is the front door. A `WritingRun` sends what waits
/// as far as the day's `Purse` lets it, [ModelTextTable][dev.assay.brief.work.ModelTextTable] keeps
/// what came, `ModelRunTable` what it cost. [ModelJob][dev.assay.brief.work.ModelJob] runs it in
/// the background, [ModelTrials][dev.assay.brief.work.ModelTrials] finds a model. How an answer is
/// made and vetted is `brief.model`'s.
@NullMarked
package dev.assay.brief.work;

import org.jspecify.annotations.NullMarked;
