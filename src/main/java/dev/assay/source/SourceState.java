package dev.assay.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// When a source is due, how it is, and what is known of it.
public record SourceState(Plan plan, Stand stand, Seen seen, Known known) {

  /// When it is asked.
  ///
  /// @param every the present interval
  /// @param why it is this
  /// @param failures in a row, each weighed by how sure it is that asking again is in vain
  public record Plan(Instant dueAt, Duration every, Why why, double failures) {}

  /// How it is.
  ///
  /// @param since when it has stood so
  /// @param reason why it failed or what was mended, for a person; may be empty
  /// @param status of the last answer; 0 if nobody answered
  public record Stand(Standing standing, Instant since, String reason, int status) {}

  /// When what happened last.
  ///
  /// @param wholeAt when it last answered with a body
  public record Seen(
      @Nullable Instant askedAt,
      @Nullable Instant answeredAt,
      @Nullable Instant changedAt,
      @Nullable Instant newAt,
      @Nullable Instant wholeAt) {}

  /// What it said of itself.
  ///
  /// @param etag byte for byte as the server wrote it
  /// @param bodyHash of the last body; empty if there was none
  /// @param movedTo where it says since [#movedSince] that it has moved for good
  /// @param crawlDelay that its robots.txt asks for; zero if it asks for none
  /// @param reserved what the site reserves of its texts, in its own words; may be empty
  public record Known(
      @Nullable String etag,
      @Nullable String lastModified,
      String bodyHash,
      @Nullable String movedTo,
      @Nullable Instant movedSince,
      Duration crawlDelay,
      String reserved) {

    /// Whether the server marks its texts, so that it can say that nothing changed.
    public boolean isMarked() {
      return etag != null || lastModified != null;
    }
  }

  /// Why a source is asked as often as it is.
  public enum Why {
    /// It was not asked yet, or not often enough to know.
    START,
    /// All was new the last time: the interval was halved.
    ALL_NEW,
    /// Some was new: the interval stays.
    STEADY,
    /// Little or nothing was new: the interval grows.
    LITTLE_NEW,
    /// Nothing new for 90 days.
    SILENT,
    /// Its owner said so.
    BY_WORD,
    /// The feed asks for it (`ttl`, `sy:updatePeriod`, `skipHours`, `skipDays`).
    BY_FEED,
    /// The server says how long its answer holds (`max-age`, `Expires`).
    BY_SERVER,
    /// It failed: the more often, the longer the wait.
    BACK_OFF,
    /// The site asked to be left alone so long.
    RETRY_AFTER,
    /// The connection of this machine was down.
    OUTAGE,
    /// It says that it is gone: asked monthly.
    GONE,
    /// What is new is sent to us: asked daily, to be sure.
    PUSHED,
    /// It comes by itself: a folder that is watched, letters.
    BY_ITSELF;

    /// The word used in JSON and in the store.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Why of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /// Of a source that was never asked.
  public static SourceState fresh(Instant now, Duration every) {
    return new SourceState(
        new Plan(now, every, Why.START, 0),
        new Stand(Standing.NEW, now, "", 0),
        new Seen(null, null, null, null, null),
        new Known(null, null, "", null, null, Duration.ZERO, ""));
  }

  /// The same, due at another time.
  public SourceState dueAt(Instant time) {
    return with(new Plan(time, plan.every(), plan.why(), plan.failures()));
  }

  SourceState with(Plan other) {
    return new SourceState(other, stand, seen, known);
  }
}
