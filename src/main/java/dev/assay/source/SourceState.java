package dev.assay.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a source is due, and how it is.
///
/// @param every the present interval
/// @param failures in a row, each weighed by how sure it is that asking again is in vain
/// @param since when it has stood so
/// @param reason why it failed or what was mended, for a person; may be empty
/// @param status of the last answer; 0 if nobody answered
/// @param etag byte for byte as the server wrote it
/// @param bodyHash of the last body; empty if there was none
/// @param wholeAt when it last answered with a body
/// @param movedTo where it says since [#movedSince] that it has moved for good
public record SourceState(
    Instant dueAt,
    Duration every,
    double failures,
    Standing standing,
    Instant since,
    String reason,
    int status,
    @Nullable Instant askedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant changedAt,
    @Nullable Instant newAt,
    @Nullable String etag,
    @Nullable String lastModified,
    String bodyHash,
    @Nullable Instant wholeAt,
    @Nullable String movedTo,
    @Nullable Instant movedSince) {

  /// Of a source that was never asked.
  public static SourceState fresh(Instant now, Duration every) {
    return new SourceState(
        now,
        every,
        0,
        Standing.NEW,
        now,
        "",
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        "",
        null,
        null,
        null);
  }

  /// The same, due at another time.
  public SourceState dueAt(Instant time) {
    return new SourceState(
        time,
        every,
        failures,
        standing,
        since,
        reason,
        status,
        askedAt,
        answeredAt,
        changedAt,
        newAt,
        etag,
        lastModified,
        bodyHash,
        wholeAt,
        movedTo,
        movedSince);
  }
}
