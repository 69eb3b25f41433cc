package dev.assay.event.kept;

import dev.assay.article.ArticleId;
import dev.assay.event.kept.RiseFinder.Kind;
import dev.assay.event.kept.RiseFinder.Scored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Three days and the four weeks before them, and how far from its own past a count of the three
/// days is.
///
/// @param past where the four weeks begin, or the texts of the desk
/// @param from where the three days begin
/// @param until where they end
/// @param share of the three days against the weeks before
/// @param growth by how much more texts came at all: a desk that follows more sources than it did
///   makes nothing rise
record RiseWindow(Instant past, Instant from, Instant until, double share, double growth) {

  private static final Duration DAYS = Duration.ofDays(3);
  private static final Duration PAST = Duration.ofDays(28);

  /// A past shorter than this tells nothing.
  private static final Duration LEAST_PAST = Duration.ofDays(7);

  /// A rise has so many texts of so many independent sources.
  static final int LEAST_TEXTS = 5;

  static final int LEAST_SOURCES = 3;

  /// Texts of a rise that are looked at.
  static final int MOST_TEXTS = 200;

  /// A rise is so many deviations above what is expected, and at least so many times as much.
  private static final double LEAST_SCORE = 4;

  private static final double LEAST_TIMES = 2;

  /// A thing is quiet of which so much is expected, and hardly anything came.
  private static final double QUIET_EXPECTED = 8;

  private static final double QUIET_SCORE = -2.5;

  /// @param now the end of the three days
  static RiseWindow of(RiseTable table, Instant now) {
    Instant from = now.minus(DAYS);
    Instant first = table.first().orElse(now);
    Instant past = first.isAfter(from.minus(PAST)) ? first : from.minus(PAST);
    double share = (double) DAYS.toMillis() / Math.max(1, Duration.between(past, from).toMillis());
    double before = table.texts(past, from) * share;
    double growth = Math.clamp(table.texts(from, now) / Math.max(1, before), 1, 10);
    return new RiseWindow(past, from, now, share, growth);
  }

  boolean hasPast() {
    return Duration.between(past, from).compareTo(LEAST_PAST) >= 0;
  }

  /// What stands behind a count of texts.
  ///
  /// @param sources independent ones
  record Behind(int sources, List<ArticleId> newest) {}

  /// A rise, if so many texts stand out against the past.
  ///
  /// @param before texts of the weeks before
  /// @param behind asked for if it may be one
  Optional<Scored> rise(
      Kind kind, List<String> things, int texts, int before, Supplier<Behind> behind) {
    double expected = before * share * growth;
    double score = score(texts, expected);
    if (texts < LEAST_TEXTS || score < LEAST_SCORE || texts < LEAST_TIMES * expected) {
      return Optional.empty();
    }
    Behind found = behind.get();
    return found.sources() < LEAST_SOURCES
        ? Optional.empty()
        : Optional.of(
            new Scored(
                kind,
                things,
                texts,
                found.sources(),
                expected,
                score,
                before == 0,
                found.newest()));
  }

  /// What fell quiet, if so few texts do.
  Optional<Scored> quiet(
      Kind kind, List<String> things, int texts, int before, Supplier<List<ArticleId>> newest) {
    double expected = before * share;
    double score = score(texts, expected);
    return score <= QUIET_SCORE
        ? Optional.of(new Scored(kind, things, texts, 0, expected, score, false, newest.get()))
        : Optional.empty();
  }

  private static double score(int texts, double expected) {
    return (texts - expected) / Math.sqrt(expected + 1);
  }

  /// Texts of the weeks before from which on a thing can fall quiet.
  int leastForQuiet() {
    return (int) Math.ceil(QUIET_EXPECTED / share);
  }
}
