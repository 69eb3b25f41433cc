package dev.assay.follow;

import dev.assay.follow.Health.Came;
import dev.assay.follow.Health.Weekly;
import dev.assay.source.SourceRound;
import dev.assay.store.Session;
import dev.assay.store.source.SourceTable.Followed;
import dev.assay.store.source.SourceWeekTable.Week;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Gathers how sources are, all of them with a handful of statements.
final class Healths {

  private static final int WEEKS = 26;

  private final Map<Integer, Map<String, Long>> counts;
  private final Map<Integer, List<Week>> weeks;
  private final Map<Integer, List<SourceRound>> rounds;
  private final LocalDate first;

  /// @param sources by their numbers; of others between them no more than counts is read
  private Healths(Session session, List<Followed> sources, Instant now) {
    int from = sources.isEmpty() ? 0 : sources.getFirst().source().id();
    int to = sources.isEmpty() ? -1 : sources.getLast().source().id();
    this.counts = session.sourceEntries().counts(from, to);
    this.weeks = session.sourceWeeks().all(from, to);
    this.rounds = session.sources().rounds(from, to);
    this.first =
        now.atZone(ZoneOffset.UTC)
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(WEEKS - 1);
  }

  /// All that are followed: the worst first, then by name.
  static List<Health> all(Session session, Instant now) {
    return of(session, session.sources().all(), now).stream()
        .sorted(
            Comparator.comparing(Health::standing)
                .thenComparing(health -> health.source().shown(), String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  /// The same of some, in their order.
  ///
  /// @param sources by their numbers
  static List<Health> of(Session session, List<Followed> sources, Instant now) {
    Healths healths = new Healths(session, sources, now);
    return sources.stream().map(healths::of).toList();
  }

  private Health of(Followed followed) {
    int id = followed.source().id();
    List<Week> came = weeks.getOrDefault(id, List.of());
    return new Health(
        followed.source(),
        followed.state(),
        new Came(
            counts.getOrDefault(id, Map.of()), completeness(came), weekly(came), followed.delay()),
        rounds.getOrDefault(id, List.of()));
  }

  private static Map<String, Long> completeness(List<Week> weeks) {
    Map<String, Long> sums = new LinkedHashMap<>();
    sums.put(Completeness.FULL.word(), weeks.stream().mapToLong(Week::full).sum());
    sums.put(Completeness.FEED_TEXT.word(), weeks.stream().mapToLong(Week::feedText).sum());
    sums.put(Completeness.PREVIEW.word(), weeks.stream().mapToLong(Week::preview).sum());
    sums.put(Completeness.SUMMARY.word(), weeks.stream().mapToLong(Week::summary).sum());
    sums.values().removeIf(sum -> sum == 0);
    return sums;
  }

  private List<Weekly> weekly(List<Week> weeks) {
    Map<LocalDate, Long> taken = new HashMap<>();
    weeks.forEach(week -> taken.put(week.monday(), week.taken()));
    return IntStream.range(0, WEEKS)
        .mapToObj(first::plusWeeks)
        .map(monday -> new Weekly(monday, taken.getOrDefault(monday, 0L)))
        .toList();
  }
}
