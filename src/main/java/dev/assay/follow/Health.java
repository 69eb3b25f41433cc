package dev.assay.follow;

import dev.assay.source.Source;
import dev.assay.source.SourceRound;
import dev.assay.source.SourceSettings.Activity;
import dev.assay.source.SourceState;
import dev.assay.source.Standing;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a source is, and what came of it.
///
/// @param rounds the last thirty, newest first
public record Health(Source source, SourceState state, Came came, List<SourceRound> rounds) {

  /// What came of a source.
  ///
  /// @param counts what it named, by what became of it
  /// @param completeness articles by how much of the text there is
  /// @param weeks of the last half year, the first first; those in which nothing came too
  /// @param delay the median from publication to arrival; null if no entry says when it was
  ///   published
  public record Came(
      Map<String, Long> counts,
      Map<String, Long> completeness,
      List<Weekly> weeks,
      @Nullable Duration delay) {

    /// How many articles came.
    public long taken() {
      return counts.getOrDefault("taken", 0L);
    }
  }

  /// Articles of a week.
  public record Weekly(LocalDate monday, long articles) {}

  /// Of the last rounds, the share in which nothing had changed; 0 if there was none.
  public double unchangedShare() {
    long same = rounds.stream().filter(round -> round.word().equals("unchanged")).count();
    return rounds.isEmpty() ? 0 : same / (double) rounds.size();
  }

  /// As its owner wants it, or as it stood after the last round.
  public Standing standing() {
    Activity activity = source.settings().activity();
    if (activity == Activity.PAUSED) {
      return Standing.PAUSED;
    }
    Standing standing = state.stand().standing();
    return activity == Activity.MUTED && !standing.isTrouble() ? Standing.MUTED : standing;
  }

  /// Bytes of the last rounds.
  public long bytes() {
    return rounds.stream().mapToLong(SourceRound::bytes).sum();
  }
}
