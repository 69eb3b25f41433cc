package dev.assay.ingest;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.Analyzer;
import dev.assay.article.Article;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.claim.SecondReader;
import dev.assay.brief.figure.KeyFigures;
import dev.assay.clean.Cleaner;
import dev.assay.event.DatedSentences;
import dev.assay.event.kept.EventJoin;
import dev.assay.event.kept.RiseNews;
import dev.assay.fold.Edits;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Names;
import dev.assay.store.ClaimTable.Reading;
import dev.assay.store.Store;
import java.util.Optional;

/// The stages that need no other document, with the names they know. Shared by all threads.
public record Stages(
    Cleaner cleaner,
    Names names,
    Analyzer analyzer,
    SecondReader second,
    BriefNumbers briefNumbers,
    KeyFigures keyFigures,
    Bookkeeping bookkeeping,
    EventJoin events,
    AlikeJoin alike,
    DatedSentences days,
    Edits edits,
    RiseNews rising) {

  /// What `article` says.
  ///
  /// @param reading the figures that a model read in it, if one was asked
  Analysis analyzed(Article article, Optional<ModelReading> reading) {
    return second.join(analyzer.analyze(article), reading.orElse(null));
  }

  /// Has the figures of what came meet those of other texts, then makes the entries of the ledger
  /// that are stale.
  ///
  /// @param before is run before each transaction of that: what it throws ends the work
  void bringToLedger(Store store, Runnable before) {
    alike.run(store, before);
    bookkeeping.refresh(store, before);
  }

  /// The claims of an analysed article as the store keeps them.
  Reading filed(Analysis analysis) {
    return bookkeeping.filed(analysis.article(), analysis.claims());
  }
}
