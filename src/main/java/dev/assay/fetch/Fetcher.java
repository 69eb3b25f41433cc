package dev.assay.fetch;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks for pages over http(s), one at a time. Safe for use by many threads.
public final class Fetcher implements AutoCloseable {

  static final String USER_AGENT = "Assay/0.1 (self-hosted research desk)";

  private final FetchSettings settings;
  private final InstantSource clock;
  private final HttpClient client;
  private final RobotsRules robots;

  public Fetcher(FetchSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER) // each hop is checked before it is asked
            .connectTimeout(settings.timeout())
            .build();
    this.robots = new RobotsRules(this::body);
  }

  /// Fetches the page at `address`, which is what it becomes known by.
  public FetchResult fetch(URI address) {
    Optional<URI> canonical = CanonicalAddress.of(address);
    if (canonical.isEmpty()) {
      return new FetchResult.Failed(
          address,
          "The address must be absolute and start with http:// or https://, got " + address);
    }
    return fetch(canonical.get(), address, settings.maxRedirects());
  }

  private FetchResult fetch(URI asked, URI address, int redirects) {
    Optional<String> refusal = refusal(address);
    if (refusal.isPresent()) {
      return new FetchResult.Refused(address, refusal.get());
    }
    if (!robots.allow(address)) {
      return new FetchResult.Refused(
          address, "The site's robots.txt does not allow %s.".formatted(address.getPath()));
    }
    return switch (body(address)) {
      case Body.Failed(String reason) -> new FetchResult.Failed(address, reason);
      case Body.Moved(String location) -> follow(asked, address, location, redirects);
      case Body.Whole(byte[] bytes, Map<String, String> headers) ->
          new FetchResult.Fetched(document(asked, address, bytes, headers));
    };
  }

  private FetchResult follow(URI asked, URI from, String location, int redirects) {
    if (redirects == 0) {
      return new FetchResult.Failed(from, "The page sends visitors on too many times.");
    }
    try {
      URI target = from.resolve(location);
      return CanonicalAddress.of(target).isEmpty()
          ? new FetchResult.Refused(
              from, "The page sends visitors to an address that is not http(s).")
          : fetch(asked, target, redirects - 1);
    } catch (IllegalArgumentException e) {
      return new FetchResult.Failed(
          from, "The page sends visitors to an address that cannot be read.");
    }
  }

  private RawDocument document(URI asked, URI address, byte[] bytes, Map<String, String> headers) {
    String type = headers.getOrDefault("content-type", RawDocument.HTML);
    int semicolon = type.indexOf(';');
    String mediaType =
        (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    return new RawDocument(
        new Identity.OfAddress(asked), address, mediaType, bytes, headers, clock.instant());
  }

  private Optional<String> refusal(URI address) {
    return settings.privateAddresses() == PrivateAddresses.ALLOWED
        ? Optional.empty()
        : PublicAddresses.refusal(address);
  }

  /// One request, no redirects followed.
  private Body body(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(settings.timeout())
            .header("User-Agent", USER_AGENT)
            .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5")
            .build();
    CompletableFuture<Body> answer =
        client
            .sendAsync(request, BodyHandlers.ofInputStream())
            .thenApplyAsync(this::read, Thread::startVirtualThread);
    try {
      return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Body.Failed(
          "No whole answer within %d seconds.".formatted(settings.timeout().toSeconds()));
    } catch (ExecutionException e) {
      return new Body.Failed(
          "No answer: %s.".formatted(reason(e.getCause() == null ? e : e.getCause())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Body.Failed("The request was stopped.");
    }
  }

  private static String reason(Throwable thrown) {
    return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
  }

  private Body read(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      int code = response.statusCode();
      Optional<String> location = response.headers().firstValue("location");
      if (code >= 300 && code < 400 && location.isPresent()) {
        return new Body.Moved(location.get());
      }
      if (code != 200) {
        return new Body.Failed("The site answered %d.".formatted(code));
      }
      byte[] bytes = in.readNBytes(settings.maxBytes() + 1);
      if (bytes.length > settings.maxBytes()) {
        return new Body.Failed("The page is larger than %,d bytes.".formatted(settings.maxBytes()));
      }
      return new Body.Whole(bytes, headers(response));
    } catch (IOException e) {
      return new Body.Failed("The answer broke off: %s.".formatted(reason(e)));
    }
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    headers.keySet().retainAll(Set.of("content-type", "last-modified", "etag", "content-language"));
    return headers;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /// What one request brought.
  sealed interface Body {
    record Whole(byte[] bytes, Map<String, String> headers) implements Body {}

    record Moved(String location) implements Body {}

    record Failed(String reason) implements Body {}
  }
}
