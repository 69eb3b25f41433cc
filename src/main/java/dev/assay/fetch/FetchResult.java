package dev.assay.fetch;

import dev.assay.article.RawDocument;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What one request for one address came to.
public sealed interface FetchResult {

  record Fetched(RawDocument document, Answer answer) implements FetchResult {}

  /// The server says that nothing changed since the validators that it was sent.
  record NotModified(Answer answer) implements FetchResult {}

  /// A rule forbids the request: robots.txt, or the ban on private addresses.
  record Refused(URI address, Rule rule, String reason) implements FetchResult {}

  /// There is nothing to have now.
  ///
  /// @param status of the answer; 0 if none came
  /// @param retryAfter how long the site wants to be left alone, if it says so; 24 hours at most
  record Failed(
      URI address, Failure failure, int status, String reason, @Nullable Duration retryAfter)
      implements FetchResult {}

  /// Which rule forbids a request.
  enum Rule {
    ADDRESS,
    PRIVATE,
    ROBOTS
  }
}
