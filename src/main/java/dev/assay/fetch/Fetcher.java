package dev.assay.fetch;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.fetch.FetchRequest.Permission;
import dev.assay.fetch.FetchRequest.Redirects;
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
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  /// How long a site that has enough is left alone if it does not say.
  private static final Duration UNSAID = Duration.ofHours(1);

  private final FetchSettings settings;
  private final InstantSource clock;
  private final HttpClient client;
  private final RobotsRules robots;
  private final Turns turns;
  private final Pauses pauses;

  /// Remembers in memory alone who asked to be left alone.
  public Fetcher(FetchSettings settings, InstantSource clock) {
    this(settings, clock, Pauses.FORGOTTEN);
  }

  public Fetcher(FetchSettings settings, InstantSource clock, Pauses pauses) {
    this(settings, clock, pauses, CheckedNames::platform, Fetcher::pause);
  }

  /// @param names who is asked what a name means
  /// @param sleep waits so long
  Fetcher(
      FetchSettings settings,
      InstantSource clock,
      Pauses pauses,
      Dns names,
      Consumer<Duration> sleep) {
    this.settings = settings;
    this.clock = clock;
    this.pauses = pauses;
    this.client = new HttpClient(settings, names);
    this.turns = new Turns(clock, sleep);
    this.robots = new RobotsRules(clock);
    pauses.known().forEach(turns::pause);
  }

  /// Its limits, which hold for other protocols too.
  public FetchSettings settings() {
    return settings;
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

  /// Who is asked at an address: the part of its host's name that its owner registered, such as
  /// `example.co.uk`; of what is on no host the text itself.
  public static String domain(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getHost() == null ? address : Turns.nameOf(uri);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  /// The sitemaps that the site's robots.txt names; none if it cannot be had.
  public List<URI> sitemaps(URI address) {
    FetchRequest request = FetchRequest.source(address);
    return turns
        .take(address, turn -> robots.of(address, file -> siteFile(turn, request, file)))
        .sitemaps();
  }

  /// Sends a form to a service that wants it, such as the hub of a feed. Not a page of a site, so
  /// that its robots.txt says nothing of it.
  ///
  /// @return the status of the answer; 0 if there was none, or the address may not be asked
  public int post(URI address, Map<String, String> form) {
    Optional<URI> canonical = CanonicalAddress.of(address);
    if (canonical.isEmpty() || turns.pausedUntil(canonical.get()).isPresent()) {
      return 0;
    }
    Exchange exchange =
        turns.take(
            canonical.get(),
            turn -> turn.request(settings.gap(), () -> client.post(canonical.get(), form)));
    return switch (exchange) {
      case Exchange.Whole _ -> 200;
      case Exchange.Other(int status, _, _) -> status;
      case Exchange.Private _, Exchange.None _ -> 0;
    };
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
    Asked asked = turns.take(address, turn -> ask(turn, request));
    return switch (asked) {
      case Asked.Not(FetchResult why) -> why;
      case Asked.Done(Exchange.Private(String reason), _) ->
          new Refused(address, Rule.PRIVATE, reason);
      case Asked.Done(Exchange.None(Failure failure, int status, String reason), _) ->
          new Failed(address, failure, status, reason, null);
      case Asked.Done(Exchange.Whole(byte[] bytes, Map<String, String> headers), Robots rules) ->
          fetched(way, address, bytes, headers, rules);
      case Asked.Done(Exchange.Other other, Robots rules) ->
          other(way, request, other, rules, redirects);
    };
  }

  /// What a turn came to.
  private sealed interface Asked {
    record Not(FetchResult why) implements Asked {}

    record Done(Exchange exchange, Robots robots) implements Asked {}
  }

  private Asked ask(Turns.Turn turn, FetchRequest request) {
    URI address = request.address();
    Robots rules = robots.of(address, file -> siteFile(turn, request, file));
    if (request.permission() == Permission.BY_OWNER) {
      return new Asked.Done(turn.request(settings.gap(), () -> client.ask(request)), rules);
    }
    return refusal(request, rules)
        .<Asked>map(Asked.Not::new)
        .orElseGet(
            () -> new Asked.Done(turn.request(gap(rules), () -> client.ask(request)), rules));
  }

  /// Between two requests: ours, or the site's own if it wants a longer one and says no nonsense.
  private Duration gap(Robots rules) {
    Duration delay = rules.delay();
    return delay.compareTo(settings.gap()) > 0 && delay.compareTo(Robots.LONGEST_DELAY) <= 0
        ? delay
        : settings.gap();
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

  /// A file of the site itself, asked within the turn of what it is asked for and in its manner.
  private Exchange siteFile(Turns.Turn turn, FetchRequest asked, URI file) {
    FetchRequest request = FetchRequest.page(file).with(asked.manner());
    return turn.request(settings.gap(), () -> client.ask(request, RobotsRules.maxBytes()));
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
        new Answer(
            address, way.movedTo(), 200, headers, rules.delay(), String.join("; ", reserved)));
  }

  private FetchResult other(
      Way way, FetchRequest request, Exchange.Other answer, Robots rules, int redirects) {
    URI address = request.address();
    int status = answer.status();
    Map<String, String> headers = answer.headers();
    if (status == NOT_MODIFIED && !request.validators().isEmpty()) {
      return new FetchResult.NotModified(
          new Answer(
              address,
              way.movedTo(),
              status,
              headers,
              rules.delay(),
              String.join("; ", Reservations.of(address, headers, "", new byte[0], rules))));
    }
    if (status >= 300
        && status < 400
        && headers.containsKey("location")
        && request.redirects() == Redirects.FOLLOWED) {
      return follow(way, request, status, String.valueOf(headers.get("location")), redirects);
    }
    Duration retryAfter = leaveAlone(address, status, headers);
    Failure failure = failure(answer);
    String reason =
        failure == Failure.BOT_CHECK
            ? "The site answered %d with a check for bots; Assay does not get around it."
            : "The site answered %d.";
    return new Failed(address, failure, status, reason.formatted(status), retryAfter);
  }

  /// A site that has enough is left alone with all its addresses: as long as it says, else an hour
  /// after 429.
  ///
  /// @return how long it says; null if it does not
  private @Nullable Duration leaveAlone(URI address, int status, Map<String, String> headers) {
    if (status != TOO_MANY && status != UNAVAILABLE) {
      return null;
    }
    Duration said = RetryAfter.of(headers, clock.instant());
    if (said != null || status == TOO_MANY) {
      Instant until = clock.instant().plus(said == null ? UNSAID : said);
      String domain = Turns.nameOf(address);
      turns.pause(domain, until);
      pauses.pause(domain, until);
    }
    return said;
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
          : hop(way.on(target, status), request.on(target), redirects - 1);
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
