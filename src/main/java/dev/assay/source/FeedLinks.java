package dev.assay.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where a page says, or a site's shape tells, that a feed is.
public final class FeedLinks {

  private static final int MOST = 10;

  private static final Set<String> TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/rdf+xml",
          "application/json");

  private static final Pattern LOOKS_LIKE_ONE =
      Pattern.compile(
          "(?i)(?:/(?:feed|rss|atom)s?/?$|\\.(?:rss|atom|rdf)$|(?:feed|rss|atom)[\\w-]*\\.xml$)");

  private FeedLinks() {}

  /// Feeds that the shape of an address promises.
  public static List<URI> known(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    String path = address.getPath() == null ? "" : address.getPath().replaceFirst("/$", "");
    List<String> found = new ArrayList<>();
    if (host.endsWith("youtube.com") && path.startsWith("/channel/")) {
      found.add("https://www.youtube.com/feeds/videos.xml?channel_id=" + path.substring(9));
    } else if (host.equals("github.com") && path.matches("/[^/]+/[^/]+")) {
      found.add("https://github.com" + path + "/releases.atom");
      found.add("https://github.com" + path + "/tags.atom");
      found.add("https://github.com" + path + "/commits.atom");
    } else if (host.endsWith("reddit.com") && path.startsWith("/r/")) {
      found.add("https://www.reddit.com" + path + "/.rss");
    } else if (host.endsWith(".substack.com")) {
      found.add("https://" + host + "/feed");
    } else if (host.equals("medium.com") && path.startsWith("/")) {
      found.add("https://medium.com/feed" + path);
    } else if (path.matches("/@[\\w.]+")) {
      found.add(address.getScheme() + "://" + address.getRawAuthority() + path + ".rss");
    }
    return found.stream().map(URI::create).toList();
  }

  /// Feeds that a page declares in its head.
  public static List<URI> declared(byte[] html, URI address) {
    Set<URI> found = new LinkedHashSet<>();
    for (Element link : HtmlPage.of(html, address).select("link[rel~=(?i)alternate][href]")) {
      String type = link.attr("type").toLowerCase(Locale.ROOT).strip();
      if (TYPES.contains(type) && !link.attr("href").contains("/wp-json/")) {
        add(link, found);
      }
    }
    return found.stream().limit(MOST).toList();
  }

  /// Links in a page's body that look as if a feed were behind them.
  public static List<URI> linked(byte[] html, URI address) {
    Set<URI> found = new LinkedHashSet<>();
    for (Element link : HtmlPage.of(html, address).select("a[href]")) {
      if (LOOKS_LIKE_ONE.matcher(link.attr("href")).find()) {
        add(link, found);
      }
    }
    return found.stream().limit(MOST).toList();
  }

  /// Feeds that RSS-Bridge found.
  public static List<URI> bridged(byte[] json) {
    List<URI> found = new ArrayList<>();
    try {
      for (JsonNode bridge : JsonMapper.shared().readTree(json)) {
        found.add(URI.create(bridge.path("url").asString("")));
      }
    } catch (JacksonException | IllegalArgumentException e) {
      return List.of();
    }
    return found;
  }

  /// What a page is called.
  public static String title(byte[] html, URI address) {
    Document page = HtmlPage.of(html, address);
    Element site = page.selectFirst("meta[property=og:site_name]");
    String name = site == null ? "" : site.attr("content").strip();
    return name.isEmpty() ? page.title().strip() : name;
  }

  private static void add(Element link, Set<URI> found) {
    try {
      found.add(URI.create(link.absUrl("href").replace(" ", "%20")));
    } catch (IllegalArgumentException e) {
      return; // no address
    }
  }
}
