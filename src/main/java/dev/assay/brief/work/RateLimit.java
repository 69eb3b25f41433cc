package dev.assay.brief.work;

import java.time.Duration;

/// Spaces questions evenly under a rate. Safe for use by many threads.
final class RateLimit {

  private final long nanosBetween;
  private long next = System.nanoTime();

  RateLimit(int callsPerMinute) {
    this.nanosBetween = Duration.ofMinutes(1).toNanos() / callsPerMinute;
  }

  /// Waits until the next question may be put.
  ///
  /// @throws InterruptedException if the run is to end
  void await() throws InterruptedException {
    long wait = turn();
    if (wait > 0) {
      Thread.sleep(Duration.ofNanos(wait));
    }
  }

  private synchronized long turn() {
    long now = System.nanoTime();
    long mine = Math.max(now, next);
    next = mine + nanosBetween;
    return mine - now;
  }
}
