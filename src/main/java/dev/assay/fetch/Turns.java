package dev.assay.fetch;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Lets one request at a time through to each registrable domain, with a gap after each, and no
/// more than a few domains at once. Safe for use by many threads; they wait here.
final class Turns {

  /// Domains that are asked at the same time.
  private static final int MOST_AT_ONCE = 8;

  private static final int MOST_KEPT = 10_000;

  private final InstantSource clock;
  private final Consumer<Duration> sleep;
  private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
  private final ConcurrentHashMap<String, Turn> turns = new ConcurrentHashMap<>();

  /// @param sleep waits so long
  Turns(InstantSource clock, Consumer<Duration> sleep) {
    this.clock = clock;
    this.sleep = sleep;
  }

  /// Waits for the domain's turn and does `request`; the next comes `gap` after its end.
  <T> T take(URI address, Duration gap, Supplier<T> request) {
    Turn turn = turn(address);
    turn.lock.lock();
    try {
      pauseUntil(turn.free);
      atOnce.acquireUninterruptibly();
      try {
        return request.get();
      } finally {
        atOnce.release();
        turn.free = clock.instant().plus(gap);
      }
    } finally {
      turn.lock.unlock();
    }
  }

  /// Until when the domain wants to be left alone; empty if it can be asked.
  Optional<Instant> pausedUntil(URI address) {
    Instant until = turn(address).paused;
    return until.isAfter(clock.instant()) ? Optional.of(until) : Optional.empty();
  }

  /// The whole domain is left alone until then.
  void pause(URI address, Instant until) {
    turn(address).paused = until;
  }

  private Turn turn(URI address) {
    if (turns.size() > MOST_KEPT) {
      Instant now = clock.instant();
      turns.values().removeIf(turn -> turn.isForgettable(now));
    }
    return turns.computeIfAbsent(domain(address), _ -> new Turn());
  }

  /// The part of a host's name that its owner registered (`example.co.uk` of `news.example.co.uk`),
  /// or the host itself where the public suffix list knows none.
  static String domain(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    String assigned = EffectiveTldFinder.getAssignedDomain(host, true, false);
    return assigned == null ? host : assigned;
  }

  private void pauseUntil(Instant free) {
    Duration wait = Duration.between(clock.instant(), free);
    if (wait.isPositive()) {
      sleep.accept(wait);
    }
  }

  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile Instant free = Instant.MIN;
    private volatile Instant paused = Instant.MIN;

    boolean isForgettable(Instant now) {
      return !lock.isLocked() && free.isBefore(now) && paused.isBefore(now);
    }
  }
}
