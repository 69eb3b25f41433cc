package dev.assay.store;

import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A publication time as one column: instant, precision, zone, zone known, certainty, evidence,
/// apart by tabs.
final class PublicationTimes {

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
        Instant.parse(parts[0]),
        Precision.valueOf(parts[1]),
        ZoneOffset.of(parts[2]),
        parts[3].equals("known"),
        Certainty.valueOf(parts[4]),
        parts[5]);
  }
}
