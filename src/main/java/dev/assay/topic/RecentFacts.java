package dev.assay.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Facts of the topics that were looked at last, so that a busy page counts its articles once.
///
/// Good while nothing was stored since, and while articles stream in, for a few seconds. Safe for
/// use by many threads.
final class RecentFacts {

  private static final int MOST = 256;
  private static final Duration WHILE_ARTICLES_STREAM_IN = Duration.ofSeconds(5);

  private record Kept(long sequence, Instant made, Facts facts) {}

  private final Map<Object, Kept> entries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Kept> eldest) {
          return size() > MOST;
        }
      };

  /// The facts kept under `key`, or those that `counting` makes.
  ///
  /// @param sequence of the store's last change
  Facts get(Object key, long sequence, Instant now, Supplier<Facts> counting) {
    Kept kept;
    synchronized (entries) {
      kept = entries.get(key);
    }
    if (kept != null && isGood(kept, sequence, now)) {
      return kept.facts();
    }
    Facts facts = counting.get();
    synchronized (entries) {
      entries.put(key, new Kept(sequence, now, facts));
    }
    return facts;
  }

  private static boolean isGood(Kept kept, long sequence, Instant now) {
    return kept.sequence() == sequence || kept.made().plus(WHILE_ARTICLES_STREAM_IN).isAfter(now);
  }
}
