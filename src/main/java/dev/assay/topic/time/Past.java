package dev.assay.topic.time;

import dev.assay.lexicon.Names;
import dev.assay.search.Search;
import dev.assay.store.Store;
import dev.assay.topic.Differences;
import dev.assay.topic.Topics;
import dev.assay.topic.event.Events;
import dev.assay.topic.ledger.Ledgers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The desk as it was known at a moment: by the texts, copies, figures and a person's words of
/// then, told by the rules of today. What was deleted since is not in it.
///
/// The moments that were asked for last are kept, so that the pages of one moment are as quick as
/// those of today. Safe for use by many threads.
public final class Past {

  private static final int MOST_KEPT = 6;

  /// While articles come in, what was known at a moment is found anew no more often than this.
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /// The features as of a moment.
  ///
  /// @param moment empty for today
  /// @param store as it was
  /// @param names as they were
  /// @param close gives back what it holds; who still reads goes on reading
  public record At(
      Optional<Instant> moment,
      Store store,
      Supplier<Names> names,
      Topics topics,
      Search search,
      Ledgers ledgers,
      Differences differences,
      Events events,
      Timelines timelines,
      SilentEdits edits,
      Rises rises,
      Runnable close) {}

  private record Kept(At at, long sequence, Instant made) {}

  private final Supplier<At> present;
  private final Function<Instant, At> open;
  private final LongSupplier sequence;
  private final InstantSource clock;
  private final Map<Instant, Kept> kept = new LinkedHashMap<>(8, 0.75f, true);

  /// @param present the features of today
  /// @param open makes the features as of a moment
  /// @param sequence of the store's last change
  public Past(
      Supplier<At> present,
      Function<Instant, At> open,
      LongSupplier sequence,
      InstantSource clock) {
    this.present = present;
    this.open = open;
    this.sequence = sequence;
    this.clock = clock;
  }

  /// The features as of a moment, or those of today if none is asked for.
  public At at(Optional<Instant> asked) {
    return asked.map(this::at).orElseGet(present);
  }

  /// The features as of a moment; a moment to come is the present one.
  public synchronized At at(Instant asked) {
    Instant now = clock.instant();
    Instant moment = asked.isAfter(now) ? now : asked;
    Kept known = kept.get(moment);
    if (known == null || isOld(known, now)) {
      forget(moment);
      known = new Kept(open.apply(moment), sequence.getAsLong(), now);
      kept.put(moment, known);
      if (kept.size() > MOST_KEPT) {
        forget(kept.keySet().iterator().next());
      }
    }
    return known.at();
  }

  private boolean isOld(Kept known, Instant now) {
    return known.made().plus(PAUSE).isBefore(now) && known.sequence() != sequence.getAsLong();
  }

  /// Pages that are being made of it are finished: what it holds is given back as they leave.
  private void forget(Instant moment) {
    Kept gone = kept.remove(moment);
    if (gone != null) {
      gone.at().close().run();
    }
  }

  /// Gives back all that is kept.
  public synchronized void close() {
    while (!kept.isEmpty()) {
      forget(kept.keySet().iterator().next());
    }
  }
}
