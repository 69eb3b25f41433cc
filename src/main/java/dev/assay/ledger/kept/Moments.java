package dev.assay.ledger.kept;

import dev.assay.store.ClaimTable.Version;
import dev.assay.store.ThenTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Chooses the moments at which a drawer is told: each at which anything in it changed, as long as
/// that can be paid for. Of a large drawer that fills in one run, as many as its size has doublings
/// and some more; what lies between two of them is told as of the earlier.
final class Moments {

  /// So many times each of its claims is judged in any case.
  private static final int ALWAYS = 4;

  /// Claims that may be judged beyond that in one run: some seconds of it.
  private static final long PURSE = 100_000;

  private long purse = PURSE;

  /// The moments from `since` on, in order; the last change is always among them.
  ///
  /// @param further moments besides those of the claims
  List<Instant> of(List<Version> versions, Collection<Instant> further, Instant since) {
    NavigableSet<Instant> all = new TreeSet<>();
    Stream.concat(
            versions.stream().flatMap(version -> Stream.of(version.from(), version.until())),
            further.stream())
        .filter(at -> !at.isBefore(since) && at.isBefore(ThenTable.STANDING))
        .forEach(all::add);
    all.add(since);
    long cost = (long) all.size() * versions.size();
    long always = (long) ALWAYS * versions.size();
    if (cost <= always || cost - always <= purse) {
      purse -= Math.max(0, cost - always);
      return List.copyOf(all);
    }
    return some(List.copyOf(all), ALWAYS * 2);
  }

  /// The first, the last, and between them ever fewer.
  private static List<Instant> some(List<Instant> all, int count) {
    List<Instant> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int place = (int) Math.round(Math.pow(all.size(), i / (count - 1.0))) - 1;
      if (chosen.isEmpty() || all.get(place).isAfter(chosen.getLast())) {
        chosen.add(all.get(place));
      }
    }
    return chosen;
  }
}
