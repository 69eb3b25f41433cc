package dev.assay.follow;

import dev.assay.fetch.Failure;
import dev.assay.source.FeedHints;
import dev.assay.source.SourceState;
import dev.assay.source.SourceState.Why;
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
final class Schedule {

  static final Duration START = Duration.ofHours(1);
  static final Duration LEAST = Duration.ofMinutes(15);
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
  /// @param holds how long the server says its answer holds; null if it does not
  record Listed(int entries, int fresh, FeedHints hints, @Nullable Duration holds) {
    static Listed unchanged(@Nullable Duration holds) {
      return new Listed(0, 0, FeedHints.NONE, holds);
    }
  }

  /// When and how often to ask, and why so often.
  record Next(Instant dueAt, Duration every, Why why) {}

  /// After an answer.
  ///
  /// @param byWord how often its owner wants it; null: as it publishes
  /// @param jitter from -1 to 1, so that sources that were added together spread
  static Next answered(
      SourceState before, @Nullable Duration byWord, Listed listed, Instant now, double jitter) {
    if (byWord != null) { // goes before what the source asks for, but not before what it forbids
      return new Next(now.plus(jittered(byWord, jitter)), byWord, Why.BY_WORD);
    }
    Next adapted = adapted(before, listed, now);
    Duration wait = adapted.every();
    Why why = adapted.why();
    Duration byFeed = listed.hints().every();
    if (byFeed != null && bounded(byFeed, wait, MOST).compareTo(wait) > 0) {
      wait = bounded(byFeed, wait, MOST);
      why = Why.BY_FEED;
    }
    Duration holds = listed.holds();
    if (holds != null && bounded(holds, wait, MOST).compareTo(wait) > 0) {
      wait = bounded(holds, wait, MOST);
      why = Why.BY_SERVER;
    }
    Instant due = now.plus(jittered(wait, jitter));
    Instant awake = awake(due, listed.hints());
    return new Next(awake, adapted.every(), awake.equals(due) ? why : Why.BY_FEED);
  }

  /// While a hub tells what is new: asked once a day, to be sure.
  static Next pushed(Next next, Instant now) {
    Instant daily = now.plus(MOST);
    return next.dueAt().isBefore(daily) ? new Next(daily, next.every(), Why.PUSHED) : next;
  }

  private static Next adapted(SourceState before, Listed listed, Instant now) {
    Duration every = before.plan().every();
    if (before.seen().wholeAt() == null) {
      return adapted(every, Why.START, MOST, now);
    }
    double known =
        listed.entries() == 0 ? 1 : (listed.entries() - listed.fresh()) / (double) listed.entries();
    Instant lastNew = before.seen().newAt();
    if (known > MOST_KNOWN) {
      boolean silent =
          listed.fresh() == 0 && lastNew != null && lastNew.isBefore(now.minus(SILENCE));
      return adapted(
          times(every, 1.25),
          silent ? Why.SILENT : Why.LITTLE_NEW,
          silent ? MOST_SILENT : MOST,
          now);
    }
    return known < FEW_KNOWN
        ? adapted(times(every, 0.5), Why.ALL_NEW, MOST, now)
        : adapted(every, Why.STEADY, MOST, now);
  }

  private static Next adapted(Duration every, Why why, Duration most, Instant now) {
    return new Next(now, bounded(every, LEAST, most), why);
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
    Duration every = before.plan().every();
    if (failure == Failure.GONE) {
      return new Next(now.plus(jittered(GONE, jitter)), every, Why.GONE);
    }
    Duration wait =
        bounded(
            times(every, Math.max(1, failures)),
            LEAST,
            failures > MANY_FAILURES ? MOST_SILENT : MOST);
    Duration alone =
        retryAfter == null && (status == 429 || status == 503)
            ? REFUSED.plusMinutes(Math.round(30 + 30 * jitter))
            : retryAfter;
    if (alone != null && alone.compareTo(wait) > 0) {
      return new Next(now.plus(jittered(alone, Math.abs(jitter))), every, Why.RETRY_AFTER);
    }
    return new Next(now.plus(jittered(wait, Math.abs(jitter))), every, Why.BACK_OFF);
  }

  /// How much a failure counts.
  static double weight(Failure failure) {
    return switch (failure) {
      case UNSURE -> 0.25;
      case NO_ANSWER, SOFT -> 0.5;
      case HARD, GONE, BOT_CHECK -> 1;
    };
  }

  /// After rounds in which no host at all answered: it is our own connection, and nobody's failure.
  static Next outage(SourceState before, Instant now, double jitter) {
    return new Next(now.plus(jittered(OUTAGE, jitter)), before.plan().every(), Why.OUTAGE);
  }

  /// How a source stands after an answer.
  static Standing standing(SourceState before, Listed listed, Instant now) {
    boolean polledBefore = before.seen().wholeAt() != null;
    if (polledBefore && listed.entries() > 1 && listed.fresh() == listed.entries()) {
      return Standing.MISSING;
    }
    Instant lastNew = listed.fresh() > 0 ? now : before.seen().newAt();
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

  private static Duration bounded(Duration one, Duration least, Duration most) {
    Duration enough = one.compareTo(least) < 0 ? least : one;
    return enough.compareTo(most) > 0 ? most : enough;
  }
}
