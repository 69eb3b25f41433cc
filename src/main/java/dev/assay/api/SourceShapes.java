package dev.assay.api;

import dev.assay.follow.Health;
import dev.assay.follow.Sources;
import dev.assay.source.Source;
import dev.assay.source.SourceOption;
import dev.assay.source.SourceRound;
import dev.assay.source.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the API says of sources. Times are ISO 8601 in UTC.
public final class SourceShapes {

  private SourceShapes() {}

  /// All sources, the worst first.
  ///
  /// @param next_token asks for the next page; null on the last
  public record SourceList(List<SourceHealth> sources, @Nullable String next_token) {
    public static SourceList of(List<Health> some, @Nullable String next) {
      return new SourceList(some.stream().map(SourceHealth::of).toList(), next);
    }
  }

  /// What is followed.
  ///
  /// @param options what its owner says of it, by the names and in the form in which it can be set
  public record FollowedSource(
      int id,
      String kind,
      String address,
      String title,
      String site,
      String description,
      String folder,
      boolean paused,
      Map<String, String> options,
      String added_at,
      String added_by) {
    public static FollowedSource of(Source source) {
      Map<String, String> options = new LinkedHashMap<>();
      for (SourceOption option : SourceOption.values()) {
        options.put(option.word(), option.of(source));
      }
      return new FollowedSource(
          source.id(),
          source.kind().word(),
          source.address(),
          source.title(),
          source.site(),
          source.description(),
          source.folder(),
          source.settings().isPaused(),
          options,
          source.addedAt().toString(),
          source.addedBy());
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
      String every_why,
      boolean validators,
      double unchanged_share,
      long crawl_delay_seconds,
      String reserved,
      Map<String, Long> entries,
      Map<String, Long> completeness,
      @Nullable Long delay_seconds,
      List<SourceWeek> weeks,
      List<SourceRoundLine> rounds) {
    static SourceHealth of(Health health) {
      SourceState state = health.state();
      SourceState.Stand stand = state.stand();
      SourceState.Seen seen = state.seen();
      SourceState.Known known = state.known();
      Duration delay = health.came().delay();
      return new SourceHealth(
          FollowedSource.of(health.source()),
          health.standing().word(),
          stand.since().toString(),
          stand.reason(),
          stand.status(),
          state.plan().failures(),
          time(seen.askedAt()),
          time(seen.answeredAt()),
          time(seen.changedAt()),
          time(seen.newAt()),
          state.plan().dueAt().toString(),
          state.plan().every().toSeconds(),
          state.plan().why().word(),
          known.etag() != null || known.lastModified() != null,
          health.unchangedShare(),
          known.crawlDelay().toSeconds(),
          known.reserved(),
          health.came().counts(),
          health.came().completeness(),
          delay == null ? null : delay.toSeconds(),
          health.came().weeks().stream()
              .map(week -> new SourceWeek(week.monday().toString(), week.articles()))
              .toList(),
          health.rounds().stream().map(SourceRoundLine::of).toList());
    }
  }

  /// How many articles came in a week.
  public record SourceWeek(String monday, long articles) {}

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

  /// One source with what it did not give, and how it came to stand as it does.
  public record SourceDetail(
      SourceHealth health,
      List<EntryNotTaken> not_taken,
      List<SourceChange> changes,
      @Nullable SourceLease lease) {
    public static SourceDetail of(Sources.Detail detail) {
      return new SourceDetail(
          SourceHealth.of(detail.health()),
          detail.notTaken().stream().map(EntryNotTaken::of).toList(),
          detail.changes().stream()
              .map(
                  change ->
                      new SourceChange(
                          change.at().toString(), change.standing().word(), change.reason()))
              .toList(),
          detail.lease() == null ? null : SourceLease.of(detail.lease()));
    }
  }

  /// What the hub of a feed promised.
  ///
  /// @param until null: it has not confirmed
  public record SourceLease(
      String hub,
      String asked_at,
      @Nullable String until,
      @Nullable String told_at,
      @Nullable String missed_at) {
    static SourceLease of(Sources.Lease lease) {
      return new SourceLease(
          lease.hub(),
          lease.askedAt().toString(),
          time(lease.until()),
          time(lease.toldAt()),
          time(lease.missedAt()));
    }
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  /// When and why a source came to stand otherwise.
  public record SourceChange(String at, String standing, String reason) {}

  /// An entry that was not taken.
  public record EntryNotTaken(String address, String title, String reason, String at) {
    static EntryNotTaken of(Sources.Untaken entry) {
      return new EntryNotTaken(
          entry.address(), entry.title(), entry.reason(), entry.at().toString());
    }
  }
}
