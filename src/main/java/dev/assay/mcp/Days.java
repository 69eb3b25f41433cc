package dev.assay.mcp;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Days of UTC as moments.
final class Days {

  private Days() {}

  static @Nullable Instant start(@Nullable LocalDateTime day) {
    return day == null ? null : day.toInstant(ZoneOffset.UTC);
  }

  /// The end of the day, exclusive.
  static @Nullable Instant end(@Nullable LocalDateTime day) {
    return day == null
        ? null
        : day.toLocalDate().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
