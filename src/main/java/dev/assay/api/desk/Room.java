package dev.assay.api.desk;

import dev.assay.article.ReaderId;
import java.util.HashMap;
import java.util.Map;

/// How many may listen at a time, in all and of one reader. Safe for use by many threads.
final class Room {

  private final int most;
  private final int ofOne;
  private final Map<ReaderId, Integer> inside = new HashMap<>();
  private int all;

  Room(int most, int ofOne) {
    this.most = most;
    this.ofOne = ofOne;
  }

  /// Whether there is room for one more of a reader, who is inside then.
  synchronized boolean takes(ReaderId reader) {
    if (all >= most || inside.getOrDefault(reader, 0) >= ofOne) {
      return false;
    }
    all++;
    inside.merge(reader, 1, Integer::sum);
    return true;
  }

  synchronized void leave(ReaderId reader) {
    all--;
    inside.computeIfPresent(reader, (_, count) -> count == 1 ? null : count - 1);
  }
}
