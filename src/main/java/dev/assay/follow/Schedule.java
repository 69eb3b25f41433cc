package dev.assay.follow;

import dev.assay.fetch.Failure;
import dev.assay.source.FeedHints;
import dev.assay.source.SourceState;
import dev.assay.source.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// When to ask a source again: a pure function of how it was and what it said.
///
/// The interval shrinks while everything is new and grows while nothing is, between fifteen minutes
/// and a day. A source that fails is asked less and less often, and never given up.
public final class Schedule {

  public static final Duration START = Duration.ofHours(1);
  public static final Duration LEAST = Duration.ofMinutes(15);
  public static final Duration LEAST_BY_WORD = Duration.ofMinutes(5);
  static final Duration MOST = Duration.ofDays(1);
  static final Duration MOST_SILENT = Duration.ofDays(7);
  static final Duration SILENCE = Duration.ofDays(90);
  static final Duration GONE = Duration.ofDays(30);
  static final Duration OUTAGE = Duration.ofMinutes(5);
  static final Duration REFUSED = Duration.ofHours(1);

  /// Failures in a row after which a source is asked weekly.
  private static final double MANY_FAILURES = 30;

  /// Shares of known entries between which an interval stays as it is.
  private static final double FEW_KNOWN = 1 / 3.0;

  private static final double MOST_KNOWN = 2 / 3.0;
  private static final double JITTER = 0.1;

  private Schedule() {}

  /// What a source listed.
  ///
  /// @param entries that it listed; 0 if it says that nothing changed
  /// @param fresh those never seen before
  /// @param maxAge how long the server says its answer holds; null if it does not
  record Listed(int entries, int fresh, FeedHints hints, @Nullable Duration maxAge) {
    static final Listed UNCHANGED = new Listed(0, 0, FeedHints.NONE, null);
  }

  /// When and how often to ask.
  record Next(Instant dueAt, Duration every) {}

  /// After an answer.
  ///
  /// @param byWord how often its owner wants it; null: as it publishes
  /// @param jitter from -1 to 1, so that sources that were added together spread
  static Next answered(
      SourceState before, @Nullable Duration byWord, Listed listed, Instant now, double jitter) {
    Duration every = byWord == null ? adapted(before, listed, now) : atLeast(byWord, LEAST_BY_WORD);
    Duration wait = atLeast(every, floor(listed, byWord));
    Instant due = now.plus(jittered(wait, jitter));
    return new Next(byWord == null ? awake(due, listed.hints()) : due, every);
  }

  private static Duration adapted(SourceState before, Listed listed, Instant now) {
    boolean polledBefore = before.answeredAt() != null;
    Duration every = before.every();
    if (listed.entries() == 0 || !polledBefore) {
      every = polledBefore ? times(every, 1.25) : every;
    } else {
      double known = (listed.entries() - listed.fresh()) / (double) listed.entries();
      every =
          known < FEW_KNOWN ? times(every, 0.5) : known > MOST_KNOWN ? times(every, 1.25) : every;
    }
    Instant lastNew = before.newAt();
    boolean silent = listed.fresh() == 0 && lastNew != null && lastNew.isBefore(now.minus(SILENCE));
    return bounded(every, LEAST, silent ? MOST_SILENT : MOST);
  }

  /// What the source itself asks for, a day at most. Its owner's word goes before what it says, but
  /// not before what it forbids.
  private static Duration floor(Listed listed, @Nullable Duration byWord) {
    Duration floor = Duration.ZERO;
    Duration every = listed.hints().every();
    if (every != null && byWord == null) {
      floor = every;
    }
    if (listed.maxAge() != null && byWord == null) {
      floor = atLeast(floor, listed.maxAge());
    }
    return floor.compareTo(MOST) > 0 ? MOST : floor;
  }

  /// The first hour that the feed does not want to be left alone in.
  private static Instant awake(Instant due, FeedHints hints) {
    OffsetDateTime time = due.atOffset(ZoneOffset.UTC);
    for (int hours = 0; hours < 24 * 8; hours++) {
      if (!hints.skipHours().contains(time.getHour())
          && !hints.skipDays().contains(time.getDayOfWeek())) {
        return hours == 0 ? due : time.toInstant();
      }
      time = time.plusHours(1).withMinute(0).withSecond(0).withNano(0);
    }
    return due; // it never wants to be asked: then its hints mean nothing
  }

  /// After a failure.
  ///
  /// @param failures in a row, this one counted
  /// @param retryAfter how long the site wants to be left alone; null if it does not say
  static Next failed(
      SourceState before,
      Failure failure,
      int status,
      double failures,
      @Nullable Duration retryAfter,
      Instant now,
      double jitter) {
    if (failure == Failure.GONE) {
      return new Next(now.plus(jittered(GONE, jitter)), before.every());
    }
    Duration wait =
        bounded(
            times(before.every(), Math.max(1, failures)),
            LEAST,
            failures > MANY_FAILURES ? MOST_SILENT : MOST);
    if (retryAfter != null) {
      wait = atLeast(wait, retryAfter);
    } else if (status == 429 || status == 503) {
      wait = atLeast(wait, REFUSED.plusMinutes(Math.round(30 + 30 * jitter)));
    }
    return new Next(now.plus(jittered(wait, Math.abs(jitter))), before.every());
  }

  /// How much a failure counts.
  static double weight(Failure failure) {
    return switch (failure) {
      case NO_ANSWER, SOFT -> 0.5;
      case HARD, GONE, BOT_CHECK -> 1;
    };
  }

  /// After rounds in which no host at all answered: it is our own connection, and nobody's failure.
  static Next outage(SourceState before, Instant now, double jitter) {
    return new Next(now.plus(jittered(OUTAGE, jitter)), before.every());
  }

  /// How a source stands after an answer.
  static Standing standing(SourceState before, Listed listed, Instant now) {
    boolean polledBefore = before.answeredAt() != null;
    if (polledBefore && listed.entries() > 1 && listed.fresh() == listed.entries()) {
      return Standing.MISSING;
    }
    Instant lastNew = listed.fresh() > 0 ? now : before.newAt();
    return lastNew != null && lastNew.isBefore(now.minus(SILENCE))
        ? Standing.QUIET
        : Standing.WORKING;
  }

  private static Duration times(Duration duration, double factor) {
    return Duration.ofMillis(Math.round(duration.toMillis() * factor));
  }

  private static Duration jittered(Duration wait, double jitter) {
    return times(wait, 1 + JITTER * jitter);
  }

  private static Duration atLeast(Duration one, Duration least) {
    return one.compareTo(least) < 0 ? least : one;
  }

  private static Duration bounded(Duration one, Duration least, Duration most) {
    Duration enough = atLeast(one, least);
    return enough.compareTo(most) > 0 ? most : enough;
  }
}
