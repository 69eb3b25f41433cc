package dev.assay.ingest;

import dev.assay.analyze.Analysis;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.RawDocument;
import dev.assay.brief.Brief;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.extract.ExtractiveBriefs;
import dev.assay.brief.work.ModelTextTable;
import dev.assay.clean.CleanResult;
import dev.assay.event.DatedSentence;
import dev.assay.fold.Fingerprint;
import dev.assay.ingest.input.Given;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Takes one document through the stages that need no other document. Used by all workers at once.
final class Preparation {

  private final Store store;
  private final Stages stages;
  private final Misreadings misreadings;

  Preparation(Store store, Stages stages) {
    this.store = store;
    this.stages = stages;
    this.misreadings = new Misreadings(stages.names().lexicon());
  }

  Prepared prepare(Given given) {
    return switch (given) {
      case Given.Refused(_, String reason) -> new Prepared.NotTaken(given, reason);
      case Given.Document document -> prepare(document);
    };
  }

  private Prepared prepare(Given.Document given) {
    RawDocument document = given.document();
    byte[] hash = RawDocumentTable.hash(document.bytes());
    return isStored(document, hash) ? new Prepared.Same(given) : read(given, hash);
  }

  /// What becomes of a document that no stage has to read: the store has it as it is.
  Optional<Prepared> stored(Given given) {
    return given instanceof Given.Document document
            && isStored(document.document(), RawDocumentTable.hash(document.document().bytes()))
        ? Optional.of(new Prepared.Same(document))
        : Optional.empty();
  }

  /// As [#prepare], but cleans and analyses what the store has too.
  Prepared again(Given given) {
    return switch (given) {
      case Given.Refused(_, String reason) -> new Prepared.NotTaken(given, reason);
      case Given.Document document ->
          read(document, RawDocumentTable.hash(document.document().bytes()));
    };
  }

  /// Whether the store has these very bytes, or what came in their place in the same batch. A line
  /// in whose place another stands is read anew: the one before it may not be written yet.
  private boolean isStored(RawDocument document, byte[] hash) {
    ArticleId id = document.identity().articleId();
    return document.header(RawDocument.BATCH_REPLACES).isEmpty()
        && store.read(session -> isStored(session, id, hash));
  }

  private static boolean isStored(Session session, ArticleId id, byte[] hash) {
    Optional<byte[]> stored = session.articles().rawHash(id);
    return stored.isPresent()
        && (Arrays.equals(stored.get(), hash) || session.failures().isSuperseded(id, hash));
  }

  private Prepared read(Given.Document given, byte[] hash) {
    return switch (stages.cleaner().clean(given.document())) {
      case CleanResult.Refused(String reason) -> new Prepared.NotTaken(given, reason);
      case CleanResult.Untold(_, String reason) -> new Prepared.NotTaken(given, reason);
      case CleanResult.Cleaned(Article article, _) ->
          misread(given.document(), article)
              .<Prepared>map(reason -> new Prepared.NotTaken(given, reason))
              .orElseGet(() -> analyzed(given, hash, article));
    };
  }

  /// Why a page that somebody handed in shows something else than its article; empty if it does
  /// not. A part of one is taken: somebody asked for just this page.
  private Optional<String> misread(RawDocument document, Article article) {
    return document.header(RawDocument.HANDED_IN).isEmpty()
        ? Optional.empty()
        : misreadings
            .fault(article, document, true)
            .filter(fault -> !fault.isPart())
            .map(Misreadings.Fault::reason);
  }

  private Prepared analyzed(Given.Document given, byte[] hash, Article article) {
    Optional<ModelReading> reading =
        store.readOnce(session -> new ModelTextTable(session).reading(article));
    Analysis analysis = stages.analyzed(article, reading);
    Brief brief = stages.briefNumbers().check(ExtractiveBriefs.of(analysis), analysis);
    List<DatedSentence> days = stages.days().of(analysis);
    return new Prepared.Ready(
        given,
        hash,
        RawDocumentTable.deflated(given.document().bytes()),
        article,
        Fingerprint.of(article),
        analysis.tags(),
        stages.filed(analysis),
        stages.keyFigures().add(brief, analysis),
        stages.events().reader().read(analysis, days),
        days);
  }
}
