package dev.assay.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sitemap that an index names, and when it is asked.
///
/// @param freshAt when it last listed something new; at first when it was first seen
/// @param retired whether it says nothing new any more
public record SitemapPart(
    String address,
    Instant dueAt,
    Duration every,
    @Nullable String etag,
    @Nullable String lastModified,
    String bodyHash,
    Instant freshAt,
    boolean retired) {

  /// One that was never asked.
  public static SitemapPart fresh(String address, Instant dueAt, Duration every, Instant now) {
    return new SitemapPart(address, dueAt, every, null, null, "", now, false);
  }
}
