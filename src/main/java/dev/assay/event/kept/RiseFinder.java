package dev.assay.event.kept;

import dev.assay.analyze.name.Aboutness;
import dev.assay.event.kept.RiseTable.Named;
import dev.assay.fold.Outlets;
import dev.assay.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the names that rise: independent texts of three days against the four weeks before, each
/// name against its own past. Used by one thread, within its session.
public final class RiseFinder {

  private static final Duration DAYS = Duration.ofDays(3);
  private static final Duration PAST = Duration.ofDays(28);

  /// A past shorter than this tells nothing.
  private static final Duration LEAST_PAST = Duration.ofDays(7);

  /// A rise has so many texts of so many independent sources.
  private static final int LEAST_TEXTS = 5;

  private static final int LEAST_SOURCES = 3;

  /// A rise is so many deviations above what is expected, and at least so many times as much.
  private static final double LEAST_SCORE = 4;

  private static final double LEAST_TIMES = 2;

  /// A name is quiet of which so much is expected, and hardly anything came.
  private static final double QUIET_EXPECTED = 8;

  private static final double QUIET_SCORE = -2.5;
  private static final int MOST_QUIET = 5;

  /// Things whose texts are counted at once.
  private static final int STEP = 500;

  private final RiseTable table;
  private final Outlets outlets;
  private final Instant from;
  private final Instant until;
  private final Instant past;
  private final double share;

  /// @param now the end of the three days
  public RiseFinder(Session session, Outlets outlets, Instant now) {
    this.table = new RiseTable(session);
    this.outlets = outlets;
    this.until = now;
    this.from = now.minus(DAYS);
    Instant first = table.first().orElse(now);
    this.past = first.isAfter(from.minus(PAST)) ? first : from.minus(PAST);
    this.share = (double) DAYS.toMillis() / Math.max(1, Duration.between(past, from).toMillis());
  }

  /// A name with how far it is from its own past.
  ///
  /// @param sources independent ones behind the texts
  /// @param expected as many texts as its past would give
  /// @param isNew whether no text was about it before
  public record Scored(
      String entity, int texts, int sources, double expected, double score, boolean isNew) {}

  /// Where the three days begin.
  public Instant from() {
    return from;
  }

  public Instant until() {
    return until;
  }

  private boolean hasPast() {
    return Duration.between(past, from).compareTo(LEAST_PAST) >= 0;
  }

  /// The names that rise, the farthest above what is expected first.
  public List<Scored> rising() {
    if (!hasPast()) {
      return List.of();
    }
    double growth = growth();
    List<Named> named =
        table.named(from, until, Aboutness.ABOUT, LEAST_TEXTS).stream()
            .filter(one -> one.outlets() >= LEAST_SOURCES)
            .toList();
    Map<String, Integer> before = counts(named, past, from);
    List<Scored> rising = new ArrayList<>();
    for (Named one : named) {
      int then = before.getOrDefault(one.entity(), 0);
      double expected = then * share * growth;
      double score = (one.texts() - expected) / Math.sqrt(expected + 1);
      if (score >= LEAST_SCORE && one.texts() >= LEAST_TIMES * expected) {
        int sources = sources(one.entity());
        if (sources >= LEAST_SOURCES) {
          rising.add(new Scored(one.entity(), one.texts(), sources, expected, score, then == 0));
        }
      }
    }
    rising.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::entity));
    return rising;
  }

  /// By how much more texts came at all: a desk that follows more sources than it did makes no name
  /// rise.
  private double growth() {
    double expected = table.texts(past, from) * share;
    return Math.clamp(table.texts(from, until) / Math.max(1, expected), 1, 10);
  }

  private int sources(String entity) {
    return (int)
        table.sources(entity, from, until, Aboutness.ABOUT).stream()
            .map(outlets::owner)
            .distinct()
            .count();
  }

  private Map<String, Integer> counts(List<Named> named, Instant start, Instant end) {
    Map<String, Integer> counts = new HashMap<>();
    List<String> entities = named.stream().map(Named::entity).toList();
    for (int i = 0; i < entities.size(); i += STEP) {
      counts.putAll(
          table.counts(
              entities.subList(i, Math.min(i + STEP, entities.size())),
              start,
              end,
              Aboutness.ABOUT));
    }
    return counts;
  }

  /// The names of which much was told, and now hardly anything.
  public List<Scored> quiet() {
    if (!hasPast()) {
      return List.of();
    }
    int least = (int) Math.ceil(QUIET_EXPECTED / share);
    List<Named> named = table.named(past, from, Aboutness.ABOUT, least);
    Map<String, Integer> now = counts(named, from, until);
    return named.stream()
        .map(
            one -> {
              int texts = now.getOrDefault(one.entity(), 0);
              double expected = one.texts() * share;
              double score = (texts - expected) / Math.sqrt(expected + 1);
              return new Scored(one.entity(), texts, 0, expected, score, false);
            })
        .filter(one -> one.score() <= QUIET_SCORE)
        .sorted(Comparator.comparingDouble(Scored::score).thenComparing(Scored::entity))
        .limit(MOST_QUIET)
        .toList();
  }
}
