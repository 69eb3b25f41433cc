package dev.assay.fetch;

import crawlercommons.robots.SimpleRobotRules;
import dev.assay.article.CanonicalAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a site says to programs, as it was last read.
///
/// @param rules of robots.txt
/// @param fault why it could not be had: such a site is left alone; null if it could
/// @param signals the lines of robots.txt on what its texts may be used for
/// @param reserved path prefixes whose texts are reserved by `/.well-known/tdmrep.json`, with the
///   words that say so
record Robots(
    SimpleRobotRules rules,
    Exchange.@Nullable None fault,
    List<String> signals,
    Map<String, String> reserved,
    Instant until) {

  /// A longer wait between two requests is not worth having; such a site's feed is read, not its
  /// pages.
  static final Duration LONGEST_DELAY = Duration.ofMinutes(2);

  boolean allows(URI address) {
    return rules.isAllowed(address.toString());
  }

  List<URI> sitemaps() {
    return rules.getSitemaps().stream()
        .flatMap(sitemap -> CanonicalAddress.of(sitemap).stream())
        .toList();
  }

  Duration delay() {
    return rules.getCrawlDelay() > 0 ? Duration.ofMillis(rules.getCrawlDelay()) : Duration.ZERO;
  }

  /// What the site reserves of the text at `address`, in its own words.
  List<String> reservations(URI address) {
    String path = address.getRawPath() == null ? "/" : address.getRawPath();
    return Stream.concat(
            signals.stream(),
            reserved.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue))
        .toList();
  }
}
