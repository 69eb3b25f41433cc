package dev.assay.watch.send;

import dev.assay.fold.Outlets;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.lexicon.Lexicon;
import dev.assay.search.Search;
import dev.assay.store.Store;
import dev.assay.topic.Topics;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/// What a desk without articles needs to tell of its sources.
final class Telling {

  private Telling() {}

  static Search search(InstantSource clock) {
    return new Search(LuceneIndex.openInMemory(), _ -> Map.of(), clock);
  }

  static Topics topics(Store store, Search search, InstantSource clock) {
    return new Topics(store, search, none(), none(), none(), clock, Outlets.of(Lexicon.shipped()));
  }

  private static <T> Supplier<T> none() {
    return () -> {
      throw new IllegalStateException("sources have no names to look for");
    };
  }
}
