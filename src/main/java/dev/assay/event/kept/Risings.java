package dev.assay.event.kept;

import dev.assay.event.kept.RiseFinder.Scored;
import dev.assay.fold.Outlets;
import dev.assay.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What rises now, found once for all who ask: counting the names of four weeks takes a second on a
/// large desk. Safe for use by many threads.
public final class Risings {

  private static final Logger LOG = LoggerFactory.getLogger(Risings.class);

  /// What was found is of its moment for so long, if nothing came since.
  private static final Duration GOOD = Duration.ofHours(1);

  /// While texts come in, it is found anew no more often than this, beside those who ask.
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /// What takes less is found at once.
  private static final Duration QUICK = Duration.ofMillis(50);

  private final Outlets outlets;
  private final InstantSource clock;
  private final AtomicBoolean finding = new AtomicBoolean();
  private volatile @Nullable Kept kept;

  /// What was found.
  ///
  /// @param from where the three days begin
  /// @param until where they end
  public record Found(Instant from, Instant until, List<Scored> rising, List<Scored> quiet) {

    public static final Found NOTHING =
        new Found(Instant.EPOCH, Instant.EPOCH, List.of(), List.of());
  }

  private record Kept(Found found, long sequence, Duration took) {}

  /// @param clock tells when three days end
  public Risings(Outlets outlets, InstantSource clock) {
    this.outlets = outlets;
    this.clock = clock;
  }

  /// What rises. While texts come in on a large desk it may be of a minute ago.
  ///
  /// @param store always the same
  public Found now(Store store) {
    Kept last = kept;
    if (last == null) {
      return first(store);
    }
    if (last.took().compareTo(QUICK) < 0) {
      return fresh(store);
    }
    boolean old = last.found().until().plus(PAUSE).isBefore(clock.instant());
    if (old && !isGood(last, store) && finding.compareAndSet(false, true)) {
      Thread.startVirtualThread(() -> findBeside(store));
    }
    return last.found();
  }

  /// The same with all that has come, however long it takes.
  public Found fresh(Store store) {
    Kept last = kept;
    return last != null && isGood(last, store) ? last.found() : find(store);
  }

  /// Those who ask at once before anything was found wait for one finding.
  private synchronized Found first(Store store) {
    Kept last = kept;
    return last == null ? find(store) : last.found();
  }

  /// What was found before stays when it fails, and the next who asks tries again.
  private void findBeside(Store store) {
    try {
      find(store);
    } catch (RuntimeException failed) {
      LOG.warn("What rises could not be found anew: {}", failed.toString());
    } finally {
      finding.set(false);
    }
  }

  private boolean isGood(Kept last, Store store) {
    return last.found().until().plus(GOOD).isAfter(clock.instant())
        && last.sequence() == sequence(store);
  }

  private static long sequence(Store store) {
    return store.read(session -> session.articles().lastSequence());
  }

  private Found find(Store store) {
    long start = System.nanoTime();
    long sequence = sequence(store);
    Found found =
        store.read(
            session -> {
              RiseFinder finder = new RiseFinder(session, outlets, clock.instant());
              return new Found(finder.from(), finder.until(), finder.rising(), finder.quiet());
            });
    kept = new Kept(found, sequence, Duration.ofNanos(System.nanoTime() - start));
    return found;
  }
}
