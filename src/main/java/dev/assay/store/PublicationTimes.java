package dev.assay.store;

import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A publication time as one column: instant, precision, zone, zone known, certainty, evidence,
/// apart by tabs.
final class PublicationTimes {

  /// Letters of `2025-11-22T07:10:00Z`.
  private static final int WHOLE_SECONDS = 20;

  private PublicationTimes() {}

  static @Nullable String write(@Nullable PublicationTime time) {
    return time == null
        ? null
        : String.join(
            "\t",
            time.instant().toString(),
            time.precision().name(),
            time.zone().getId(),
            time.zoneKnown() ? "known" : "inferred",
            time.certainty().name(),
            time.evidence().replace('\t', ' '));
  }

  static @Nullable PublicationTime read(@Nullable String column) {
    if (column == null) {
      return null;
    }
    String[] parts = column.split("\t", 6);
    return new PublicationTime(
        instant(parts[0]),
        Precision.valueOf(parts[1]),
        ZoneOffset.of(parts[2]),
        parts[3].equals("known"),
        Certainty.valueOf(parts[4]),
        parts[5]);
  }

  /// As [Instant#toString] writes it. Nearly all are of whole seconds and four digits a year, and
  /// are read without a formatter: each text of each search has one.
  private static Instant instant(String written) {
    return written.length() == WHOLE_SECONDS
        ? LocalDateTime.of(
                number(written, 0, 4),
                number(written, 5, 7),
                number(written, 8, 10),
                number(written, 11, 13),
                number(written, 14, 16),
                number(written, 17, 19))
            .toInstant(ZoneOffset.UTC)
        : Instant.parse(written);
  }

  private static int number(String written, int from, int to) {
    return Integer.parseInt(written, from, to, 10);
  }
}
