package dev.assay.topic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Facts of the topics that were looked at last, so that a busy page counts its articles once.
///
/// Good while nothing was stored since. After that, what is counted quickly is counted anew at
/// once; a topic of many thousand articles shows its last facts while it is counted anew beside the
/// page. Safe for use by many threads.
///
/// @param <T> the facts
public final class RecentFacts<T> {

  private static final int MOST = 256;

  /// A page may wait this long for its facts.
  private static final Duration QUICK = Duration.ofMillis(10);

  /// While articles stream in, a large topic is counted no more often than this.
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private record Kept<T>(long sequence, Instant made, Duration took, T facts) {}

  private final InstantSource clock;
  private final int most;
  private final Map<Object, Kept<T>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Kept<T>> eldest) {
          return size() > most;
        }
      };

  public RecentFacts(InstantSource clock) {
    this(clock, MOST);
  }

  /// @param most keys of which facts are kept, those that were asked for last
  public RecentFacts(InstantSource clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  /// The facts kept under `key`, or those that `counting` makes, now or beside.
  ///
  /// @param sequence of the store's last change
  /// @param counting may run in another thread
  public T get(Object key, long sequence, Supplier<T> counting) {
    Kept<T> last = find(key);
    if (last != null && last.sequence() == sequence) {
      return last.facts();
    }
    if (last == null || last.took().compareTo(QUICK) < 0) {
      return count(key, sequence, counting);
    }
    if (last.made().plus(PAUSE).isBefore(clock.instant())) {
      keep(key, new Kept<>(last.sequence(), clock.instant(), last.took(), last.facts()));
      Thread.startVirtualThread(() -> count(key, sequence, counting));
    }
    return last.facts();
  }

  private T count(Object key, long sequence, Supplier<T> counting) {
    long start = System.nanoTime();
    T facts = counting.get();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    keep(key, new Kept<>(sequence, clock.instant(), took, facts));
    return facts;
  }

  private synchronized @Nullable Kept<T> find(Object key) {
    return kept.get(key);
  }

  private synchronized void keep(Object key, Kept<T> facts) {
    kept.put(key, facts);
  }
}
