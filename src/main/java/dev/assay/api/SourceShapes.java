package dev.assay.api;

import dev.assay.follow.Sources;
import dev.assay.source.Source;
import dev.assay.source.SourceRound;
import dev.assay.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the API says of sources. Times are ISO 8601 in UTC.
public final class SourceShapes {

  private SourceShapes() {}

  /// All sources, the worst first.
  public record SourceList(List<SourceHealth> sources) {
    public static SourceList of(List<Sources.Health> all) {
      return new SourceList(all.stream().map(SourceHealth::of).toList());
    }
  }

  /// What is followed.
  public record FollowedSource(
      int id,
      String kind,
      String address,
      String title,
      String site,
      String folder,
      boolean paused,
      @Nullable Long every_minutes,
      String text_from,
      String added_at) {
    public static FollowedSource of(Source source) {
      Duration every = source.settings().every();
      return new FollowedSource(
          source.id(),
          source.kind().word(),
          source.address(),
          source.title(),
          source.site(),
          source.folder(),
          source.settings().isPaused(),
          every == null ? null : every.toMinutes(),
          source.settings().textFrom().word(),
          source.addedAt().toString());
    }
  }

  /// How a source is.
  public record SourceHealth(
      FollowedSource source,
      String standing,
      String since,
      String reason,
      int status,
      double failures,
      @Nullable String asked_at,
      @Nullable String answered_at,
      @Nullable String changed_at,
      @Nullable String new_at,
      String due_at,
      long every_seconds,
      boolean validators,
      double unchanged_share,
      Map<String, Long> entries,
      Map<String, Long> completeness,
      @Nullable Long delay_seconds,
      List<SourceRoundLine> rounds) {
    static SourceHealth of(Sources.Health health) {
      SourceState state = health.state();
      Duration delay = health.tally().delay();
      return new SourceHealth(
          FollowedSource.of(health.source()),
          health.standing().word(),
          state.since().toString(),
          state.reason(),
          state.status(),
          state.failures(),
          time(state.askedAt()),
          time(state.answeredAt()),
          time(state.changedAt()),
          time(state.newAt()),
          state.dueAt().toString(),
          state.every().toSeconds(),
          state.etag() != null || state.lastModified() != null,
          health.unchangedShare(),
          health.tally().counts(),
          health.tally().completeness(),
          delay == null ? null : delay.toSeconds(),
          health.rounds().stream().map(SourceRoundLine::of).toList());
    }

    private static @Nullable String time(@Nullable Instant time) {
      return time == null ? null : time.toString();
    }
  }

  /// One time that a source was asked.
  public record SourceRoundLine(
      String at, String word, int status, int entries, int fresh, long bytes, long millis) {
    static SourceRoundLine of(SourceRound round) {
      return new SourceRoundLine(
          round.at().toString(),
          round.word(),
          round.status(),
          round.entries(),
          round.fresh(),
          round.bytes(),
          round.millis());
    }
  }

  /// One source with what it did not give.
  public record SourceDetail(SourceHealth health, List<EntryNotTaken> not_taken) {
    public static SourceDetail of(Sources.Detail detail) {
      return new SourceDetail(
          SourceHealth.of(detail.health()),
          detail.notTaken().stream().map(EntryNotTaken::of).toList());
    }
  }

  /// An entry that was not taken.
  public record EntryNotTaken(String address, String title, String reason, String at) {
    static EntryNotTaken of(Sources.Untaken entry) {
      return new EntryNotTaken(
          entry.address(), entry.title(), entry.reason(), entry.at().toString());
    }
  }
}
