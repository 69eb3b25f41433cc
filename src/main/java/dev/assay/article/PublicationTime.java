package dev.assay.article;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// When a source says it published, and how far to believe it.
///
/// @param instant the moment in UTC; for a date without a time, the start of that day in `zone`
/// @param precision how much of it was written
/// @param zone the offset the source wrote, or the one inferred for it
/// @param zoneKnown whether the source wrote the offset
/// @param certainty whether the source states this time or it was guessed
/// @param evidence where it was found, such as `json-ld datePublished` or `text 3小时前`
public record PublicationTime(
    Instant instant,
    Precision precision,
    ZoneOffset zone,
    boolean zoneKnown,
    Certainty certainty,
    String evidence) {

  private static final Duration NOON = Duration.ofHours(12);

  /// The smallest unit that the source wrote.
  public enum Precision {
    MONTH,
    DAY,
    MINUTE,
    SECOND
  }

  /// Stated by the source, or guessed from signs.
  public enum Certainty {
    STATED,
    GUESSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The moment by which articles are ordered: of a day or month alone the noon of its first day,
  /// which falls on the same date in nearly every zone.
  public Instant orderedBy() {
    return switch (precision) {
      case MONTH, DAY -> instant.plus(NOON);
      case MINUTE, SECOND -> instant;
    };
  }

  /// The time on the source's own clock.
  public OffsetDateTime local() {
    return instant.atOffset(zone);
  }

  /// The day on the source's own clock; null if it wrote the month alone.
  public @Nullable LocalDate day() {
    return precision == Precision.MONTH ? null : local().toLocalDate();
  }

  /// ISO 8601 in the source's own zone, as precise as the source wrote it: `2025-11-22`,
  /// `2025-11-22T07:10+08:00`.
  public String iso() {
    OffsetDateTime local = local();
    return switch (precision) {
      case MONTH -> "%tY-%<tm".formatted(local);
      case DAY -> local.toLocalDate().toString();
      case MINUTE -> "%tFT%<tH:%<tM%s".formatted(local, zone);
      case SECOND -> "%tFT%<tT%s".formatted(local, zone);
    };
  }
}
