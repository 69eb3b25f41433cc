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
import java.util.function.Function;
import java.util.function.Supplier;

/// Lets one request at a time through to each registrable domain, with a gap between two, and no
/// more than a few at once to all of them. Safe for use by many threads; they wait here.
final class Turns {

  /// Domains that are asked at the same time. Who only waits for a gap takes no place.
  private static final int MOST_AT_ONCE = 8;

  private static final int MOST_KEPT = 10_000;

  private final InstantSource clock;
  private final Consumer<Duration> sleep;
  private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
  private final ConcurrentHashMap<String, Domain> domains = new ConcurrentHashMap<>();

  /// @param sleep waits so long
  Turns(InstantSource clock, Consumer<Duration> sleep) {
    this.clock = clock;
    this.sleep = sleep;
  }

  /// The domain's turn: nobody else asks it until this ends.
  interface Turn {

    /// Makes one request, `gap` after the domain's last one.
    <T> T request(Duration gap, Supplier<T> request);
  }

  /// Waits for the domain's turn and does `work`, which may be several requests.
  <T> T take(URI address, Function<Turn, T> work) {
    Domain domain = domain(address);
    domain.lock.lock();
    try {
      return work.apply(domain);
    } finally {
      domain.lock.unlock();
    }
  }

  /// Until when the domain wants to be left alone; empty if it can be asked.
  Optional<Instant> pausedUntil(URI address) {
    Instant until = domain(address).paused;
    return until.isAfter(clock.instant()) ? Optional.of(until) : Optional.empty();
  }

  /// The whole domain is left alone until then.
  void pause(String domain, Instant until) {
    kept(domain).paused = until;
  }

  private Domain domain(URI address) {
    return kept(nameOf(address));
  }

  private Domain kept(String name) {
    if (domains.size() > MOST_KEPT) {
      Instant now = clock.instant();
      domains.values().removeIf(domain -> domain.isForgettable(now));
    }
    return domains.computeIfAbsent(name, _ -> new Domain());
  }

  /// The part of a host's name that its owner registered (`example.co.uk` of `news.example.co.uk`),
  /// or the host itself where the public suffix list knows none.
  static String nameOf(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    String assigned = EffectiveTldFinder.getAssignedDomain(host, true, false);
    return assigned == null ? host : assigned;
  }

  private final class Domain implements Turn {

    /// A longer pause than any gap: after it nothing needs to be known of a domain.
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile Instant last = Instant.MIN;
    private volatile Instant paused = Instant.MIN;

    @Override
    public <T> T request(Duration gap, Supplier<T> request) {
      if (last.isAfter(Instant.MIN)) {
        Duration wait = Duration.between(clock.instant(), last.plus(gap));
        if (wait.isPositive()) {
          sleep.accept(wait);
        }
      }
      atOnce.acquireUninterruptibly();
      try {
        return request.get();
      } finally {
        atOnce.release();
        last = clock.instant();
      }
    }

    boolean isForgettable(Instant now) {
      return !lock.isLocked()
          && (last.equals(Instant.MIN) || last.isBefore(now.minus(FORGOTTEN)))
          && paused.isBefore(now);
    }
  }
}
