package dev.assay.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What the robots.txt of each site allows, asked once a site (RFC 9309). A site without a readable
/// robots.txt allows everything.
final class RobotsRules {

  private static final int MAX_SITES = 10_000;

  private final Function<URI, Fetcher.Body> request;
  private final ConcurrentHashMap<String, SimpleRobotRules> bySite = new ConcurrentHashMap<>();

  RobotsRules(Function<URI, Fetcher.Body> request) {
    this.request = request;
  }

  boolean allow(URI address) {
    if (bySite.size() > MAX_SITES) {
      bySite.clear();
    }
    return bySite.computeIfAbsent(site(address), this::ask).isAllowed(address.toString());
  }

  private SimpleRobotRules ask(String site) {
    return switch (request.apply(URI.create(site + "/robots.txt"))) {
      case Fetcher.Body.Whole(byte[] bytes, _) ->
          new SimpleRobotRulesParser()
              .parseContent(site + "/robots.txt", bytes, "text/plain", List.of("assay"));
      case Fetcher.Body.Moved _, Fetcher.Body.Failed _ ->
          new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
    };
  }

  private static String site(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }
}
