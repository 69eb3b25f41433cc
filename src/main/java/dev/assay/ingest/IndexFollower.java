package dev.assay.ingest;

import dev.assay.article.ArticleId;
import dev.assay.index.IndexedArticle;
import dev.assay.index.SearchIndex;
import dev.assay.ledger.kept.LedgerTable;
import dev.assay.lexicon.Names;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoredArticle;
import dev.assay.store.TagTable.TagRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Brings an index up to the store: what was changed or deleted after the index's last commit.
final class IndexFollower {

  private static final int STEP = 500;

  private final Store store;
  private final SearchIndex index;
  private final Supplier<Names> names;

  IndexFollower(Store store, SearchIndex index, Supplier<Names> names) {
    this.store = store;
    this.index = index;
    this.names = names;
  }

  /// @param progress hears how many articles were put so far
  void catchUp(LongConsumer progress) {
    synchronized (index) {
      followed(progress);
    }
  }

  private void followed(LongConsumer progress) {
    index.mend();
    long last = store.read(session -> session.articles().lastSequence());
    long sequence = index.committedSequence();
    if (sequence == last) {
      return;
    }
    if (sequence > last) { // of another store, perhaps of an older backup of this one
      index.clear();
      sequence = 0;
    }
    long from = sequence;
    index.delete(store.read(session -> session.articles().deletedAfter(from)));
    long put = 0;
    List<StoredArticle> changed = changedAfter(sequence);
    while (!changed.isEmpty()) {
      index.put(indexed(changed));
      put += changed.size();
      progress.accept(put);
      sequence = changed.getLast().sequence();
      changed = changedAfter(sequence);
    }
    index.commit(Math.max(sequence, last));
    index.refresh();
  }

  private List<StoredArticle> changedAfter(long sequence) {
    return store.read(session -> session.articles().changedAfter(sequence, STEP));
  }

  private List<IndexedArticle> indexed(List<StoredArticle> articles) {
    return store.read(session -> indexed(session, articles, names.get()));
  }

  /// Stored articles in the form in which the index takes them.
  static List<IndexedArticle> indexed(Session session, List<StoredArticle> articles, Names names) {
    List<ArticleId> ids = articles.stream().map(StoredArticle::id).toList();
    Map<ArticleId, List<TagRow>> tags = session.tags().of(ids);
    Set<ArticleId> disputed = new LedgerTable(session).inDispute(ids);
    return articles.stream()
        .map(
            stored ->
                Indexing.of(
                    stored,
                    tags.getOrDefault(stored.id(), List.of()),
                    disputed.contains(stored.id()) ? Set.of(IndexedArticle.DISPUTED) : Set.of(),
                    names))
        .toList();
  }
}
