package dev.assay.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows guessing down: five tries in a minute, then a wait that doubles with each further one, up
/// to an hour. Forgets what it last saw longest ago when it has seen too much. Safe for use by many
/// threads.
final class Throttle {

  private static final int FREE_TRIES = 5;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 6;
  private static final int MOST_KEYS = 50_000;

  /// What failed under one key.
  ///
  /// @param since when the first of these tries was
  /// @param until nothing is tried before
  private record Failures(int count, Instant since, Instant until) {}

  private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

  /// How long `key` has to wait; zero if it may try.
  synchronized Duration wait(String key, Instant now) {
    Failures known = failures.get(key);
    return known == null || !now.isBefore(known.until())
        ? Duration.ZERO
        : Duration.between(now, known.until());
  }

  synchronized void failed(String key, Instant now) {
    Failures known = failures.get(key);
    failures.put(
        key,
        known == null || isOver(known, now)
            ? new Failures(1, now, now)
            : new Failures(
                known.count() + 1, known.since(), now.plus(waitAfter(known.count() + 1))));
    if (failures.size() > MOST_KEYS) {
      failures.remove(failures.keySet().iterator().next());
    }
  }

  /// A few mistakes a minute ago count for nothing, nor do many some hours ago.
  private static boolean isOver(Failures known, Instant now) {
    return known.count() < FREE_TRIES
        ? now.isAfter(known.since().plus(FIRST_WAIT))
        : now.isAfter(known.until().plus(LONGEST_WAIT));
  }

  private static Duration waitAfter(int count) {
    if (count < FREE_TRIES) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE_TRIES, MOST_DOUBLINGS));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  synchronized void succeeded(String key) {
    failures.remove(key);
  }
}
