package dev.assay.follow;

import dev.assay.article.RawDocument;
import dev.assay.fetch.FetchRequest;
import dev.assay.fetch.FetchRequest.Permission;
import dev.assay.fetch.FetchResult;
import dev.assay.fetch.Fetcher;
import dev.assay.fetch.Manner;
import dev.assay.fetch.Secrets;
import dev.assay.source.Source;
import dev.assay.source.SourceSettings.Certificates;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Asks on behalf of sources, each in its own manner. Safe for use by many threads.
final class Requests {

  private final Fetcher fetcher;
  private final Secrets secrets;
  private final InstantSource clock;

  Requests(Fetcher fetcher, Secrets secrets, InstantSource clock) {
    this.fetcher = fetcher;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// A request for what a source lists.
  FetchRequest listing(Source source, URI address) {
    return of(source, FetchRequest.source(address));
  }

  /// A request for a page that a source names.
  FetchRequest page(Source source, URI address) {
    return of(source, FetchRequest.page(address));
  }

  /// A request by which is found out what there is to follow.
  FetchRequest looking(FetchRequest request) {
    return request.with(new Manner("", "", Certificates.CHECKED, secrets.of(request.address())));
  }

  private FetchRequest of(Source source, FetchRequest request) {
    return request
        .with(Manner.of(source, secrets))
        .with(
            source.settings().permission().isEmpty() ? Permission.BY_ROBOTS : Permission.BY_OWNER);
  }

  /// Whether a source is asked as one who may read what others may not.
  boolean isPaidFor(Source source) {
    return !secrets.of(source).isEmpty();
  }

  FetchResult ask(FetchRequest request, Steps steps) {
    steps.took(new Step.Asked(request.address(), !request.validators().isEmpty()));
    Instant asked = clock.instant();
    FetchResult result = fetcher.fetch(request);
    long millis = Math.max(0, Duration.between(asked, clock.instant()).toMillis());
    steps.took(
        switch (result) {
          case FetchResult.Fetched(RawDocument document, var answer) ->
              new Step.Answered(
                  answer.address(),
                  answer.status(),
                  document.mediaType(),
                  document.bytes().length,
                  millis);
          case FetchResult.NotModified(var answer) ->
              new Step.Answered(answer.address(), answer.status(), "", 0, millis);
          case FetchResult.Refused(URI address, _, String reason) ->
              new Step.Failed(address, 0, reason);
          case FetchResult.Failed(URI address, _, int status, String reason, _) ->
              new Step.Failed(address, status, reason);
        });
    return result;
  }
}
