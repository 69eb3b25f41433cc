package dev.assay.source;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/// The links of a page that lead to articles: a page without a feed is watched as this set, not as
/// text, so that a clock, a counter or an advertisement is no news.
public final class LinkSet {

  private static final int LEAST_HAN = 8;
  private static final int LEAST_WORDS = 4;

  /// Links whose addresses are built alike: fewer are no list of articles.
  private static final int LEAST_ALIKE = 3;

  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?i)\\b(nav|menu|footer|header|breadcrumb|sidebar|login|share|pagination|tags?)\\b");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private LinkSet() {}

  /// The links in the order of the page, each once, with their words as titles.
  ///
  /// @param select CSS of the links that count, or of what holds them; empty: those whose words are
  ///   as long as a title and whose addresses are built as others' are
  public static List<FeedEntry> of(byte[] html, URI address, String select) {
    Document page = HtmlPage.of(html, address);
    return select.isBlank() ? found(page, address) : selected(page, select);
  }

  /// Whether a text is CSS that can choose links; an empty one is.
  static boolean isSelector(String select) {
    try {
      return select.isBlank() || QueryParser.parse(select) != null;
    } catch (SelectorParseException e) {
      return false;
    }
  }

  private static List<FeedEntry> selected(Document page, String select) {
    Map<String, FeedEntry> links = new LinkedHashMap<>();
    try {
      for (Element chosen : page.select(select)) {
        for (Element link : chosen.is("a[href]") ? List.of(chosen) : chosen.select("a[href]")) {
          entry(link).ifPresent(entry -> links.putIfAbsent(entry.link(), entry));
        }
      }
    } catch (SelectorParseException e) {
      return List.of();
    }
    return List.copyOf(links.values());
  }

  private static List<FeedEntry> found(Document page, URI address) {
    String domain = domain(address);
    Map<String, FeedEntry> links = new LinkedHashMap<>();
    for (Element link : page.select("a[href]")) {
      if (isAsLongAsATitle(link.text()) && !isFurniture(link)) {
        entry(link)
            .filter(entry -> domain.equals(domain(URI.create(entry.link()))))
            .ifPresent(entry -> links.putIfAbsent(entry.link(), entry));
      }
    }
    Map<String, Long> shapes =
        links.keySet().stream()
            .collect(Collectors.groupingBy(link -> shape(URI.create(link)), Collectors.counting()));
    List<FeedEntry> alike = new ArrayList<>();
    links.forEach(
        (link, entry) -> {
          if (shapes.getOrDefault(shape(URI.create(link)), 0L) >= LEAST_ALIKE) {
            alike.add(entry);
          }
        });
    return List.copyOf(alike);
  }

  private static Optional<FeedEntry> entry(Element link) {
    try {
      URI target = URI.create(link.absUrl("href").replace(" ", "%20").replaceFirst("#.*$", ""));
      return target.getHost() == null || !String.valueOf(target.getScheme()).startsWith("http")
          ? Optional.empty()
          : Optional.of(new FeedEntry(target.toString(), link.text().strip(), null));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isAsLongAsATitle(String text) {
    long han = HAN.matcher(text).results().count();
    return han >= LEAST_HAN || han == 0 && text.strip().split("\\s+").length >= LEAST_WORDS;
  }

  private static boolean isFurniture(Element link) {
    for (Element element = link; element != null; element = element.parent()) {
      String name = element.normalName();
      if (name.equals("nav") || name.equals("footer")) {
        return true;
      }
      boolean small = !name.equals("body") && !name.equals("html") && !name.equals("main");
      if (small && FURNITURE.matcher(element.className() + " " + element.id()).find()) {
        return true;
      }
    }
    return false;
  }

  /// How an address is built: its host, and for each part of its path whether it is a number, a
  /// date, a long slug or a word.
  private static String shape(URI address) {
    StringBuilder shape = new StringBuilder(String.valueOf(address.getHost()));
    String path = Optional.ofNullable(address.getRawPath()).orElse("");
    String[] parts = path.split("/");
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].toLowerCase(Locale.ROOT);
      boolean last = i == parts.length - 1;
      if (part.matches("\\d+")) {
        shape.append("/9");
      } else if (part.matches("(?=.*\\d)[\\w.%-]+") || last && part.contains("-")) {
        shape.append("/slug");
      } else {
        shape.append('/').append(last ? "word" : part);
      }
    }
    return shape.toString();
  }

  private static String domain(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    String assigned = EffectiveTldFinder.getAssignedDomain(host, true, false);
    return assigned == null ? host : assigned;
  }
}
