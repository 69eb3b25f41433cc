package dev.assay.desk;

import dev.assay.store.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Numbers of feeds. Used by one thread, within its session.
final class FeedNumberTable {

  private final Handle handle;

  FeedNumberTable(Session session) {
    this.handle = session.handle();
  }

  /// The numbers by the marks.
  Map<Long, Integer> all() {
    Map<Long, Integer> numbers = new HashMap<>();
    handle
        .createQuery("select mark, number from reader_feed")
        .map((row, _) -> Map.entry(row.getLong("mark"), row.getInt("number")))
        .forEach(entry -> numbers.put(entry.getKey(), entry.getValue()));
    return numbers;
  }

  /// The same, with numbers for marks that have none yet.
  Map<Long, Integer> allWith(Collection<Long> marks) {
    Map<Long, Integer> numbers = all();
    int next = numbers.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    for (long mark : marks) {
      if (!numbers.containsKey(mark)) {
        handle.execute("insert into reader_feed (mark, number) values (?, ?)", mark, next);
        numbers.put(mark, next++);
      }
    }
    return numbers;
  }
}
