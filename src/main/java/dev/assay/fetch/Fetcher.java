package dev.assay.fetch;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.fetch.FetchRequest.Permission;
import dev.assay.fetch.FetchRequest.Wanted;
import dev.assay.fetch.FetchResult.Failed;
import dev.assay.fetch.FetchResult.Refused;
import dev.assay.fetch.FetchResult.Rule;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;

/// Asks for documents over http(s), politely: one request at a time to a registrable domain, with a
/// gap; robots.txt is obeyed, a site that asks to be left alone is. Safe for use by many threads,
/// which wait for their turns here.
public final class Fetcher implements AutoCloseable {

  private static final int MOVED = 301;
  private static final int MOVED_308 = 308;
  private static final int NOT_MODIFIED = 304;

  private final FetchSettings settings;
  private final InstantSource clock;
  private final HttpClient client;
  private final RobotsRules robots;
  private final Turns turns;
  private final Consumer<Duration> sleep;

  public Fetcher(FetchSettings settings, InstantSource clock) {
    this(settings, clock, CheckedNames::platform, Fetcher::pause);
  }

  /// @param names who is asked what a name means
  /// @param sleep waits so long
  Fetcher(FetchSettings settings, InstantSource clock, Dns names, Consumer<Duration> sleep) {
    this.sleep = sleep;
    this.settings = settings;
    this.clock = clock;
    this.client = new HttpClient(settings, names);
    this.turns = new Turns(clock, sleep);
    this.robots = new RobotsRules(this::siteFile, clock);
  }

  /// Fetches the page at `address`, which is what it becomes known by.
  public FetchResult fetch(URI address) {
    return fetch(FetchRequest.page(address));
  }

  /// Fetches what is wanted.
  public FetchResult fetch(FetchRequest request) {
    Optional<URI> canonical = CanonicalAddress.of(request.address());
    if (canonical.isEmpty()) {
      return new Refused(
          request.address(),
          Rule.ADDRESS,
          "The address must be absolute and start with http:// or https://, got "
              + request.address());
    }
    return hop(new Way(canonical.get(), null, true), request, settings.maxRedirects());
  }

  /// The sitemaps that the site's robots.txt names; none if it cannot be had.
  public List<URI> sitemaps(URI address) {
    return turns.take(address, settings.gap(), () -> robots.of(address)).sitemaps();
  }

  /// How a request came to where it is.
  ///
  /// @param asked the address that was wanted
  /// @param movedTo the last to which all redirects were for good
  /// @param forGood whether they were so far
  private record Way(URI asked, @Nullable URI movedTo, boolean forGood) {
    Way on(URI target, int status) {
      boolean permanent = forGood && (status == MOVED || status == MOVED_308);
      return new Way(asked, permanent ? target : movedTo, permanent);
    }
  }

  /// One address of the way. The turn is given back before the next, which may be another domain's.
  private FetchResult hop(Way way, FetchRequest request, int redirects) {
    URI address = request.address();
    Optional<Instant> paused = turns.pausedUntil(address);
    if (paused.isPresent()) {
      return waiting(address, paused.get());
    }
    Asked asked = turns.take(address, settings.gap(), () -> ask(request));
    return switch (asked) {
      case Asked.Not(FetchResult why) -> why;
      case Asked.Done(Exchange.Private(String reason), _) ->
          new Refused(address, Rule.PRIVATE, reason);
      case Asked.Done(Exchange.None(Failure failure, int status, String reason), _) ->
          new Failed(address, failure, status, reason, null);
      case Asked.Done(Exchange.Whole(byte[] bytes, Map<String, String> headers), Robots rules) ->
          fetched(way, address, bytes, headers, rules);
      case Asked.Done(Exchange.Other(int status, Map<String, String> headers, boolean html), _) ->
          other(way, request, new Exchange.Other(status, headers, html), redirects);
    };
  }

  /// What a turn came to.
  private sealed interface Asked {
    record Not(FetchResult why) implements Asked {}

    record Done(Exchange exchange, Robots robots) implements Asked {}
  }

  private Asked ask(FetchRequest request) {
    URI address = request.address();
    Robots rules = robots.of(address);
    if (request.permission() == Permission.BY_ROBOTS) {
      Optional<FetchResult> refusal = refusal(request, rules);
      if (refusal.isPresent()) {
        return new Asked.Not(refusal.get());
      }
      waitFor(rules.delay());
    }
    return new Asked.Done(client.ask(request), rules);
  }

  private static Optional<FetchResult> refusal(FetchRequest request, Robots rules) {
    URI address = request.address();
    Exchange.None fault = rules.fault();
    if (fault != null) {
      return Optional.of(
          new Failed(
              address,
              fault.failure(),
              0,
              fault.reason(),
              fault.failure() == Failure.NO_ANSWER ? null : Duration.ofHours(1)));
    }
    if (!rules.allows(address)) {
      return Optional.of(
          new Refused(
              address,
              Rule.ROBOTS,
              "The site's robots.txt does not allow %s.".formatted(address.getPath())));
    }
    if (request.wanted() == Wanted.PAGE && rules.delay().compareTo(Robots.LONGEST_DELAY) > 0) {
      return Optional.of(
          new Refused(
              address,
              Rule.ROBOTS,
              "The site's robots.txt wants %,d seconds between two pages; only its feed is read."
                  .formatted(rules.delay().toSeconds())));
    }
    return Optional.empty();
  }

  /// The domain's gap was waited for already; a longer one of robots.txt comes on top, capped.
  private void waitFor(Duration delay) {
    Duration wait = delay.compareTo(Robots.LONGEST_DELAY) > 0 ? Duration.ZERO : delay;
    if (wait.compareTo(settings.gap()) > 0) {
      sleep.accept(wait.minus(settings.gap()));
    }
  }

  /// A file of the site itself, asked within the turn of what it is asked for.
  private Exchange siteFile(URI address) {
    Exchange exchange = client.ask(FetchRequest.page(address), RobotsRules.maxBytes());
    sleep.accept(settings.gap());
    return exchange;
  }

  private static void pause(Duration gap) {
    try {
      Thread.sleep(gap);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FetchResult waiting(URI address, Instant until) {
    return new Failed(
        address,
        Failure.SOFT,
        0,
        "The site asked to be left alone until %s.".formatted(until),
        Duration.between(clock.instant(), until));
  }

  private FetchResult fetched(
      Way way, URI address, byte[] bytes, Map<String, String> headers, Robots rules) {
    String type = headers.getOrDefault("content-type", RawDocument.HTML);
    int semicolon = type.indexOf(';');
    String mediaType =
        (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    List<String> reserved = Reservations.of(address, headers, mediaType, bytes, rules);
    Map<String, String> kept = new HashMap<>(headers);
    if (!reserved.isEmpty()) {
      kept.put(RawDocument.RESERVED, String.join("; ", reserved));
    }
    return new FetchResult.Fetched(
        new RawDocument(
            new Identity.OfAddress(way.asked()), address, mediaType, bytes, kept, clock.instant()),
        new Answer(address, way.movedTo(), 200, headers));
  }

  private FetchResult other(Way way, FetchRequest request, Exchange.Other answer, int redirects) {
    URI address = request.address();
    int status = answer.status();
    Map<String, String> headers = answer.headers();
    if (status == NOT_MODIFIED && !request.validators().isEmpty()) {
      return new FetchResult.NotModified(new Answer(address, way.movedTo(), status, headers));
    }
    if (status >= 300 && status < 400 && headers.containsKey("location")) {
      return follow(way, request, status, String.valueOf(headers.get("location")), redirects);
    }
    Duration retryAfter =
        status == 429 || status == 503 ? RetryAfter.of(headers, clock.instant()) : null;
    if (retryAfter != null) {
      turns.pause(address, clock.instant().plus(retryAfter));
    }
    Failure failure = failure(answer);
    String reason =
        failure == Failure.BOT_CHECK
            ? "The site answered %d with a check for bots; Assay does not get around it."
            : "The site answered %d.";
    return new Failed(address, failure, status, reason.formatted(status), retryAfter);
  }

  private static Failure failure(Exchange.Other answer) {
    int status = answer.status();
    if (answer.html() && answer.headers().getOrDefault("cf-mitigated", "").contains("challenge")) {
      return Failure.BOT_CHECK;
    }
    return switch (status) {
      case 410 -> Failure.GONE;
      case 401, 403, 404, 408, 425, 429 -> Failure.SOFT;
      default -> status >= 400 && status < 500 ? Failure.HARD : Failure.SOFT;
    };
  }

  private FetchResult follow(
      Way way, FetchRequest request, int status, String location, int redirects) {
    URI from = request.address();
    if (redirects == 0) {
      return new Failed(
          from, Failure.SOFT, status, "The page sends visitors on too many times.", null);
    }
    try {
      URI target = from.resolve(location.strip().replace(" ", "%20"));
      return CanonicalAddress.of(target).isEmpty()
          ? new Refused(
              from, Rule.ADDRESS, "The page sends visitors to an address that is not http(s).")
          : hop(way.on(target, status), request.at(target), redirects - 1);
    } catch (IllegalArgumentException e) {
      return new Failed(
          from,
          Failure.SOFT,
          status,
          "The page sends visitors to an address that cannot be read.",
          null);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
