package dev.assay.watch;

import dev.assay.store.Happening;
import dev.assay.store.Happening.Kind;
import dev.assay.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Writes down which names rise: far more articles are about them than in the weeks before. Of
/// whole days; each is told once.
final class Rising {

  private static final Duration WEEK = Duration.ofDays(7);

  private final Store store;
  private final InstantSource clock;
  private Instant lookedAt = Instant.MIN;

  Rising(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Looks, if the last time was not in this hour.
  void look() {
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    if (hour.equals(lookedAt)) {
      return;
    }
    lookedAt = hour;
    Instant day = hour.truncatedTo(ChronoUnit.DAYS);
    boolean wanted =
        store.<Boolean>readOnce(
            session ->
                new RuleTable(session)
                    .on().stream()
                        .anyMatch(running -> running.rule().when().contains(When.RISING)));
    if (!wanted) {
      return;
    }
    List<RisingTable.Rise> rises =
        store.readOnce(session -> new RisingTable(session).since(day.minus(WEEK), day));
    if (!rises.isEmpty()) {
      store.change(
          session ->
              rises.forEach(
                  rise ->
                      session
                          .happenings()
                          .addOnce(
                              Kind.NAME_RISING,
                              day,
                              Happening.About.of(
                                  rise.entity(), "%d %d".formatted(rise.now(), rise.before())))));
    }
  }
}
