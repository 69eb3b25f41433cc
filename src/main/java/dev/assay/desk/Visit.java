package dev.assay.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a reader looked at the first page.
///
/// @param lookedAt last; null if never
/// @param since when the visit before this one ended: what came after it is news; null on the first
///   visit
public record Visit(@Nullable Instant lookedAt, @Nullable Instant since) {

  /// Of a reader who never looked.
  public static final Visit NONE = new Visit(null, null);
}
