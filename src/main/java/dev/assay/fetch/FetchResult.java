package dev.assay.fetch;

import dev.assay.article.RawDocument;
import java.net.URI;

/// What one request for one address came to.
public sealed interface FetchResult {

  record Fetched(RawDocument document) implements FetchResult {}

  /// A rule forbids the request: robots.txt, or the ban on private addresses.
  record Refused(URI address, String reason) implements FetchResult {}

  record Failed(URI address, String reason) implements FetchResult {}
}
