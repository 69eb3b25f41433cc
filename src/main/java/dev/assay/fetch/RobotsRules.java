package dev.assay.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.assay.article.CanonicalAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The robots.txt of each site by RFC 9309: redirects are followed, a site without one (4xx) allows
/// everything, a site that cannot give it (5xx, no answer) allows nothing for an hour, and what was
/// read holds for six hours. The caller holds the turn of the site.
final class RobotsRules {

  private static final int MAX_SITES = 10_000;
  private static final int MAX_BYTES = 512 * 1024;
  private static final int MAX_REDIRECTS = 5;
  private static final Duration HOLDS = Duration.ofHours(6);
  private static final Duration FAULT_HOLDS = Duration.ofHours(1);

  /// A site that does not answer at all may do so in a moment.
  private static final Duration SILENCE_HOLDS = Duration.ofMinutes(1);

  private static final String UNREADABLE =
      "The site's robots.txt cannot be read, so the site is left alone for an hour.";

  /// `Content-Usage` of the IETF's AI preferences (a draft), and the older `Content-Signal`.
  private static final Pattern SIGNAL =
      Pattern.compile("(?im)^\\s*(content-(?:usage|signal))\\s*:\\s*(.+?)\\s*$");

  /// A signal that says no to something.
  private static final Pattern NO = Pattern.compile("(?i)=\\s*(?:no?|disallow)\\b");

  private final InstantSource clock;
  private final ConcurrentHashMap<String, Robots> bySite = new ConcurrentHashMap<>();

  RobotsRules(InstantSource clock) {
    this.clock = clock;
  }

  static int maxBytes() {
    return MAX_BYTES;
  }

  /// What holds now.
  ///
  /// @param request asks without following redirects, at most [#maxBytes]
  Robots of(URI address, Function<URI, Exchange> request) {
    String site = address.getScheme() + "://" + address.getRawAuthority();
    Robots known = bySite.get(site);
    if (known != null && clock.instant().isBefore(known.until())) {
      return known;
    }
    if (bySite.size() > MAX_SITES) {
      bySite.clear();
    }
    Robots read = read(site, known, request);
    bySite.put(site, read);
    return read;
  }

  private Robots read(String site, @Nullable Robots known, Function<URI, Exchange> request) {
    return switch (asked(URI.create(site + "/robots.txt"), MAX_REDIRECTS, request)) {
      case Exchange.Whole(byte[] bytes, _) -> parsed(site, bytes, request);
      case Exchange.Other(int status, _, _) when status < 500 && status != 429 ->
          allowingAll(site, request);
      case Exchange.Private _ -> allowingAll(site, request);
      case Exchange.Other(int status, _, _) ->
          unreachable(known, new Exchange.None(Failure.SOFT, status, UNREADABLE), FAULT_HOLDS);
      case Exchange.None none ->
          unreachable(
              known, none, none.failure() == Failure.NO_ANSWER ? SILENCE_HOLDS : FAULT_HOLDS);
    };
  }

  /// The last rules that could be read go on; a site of which none could is left alone.
  private Robots unreachable(@Nullable Robots known, Exchange.None fault, Duration holds) {
    Instant until = clock.instant().plus(holds);
    return known != null && known.fault() == null
        ? new Robots(known.rules(), null, known.signals(), known.reserved(), until)
        : new Robots(
            new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), fault, List.of(), Map.of(), until);
  }

  private static Exchange asked(URI address, int redirects, Function<URI, Exchange> request) {
    Exchange exchange = request.apply(address);
    if (!(exchange instanceof Exchange.Other(int status, Map<String, String> headers, _))
        || status < 300
        || status >= 400
        || redirects == 0) {
      return exchange;
    }
    try {
      URI target = address.resolve(headers.getOrDefault("location", ""));
      return CanonicalAddress.of(target).isEmpty()
          ? exchange
          : asked(target, redirects - 1, request);
    } catch (IllegalArgumentException e) {
      return exchange;
    }
  }

  private Robots parsed(String site, byte[] bytes, Function<URI, Exchange> request) {
    byte[] head = bytes.length > MAX_BYTES ? Arrays.copyOf(bytes, MAX_BYTES) : bytes;
    SimpleRobotRules rules =
        new SimpleRobotRulesParser(Long.MAX_VALUE, 5)
            .parseContent(site + "/robots.txt", head, "text/plain", List.of("assay"));
    List<String> signals =
        SIGNAL
            .matcher(new String(head, StandardCharsets.UTF_8))
            .results()
            .filter(line -> NO.matcher(line.group(2)).find())
            .map(line -> line.group(1).toLowerCase(Locale.ROOT) + ": " + line.group(2))
            .distinct()
            .toList();
    return new Robots(rules, null, signals, reserved(site, request), clock.instant().plus(HOLDS));
  }

  private Robots allowingAll(String site, Function<URI, Exchange> request) {
    return new Robots(
        new SimpleRobotRules(RobotRulesMode.ALLOW_ALL),
        null,
        List.of(),
        reserved(site, request),
        clock.instant().plus(HOLDS));
  }

  /// TDMRep (W3C Community Group, 2024): a file of the site says which paths are reserved.
  private static Map<String, String> reserved(String site, Function<URI, Exchange> request) {
    if (!(request.apply(URI.create(site + "/.well-known/tdmrep.json"))
        instanceof Exchange.Whole(byte[] bytes, _))) {
      return Map.of();
    }
    Map<String, String> reserved = new LinkedHashMap<>();
    try {
      for (JsonNode rule : JsonMapper.shared().readTree(bytes)) {
        Matcher prefix = Pattern.compile("^[^*$]*").matcher(rule.path("location").asString("/"));
        if (rule.path("tdm-reservation").asInt(0) == 1 && prefix.find()) {
          reserved.put(prefix.group(), "tdmrep.json: tdm-reservation: 1");
        }
      }
    } catch (JacksonException e) {
      return Map.of(); // many sites answer any path with a page
    }
    return reserved;
  }
}
