package dev.assay.ingest;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.Analyzer;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.figure.KeyFigures;
import dev.assay.clean.Cleaner;
import dev.assay.event.DatedSentences;
import dev.assay.event.kept.EventJoin;
import dev.assay.event.kept.RiseNews;
import dev.assay.fold.Edits;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Names;
import dev.assay.store.ClaimTable.Reading;

/// The stages that need no other document, with the names they know. Shared by all threads.
public record Stages(
    Cleaner cleaner,
    Names names,
    Analyzer analyzer,
    BriefNumbers briefNumbers,
    KeyFigures keyFigures,
    Bookkeeping bookkeeping,
    EventJoin events,
    DatedSentences days,
    Edits edits,
    RiseNews rising) {

  /// The claims of an analysed article as the store keeps them.
  Reading filed(Analysis analysis) {
    return bookkeeping.filed(analysis.article(), analysis.claims());
  }
}
