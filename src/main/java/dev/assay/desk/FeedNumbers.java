package dev.assay.desk;

import dev.assay.store.Store;
import java.util.Collection;
import java.util.Map;

/// Numbers by which reading programs know feeds, from 1 on: programs keep them in 32 bits. A feed
/// has one from when it is first listed, and keeps it for ever, also if it is given up and comes
/// again. Safe for use by many threads.
public final class FeedNumbers {

  private final Store store;

  /// @param store opened to write
  public FeedNumbers(Store store) {
    this.store = store;
  }

  /// The number of each feed; those that have none yet get the next ones, in this order.
  ///
  /// @param marks of 48 bits each, which tell feeds apart
  public Map<Long, Integer> of(Collection<Long> marks) {
    Map<Long, Integer> known = store.readOnce(session -> new FeedNumberTable(session).all());
    return known.keySet().containsAll(marks)
        ? known
        : store.write(session -> new FeedNumberTable(session).allWith(marks));
  }
}
