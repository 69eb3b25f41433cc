package dev.assay.ingest;

import dev.assay.index.SearchIndex;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import java.util.function.LongConsumer;

/// Makes an index anew from the store.
public final class Reindexing {

  private Reindexing() {}

  /// Puts every article of the store into an empty index.
  ///
  /// @param progress hears how many were put so far
  /// @return how many there are
  public static long fill(Store store, SearchIndex index, Names names, LongConsumer progress) {
    new IndexFollower(store, index, () -> names).catchUp(progress);
    return store.read(session -> session.articles().count().articles());
  }
}
