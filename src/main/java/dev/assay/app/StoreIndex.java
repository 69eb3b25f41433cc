package dev.assay.app;

import dev.assay.index.IndexFailure;
import dev.assay.index.SearchIndex;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.index.opensearch.OpenSearchIndex;
import dev.assay.ingest.Indexing;
import dev.assay.ingest.NameBook;
import dev.assay.ingest.Reindexing;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The search index of an open store: in its folder or on a cluster; opened, and made anew where it
/// is damaged.
final class StoreIndex {

  private static final Logger LOG = LoggerFactory.getLogger(StoreIndex.class);

  private StoreIndex() {}

  /// The index in the folder of a shared desk follows the store here too, unless a server on this
  /// folder sees to it.
  static SearchIndex toRead(
      Store store, StoreSettings settings, Lexicon lexicon, InstantSource clock) {
    if (!settings.index().isEmpty()) {
      return OpenSearchIndex.open(settings.index(), settings.indexName());
    }
    Path folder = folder(store.folder());
    if (settings.store() != null) {
      try {
        SearchIndex index = LuceneIndex.open(folder);
        Indexing.catchUp(
            store, index, () -> new NameBook(store, Names.load(lexicon), clock).names());
        return index;
      } catch (IndexFailure e) {
        LOG.debug("the index is written by another process", e);
      }
    }
    return LuceneIndex.openForReading(folder);
  }

  /// An index that can be written; the caller has it follow the store.
  static SearchIndex toWrite(
      Store store, StoreSettings settings, Lexicon lexicon, InstantSource clock) {
    return settings.index().isEmpty()
        ? sound(store, lexicon, clock)
        : OpenSearchIndex.open(settings.index(), settings.indexName());
  }

  /// The index, made anew from the store if its files are damaged.
  private static LuceneIndex sound(Store store, Lexicon lexicon, InstantSource clock) {
    Path folder = folder(store.folder());
    try {
      return LuceneIndex.open(folder);
    } catch (IndexFailure e) {
      if (!e.isDamaged()) {
        throw e;
      }
      LOG.warn("{} It is made anew.", e.getMessage());
      remake(store, new StoreSettings(null, List.of(), ""), lexicon, clock, _ -> {});
      return LuceneIndex.open(folder);
    }
  }

  /// Makes the index of an open store anew, beside the one that is in use.
  ///
  /// @return how many articles it holds
  static long remake(
      Store store,
      StoreSettings settings,
      Lexicon lexicon,
      InstantSource clock,
      LongConsumer progress) {
    if (!settings.index().isEmpty()) {
      try (SearchIndex index = OpenSearchIndex.open(settings.index(), settings.indexName())) {
        index.clear();
        Names names = new NameBook(store, Names.load(lexicon), clock).names();
        return Reindexing.fill(store, index, names, progress);
      }
    }
    try (LuceneIndex.Rebuild rebuild = LuceneIndex.rebuild(folder(store.folder()))) {
      Names names = new NameBook(store, Names.load(lexicon), clock).names();
      long count = Reindexing.fill(store, rebuild.index(), names, progress);
      rebuild.finish(store.read(session -> session.articles().lastSequence()));
      return count;
    }
  }

  static Path folder(Path data) {
    return data.resolve("index");
  }

  static Path vectors(Path data) {
    return data.resolve("vectors");
  }
}
