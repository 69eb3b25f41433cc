package dev.assay.event.kept;

import dev.assay.event.kept.RiseFinder.Scored;
import dev.assay.store.Happening;
import dev.assay.store.Happening.Kind;
import dev.assay.store.Session;
import dev.assay.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Writes among what happens that a name begins to rise, once for each rise. Safe for use by many
/// threads.
public final class RiseNews {

  /// A desk is looked through no more often than this.
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /// A name that was told of within this time rises still.
  private static final Duration STILL = Duration.ofDays(5);

  private final Risings risings;
  private final InstantSource clock;
  private Instant looked = Instant.EPOCH;

  public RiseNews(Risings risings, InstantSource clock) {
    this.risings = risings;
    this.clock = clock;
  }

  /// Looks which names rise, unless it did so a short while ago, and tells of those that began to.
  public synchronized void look(Store store) {
    Instant now = clock.instant();
    if (looked.plus(PAUSE).isAfter(now)) {
      return;
    }
    looked = now;
    List<Scored> rising =
        risings.fresh(store).rising().stream()
            .filter(one -> one.kind() == RiseFinder.Kind.NAME)
            .toList();
    if (!rising.isEmpty()) {
      store.change(session -> rising.forEach(one -> tell(session, one, now)));
    }
  }

  private static void tell(Session session, Scored one, Instant now) {
    boolean still =
        session.happenings().to(one.id(), Kind.NAME_RISING, 1).stream()
            .anyMatch(told -> told.at().plus(STILL).isAfter(now));
    if (!still) {
      session
          .happenings()
          .add(
              Kind.NAME_RISING,
              now,
              Happening.About.of(
                  one.id(),
                  "%d %d %.1f%s"
                      .formatted(
                          one.texts(), one.sources(), one.expected(), one.isNew() ? " new" : "")));
    }
  }
}
