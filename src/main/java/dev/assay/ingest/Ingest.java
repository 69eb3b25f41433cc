package dev.assay.ingest;

import dev.assay.analyze.Analysis;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Outcome;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefTable;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.work.ModelTextTable;
import dev.assay.event.DatedSentence;
import dev.assay.event.Spoken;
import dev.assay.event.kept.DatedTable;
import dev.assay.event.kept.EventTable;
import dev.assay.index.IndexedArticle;
import dev.assay.index.SearchIndex;
import dev.assay.ingest.input.Given;
import dev.assay.store.ArticleTable.Revision;
import dev.assay.store.EditTable;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Takes documents through every stage: prepared on all cores, written in their order by one
/// thread, many to a transaction, then indexed.
///
/// A document is acknowledged to the [Listener] when the transaction that holds it is on the disk.
/// The index follows the store's sequence, so whatever stops the process, the next one catches up.
/// Several may run on one store at once: the index's monitor is held from a write to its place in
/// the index, so that the index always takes the later text last.
public final class Ingest {

  /// Articles whose claims are read again in one transaction.
  private static final int BATCH = 64;

  private final Store store;
  private final SearchIndex index;
  private final Preparation preparation;
  private final Recording recording;
  private final Stages stages;
  private final Pipeline pipeline;
  private volatile boolean stopping;

  /// Up to which sequence this has put into the index all that the store has.
  private long followed;

  public Ingest(Store store, SearchIndex index, Stages stages, InstantSource clock) {
    this(store, index, stages, clock, Budget.SHIPPED);
  }

  Ingest(Store store, SearchIndex index, Stages stages, InstantSource clock, Budget budget) {
    this.store = store;
    this.index = index;
    this.preparation = new Preparation(store, stages);
    this.recording = new Recording(store, stages, clock);
    this.stages = stages;
    this.pipeline = new Pipeline(store, budget, clock);
  }

  /// Hears what became of each document, in the order of the documents, on one thread.
  public interface Listener {
    void recorded(Given given, Outcome outcome);
  }

  /// Takes in all that `documents` gives, and returns when it is stored and indexed.
  ///
  /// @throws dev.assay.store.StoreException if the disk is full; what was acknowledged is kept
  public void run(Iterator<Given> documents, Listener listener) {
    run(documents, preparation::prepare, recording::record, listener);
    keepBooks();
  }

  /// Takes every stored document through cleaner and analysis again, in the order of ids, and puts
  /// what they find now in the place of what they found before.
  ///
  /// Ids, earlier revisions, outcomes and a reader's corrections stay. A better cleaner's text
  /// makes no revision: the source did not change. A document in which no article is found any more
  /// keeps the one it has, and the listener hears the reason.
  ///
  /// @throws dev.assay.store.StoreException if the disk is full; what was acknowledged is kept
  public void reprocess(Listener listener) {
    run(new StoredDocuments(store), preparation::again, recording::recordAgain, listener);
    keepBooks();
  }

  /// Reads the claims of the articles that were stored before their claims were read, or that an
  /// earlier version of the reading read, and makes the entries of the ledger that are stale.
  /// [#stop] ends it early; what was read is kept.
  ///
  /// @return how many articles were read
  public long catchUpClaims() {
    long read = 0;
    long after = -1;
    List<ArticleId> unread = unread(after);
    while (!stopping && !unread.isEmpty()) {
      readClaims(unread);
      read += unread.size();
      after = unread.getLast().value();
      unread = unread(after);
    }
    keepBooks();
    return read;
  }

  /// Has the articles find their events that were stored before there were any. [#stop] ends it
  /// early; what was found is kept.
  ///
  /// @return how many articles were read
  public long catchUpEvents() {
    long read = 0;
    long after = -1;
    List<ArticleId> ids = withoutEvents(after);
    while (!stopping && !ids.isEmpty()) {
      Map<Article, Spoken> spoken = new LinkedHashMap<>();
      stored(ids).forEach(article -> spoken.put(article, spoken(article)));
      store.change(session -> findEvents(session, spoken));
      read += ids.size();
      after = ids.getLast().value();
      ids = withoutEvents(after);
    }
    return read;
  }

  /// Reads the sentences that say when something happened, of articles that were stored before such
  /// were read. [#stop] ends it early; what was found is kept.
  ///
  /// @return how many articles were read
  public long catchUpDays() {
    long read = 0;
    long after = -1;
    List<ArticleId> ids = withoutDays(after);
    while (!stopping && !ids.isEmpty()) {
      List<ArticleId> some = ids;
      Map<Article, List<DatedSentence>> found = new LinkedHashMap<>();
      stored(some)
          .forEach(
              article -> found.put(article, stages.days().of(stages.analyzer().analyze(article))));
      store.change(
          session ->
              found.forEach(
                  (article, dated) -> {
                    if (isUnchanged(session, article)) {
                      new DatedTable(session).put(article.id(), dated);
                    }
                  }));
      read += ids.size();
      after = ids.getLast().value();
      ids = withoutDays(after);
    }
    return read;
  }

  /// Reads what sources changed in texts that were replaced before that was read. [#stop] ends it
  /// early; what was found is kept.
  ///
  /// @return how many texts were read
  public long catchUpEdits() {
    long read = 0;
    List<EditTable.Unread> some = store.read(session -> session.edits().unread(BATCH));
    while (!stopping && !some.isEmpty()) {
      List<EditTable.Unread> unread = some;
      store.change(session -> unread.forEach(one -> readEdit(session, one)));
      read += some.size();
      some = store.read(session -> session.edits().unread(BATCH));
    }
    return read;
  }

  private void readEdit(Session session, EditTable.Unread one) {
    StoredArticle stored = session.articles().find(one.article()).orElseThrow();
    Revision before = session.articles().revision(one.article(), one.number()).orElseThrow();
    Revision after = session.articles().revision(one.article(), one.number() + 1).orElse(null);
    session
        .edits()
        .put(
            Recording.row(
                stages,
                text(stored.article(), before),
                after == null ? stored.article() : text(stored.article(), after),
                one.number()));
  }

  /// An article with the text that it had.
  private static Article text(Article article, Revision revision) {
    return new Article(
        article.id(),
        article.address(),
        article.source(),
        article.externalId(),
        revision.title(),
        article.authors(),
        article.publishedAt(),
        null,
        revision.fetchedAt(),
        article.language(),
        article.kind(),
        article.section(),
        article.image(),
        revision.paragraphs());
  }

  private List<ArticleId> withoutDays(long after) {
    return store.read(session -> new DatedTable(session).unread(after, BATCH));
  }

  private List<ArticleId> withoutEvents(long after) {
    return store.read(session -> new EventTable(session).unread(after, BATCH));
  }

  /// What an article speaks of, as it is read when it comes.
  private Spoken spoken(Article article) {
    Analysis analysis = stages.analyzer().analyze(article);
    return stages.events().reader().read(analysis, stages.days().of(analysis));
  }

  private void findEvents(Session session, Map<Article, Spoken> read) {
    read.forEach(
        (article, spoken) -> {
          if (isUnchanged(session, article)) {
            new EventTable(session).put(article.id(), spoken);
            // That it came was told when it did.
            stages.events().follow(session, List.of(article.id()), article.fetchedAt());
          }
        });
  }

  private List<Article> stored(List<ArticleId> ids) {
    Map<ArticleId, StoredArticle> found = store.read(session -> session.articles().find(ids));
    return ids.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(StoredArticle::article)
        .toList();
  }

  /// Whether an article is as it was when it was read: neither replaced nor deleted.
  private static boolean isUnchanged(Session session, Article article) {
    return session
        .articles()
        .find(article.id())
        .map(stored -> stored.article().equals(article))
        .orElse(false);
  }

  private List<ArticleId> unread(long after) {
    return store.read(
        session -> session.claims().unread(after, stages.bookkeeping().reading(), BATCH));
  }

  private void readClaims(List<ArticleId> ids) {
    List<ByBoth> read = new ArrayList<>();
    for (Article article : stored(ids)) {
      Optional<ModelReading> reading =
          store.readOnce(session -> new ModelTextTable(session).reading(article));
      read.add(new ByBoth(stages.analyzed(article, reading), reading));
    }
    store.change(
        session -> {
          read.forEach(one -> putClaims(session, one));
          Tagging.recorded(session, stages.analyzer().namesVersion(), false);
        });
  }

  /// An article with the claims of both readers, and what the second was taken from.
  private record ByBoth(Analysis analysis, Optional<ModelReading> reading) {}

  /// Puts the claims of an article, and its key figures, in the place of those it had. What a model
  /// read in the meantime is left to the next time.
  private void putClaims(Session session, ByBoth read) {
    Analysis analysis = read.analysis();
    Article article = analysis.article();
    if (!isUnchanged(session, article)
        || !new ModelTextTable(session).reading(article).equals(read.reading())) {
      return;
    }
    Tagging.putClaims(session, article.id(), stages.filed(analysis), article.fetchedAt());
    BriefTable briefs = new BriefTable(session);
    Brief fresh =
        Tagging.fresh(briefs.of(List.of(article.id())).get(article.id()), analysis, stages);
    if (fresh != null) {
      briefs.put(fresh, article.fetchedAt());
    }
  }

  /// Tries again what was set aside since it felled the process, each by itself.
  public void reprocessSetAside(Listener listener) {
    store.change(session -> session.failures().giveAnotherTry());
    reprocess(listener);
  }

  /// As [#run(Iterator, Listener)], with other stages before a document is recorded.
  void run(Iterator<Given> documents, Function<Given, Prepared> prepare, Listener listener) {
    run(documents, prepare, recording::record, listener);
  }

  private void run(
      Iterator<Given> documents,
      Function<Given, Prepared> prepare,
      Function<List<Prepared>, Recording.Recorded> record,
      Listener listener) {
    stopping = false;
    synchronized (index) {
      if (index.isBroken()) {
        catchUp();
      }
      followed = index.committedSequence();
    }
    pipeline.run(
        documents,
        prepare,
        new Pipeline.Sink() {
          @Override
          public List<Outcome> write(List<Prepared> batch) {
            return written(batch, record);
          }

          @Override
          public void step() {
            commitIndex();
          }
        },
        listener);
  }

  /// Asks a run to end after the documents that are being written; those in the stages are left.
  public void stop() {
    stopping = true;
    pipeline.stop();
  }

  /// Makes the entries of the ledger that are stale, has the index follow, and looks which names
  /// rise. A run that was stopped leaves the entries to the next one.
  private void keepBooks() {
    if (!stopping) {
      stages.bringToLedger(store, () -> {});
      stages.rising().look(store);
    }
    catchUp();
  }

  /// Puts into the index what the store has and the index lacks.
  void catchUp() {
    Indexing.catchUp(store, index, stages::names);
  }

  private List<Outcome> written(
      List<Prepared> batch, Function<List<Prepared>, Recording.Recorded> record) {
    synchronized (index) {
      Recording.Recorded recorded = record.apply(batch);
      List<IndexedArticle> changed = recorded.changed();
      if (!changed.isEmpty()) {
        index.put(changed);
        index.refresh();
      }
      if (recorded.before() == followed) {
        followed = recorded.after();
      }
      return recorded.outcomes();
    }
  }

  /// Makes the index last. If others wrote between, it is put again what was not followed.
  private void commitIndex() {
    synchronized (index) {
      long sequence = store.read(session -> session.articles().lastSequence());
      if (sequence == followed) {
        index.commit(sequence);
      } else {
        catchUp();
        followed = index.committedSequence();
      }
    }
  }
}
