package dev.assay.follow;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.RawDocument;
import dev.assay.fetch.FetchRequest;
import dev.assay.fetch.FetchRequest.Redirects;
import dev.assay.fetch.FetchResult;
import dev.assay.fetch.Fetcher;
import dev.assay.lexicon.LexiconFile;
import dev.assay.source.Feed;
import dev.assay.source.FeedEntry;
import dev.assay.source.FeedLinks;
import dev.assay.source.LinkSet;
import dev.assay.source.Opml;
import dev.assay.source.Sitemap;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out what can be followed at an address: in steps, from what the address itself is to what
/// a site usually has, and stops at the first step that finds something.
public final class Discovery {

  /// Of an index of sitemaps: those that were changed last.
  private static final int MOST_CHILDREN = 5;

  /// Where sites keep feeds, at their root and beside a page (after Miniflux).
  private static final List<String> USUAL =
      List.of(
          "feed/",
          "rss/",
          "atom.xml",
          "feed.xml",
          "rss.xml",
          "index.xml",
          "feed.atom",
          "index.rss",
          "rss/feed.xml",
          "feed.json");

  private static final List<String> SITEMAPS =
      List.of(
          "news-sitemap.xml",
          "sitemap-news.xml",
          "sitemap_news.xml",
          "sitemap.xml",
          "sitemap_index.xml");

  private final Fetcher fetcher;
  private final Requests requests;
  private final Bridges bridges;
  private final List<LexiconFile.Row> routes;
  private final InstantSource clock;

  /// @param routes of RSSHub: domain and route, see `lexicon/bridges.tsv`
  Discovery(
      Fetcher fetcher,
      Requests requests,
      Bridges bridges,
      List<LexiconFile.Row> routes,
      InstantSource clock) {
    this.fetcher = fetcher;
    this.requests = requests;
    this.bridges = bridges;
    this.routes = routes;
    this.clock = clock;
  }

  /// The user's own bridges that make feeds of sites without.
  ///
  /// @param rsshub address of an RSSHub; empty if there is none
  /// @param rssbridge address of an RSS-Bridge; empty if there is none
  public record Bridges(String rsshub, String rssbridge) {
    public static final Bridges NONE = new Bridges("", "");
  }

  /// What was come upon at an address.
  ///
  /// @param found what can be followed there, the best first; empty if nothing can
  /// @param page what it answered with; null if it did not
  record Discovered(List<Found> found, @Nullable RawDocument page) {
    Discovered {
      found = List.copyOf(found);
    }
  }

  Discovered at(String text, Steps steps) {
    Optional<URI> address = CanonicalAddress.of(text);
    if (address.isEmpty()) {
      return new Discovered(List.of(), null);
    }
    Optional<RawDocument> asked = fetched(FetchRequest.source(address.get()), steps);
    URI base = asked.map(RawDocument::address).orElse(address.get());
    Optional<Found> itself = asked.flatMap(document -> itself(document, base, steps));
    if (itself.isPresent()) {
      return new Discovered(List.of(itself.get()), asked.orElse(null));
    }
    List<Found> lesser = new ArrayList<>();
    Stream<Step> atSite =
        Stream.of(
            () -> all(FeedLinks.known(base), steps),
            () ->
                asked
                    .map(page -> all(FeedLinks.declared(page.bytes(), base), steps))
                    .orElse(List.of()),
            () ->
                asked
                    .map(page -> all(FeedLinks.linked(page.bytes(), base), steps))
                    .orElse(List.of()),
            () -> bridged(base, steps));
    Stream<Step> ofPage =
        Stream.of(
            () -> sitemaps(base, lesser, steps),
            () -> usual(base, steps),
            () -> asked.map(page -> watched(page, base, "")).orElse(List.of()));
    List<Found> found =
        Stream.concat(atSite, asked.isPresent() ? ofPage : Stream.of())
            .map(Step::found)
            .filter(some -> !some.isEmpty())
            .findFirst()
            .orElse(List.of());
    return new Discovered(
        Stream.concat(found.stream(), lesser.stream()).distinct().toList(), asked.orElse(null));
  }

  /// One of the ways to find something.
  private interface Step {
    List<Found> found();
  }

  private Optional<RawDocument> fetched(FetchRequest request, Steps steps) {
    return requests.ask(requests.looking(request), steps)
            instanceof FetchResult.Fetched(RawDocument document, _)
        ? Optional.of(document)
        : Optional.empty();
  }

  /// The address itself is a feed, a list of feeds or a sitemap.
  private Optional<Found> itself(RawDocument document, URI address, Steps steps) {
    return feed(document, address)
        .or(() -> list(document, address))
        .or(() -> sitemap(document, address))
        .or(() -> index(document, address, steps));
  }

  private Optional<Found> feed(RawDocument document, URI address) {
    return Feed.looksLikeFeed(document.bytes())
            && Feed.parse(document.bytes(), document.fetchedAt())
                instanceof Feed.Reading.Read(Feed feed)
        ? Optional.of(Found.feed(feed, address))
        : Optional.empty();
  }

  private static Optional<Found> list(RawDocument document, URI address) {
    if (!Opml.looksLikeOne(document.bytes())) {
      return Optional.empty();
    }
    Opml list = Opml.parse(document.bytes());
    return list.outlines().isEmpty() ? Optional.empty() : Optional.of(Found.list(list, address));
  }

  private Optional<Found> sitemap(RawDocument document, URI address) {
    return Sitemap.recent(document.bytes(), address, clock.instant())
        .filter(entries -> !entries.isEmpty())
        .map(entries -> Found.sitemap(address, entries));
  }

  /// An index is followed as such: its sitemaps come and go. What it lists is that of the first of
  /// them that lists something.
  private Optional<Found> index(RawDocument document, URI address, Steps steps) {
    return SitemapIndex.recent(Sitemap.children(document.bytes(), address), clock.instant())
        .map(Sitemap.Child::address)
        .limit(MOST_CHILDREN)
        .flatMap(
            child ->
                fetched(FetchRequest.source(child), steps)
                    .flatMap(map -> Sitemap.recent(map.bytes(), child, clock.instant()))
                    .stream())
        .filter(entries -> !entries.isEmpty())
        .findFirst()
        .map(entries -> Found.sitemap(address, entries));
  }

  private List<Found> all(List<URI> addresses, Steps steps) {
    return addresses.stream()
        .flatMap(
            address ->
                fetched(FetchRequest.source(address), steps)
                    .flatMap(document -> feed(document, address))
                    .stream())
        .toList();
  }

  /// The user's own bridges, asked for what they know to make of this site.
  private List<Found> bridged(URI base, Steps steps) {
    List<URI> known = new ArrayList<>();
    if (!bridges.rsshub().isEmpty()) {
      String host = String.valueOf(base.getHost()).toLowerCase(Locale.ROOT);
      routes.stream()
          .filter(row -> host.equals(row.cell(0)) || host.endsWith("." + row.cell(0)))
          .forEach(row -> known.add(URI.create(withoutSlash(bridges.rsshub()) + row.cell(1))));
    }
    if (!bridges.rssbridge().isEmpty()) {
      String asked =
          "%s/?action=findfeed&format=Atom&url=%s"
              .formatted(
                  withoutSlash(bridges.rssbridge()),
                  URLEncoder.encode(base.toString(), StandardCharsets.UTF_8));
      fetched(FetchRequest.source(URI.create(asked)), steps)
          .ifPresent(document -> known.addAll(FeedLinks.bridged(document.bytes())));
    }
    return all(known, steps);
  }

  private static String withoutSlash(String address) {
    return address.replaceFirst("/+$", "");
  }

  /// Sitemaps of news, which robots.txt names or which stand where sites keep them. One that only
  /// dates its pages is the lesser choice.
  private List<Found> sitemaps(URI base, List<Found> lesser, Steps steps) {
    Stream<URI> named = fetcher.sitemaps(base).stream().limit(MOST_CHILDREN);
    Stream<URI> usual = SITEMAPS.stream().map(base.resolve("/")::resolve);
    Predicate<Found> isNews = found -> found.newest() != null;
    return Stream.concat(named, usual)
        .distinct()
        .flatMap(
            address ->
                fetched(FetchRequest.source(address).with(Redirects.REFUSED), steps)
                    .flatMap(
                        document ->
                            sitemap(document, address).or(() -> index(document, address, steps)))
                    .stream())
        .peek(
            found -> {
              if (!isNews.test(found) && lesser.isEmpty()) {
                lesser.add(found);
              }
            })
        .filter(isNews)
        .findFirst()
        .map(List::of)
        .orElse(List.of());
  }

  /// The first of these files that is there and is a feed, at the site's root, then beside the
  /// page. A site that sends all that it does not know elsewhere has none.
  private List<Found> usual(URI base, Steps steps) {
    return Stream.of(base.resolve("/"), base.resolve("."))
        .distinct()
        .flatMap(folder -> USUAL.stream().map(folder::resolve))
        .flatMap(
            address ->
                fetched(FetchRequest.source(address).with(Redirects.REFUSED), steps)
                    .flatMap(document -> feed(document, address))
                    .stream())
        .findFirst()
        .map(List::of)
        .orElse(List.of());
  }

  /// The page itself as a set of links; empty if it lists none.
  Optional<Found> page(String text, String select, Steps steps) {
    return CanonicalAddress.of(text)
        .flatMap(
            address ->
                fetched(FetchRequest.source(address), steps)
                    .flatMap(page -> watched(page, address, select).stream().findFirst()));
  }

  private static List<Found> watched(RawDocument page, URI base, String select) {
    List<FeedEntry> links =
        page.mediaType().contains("html") ? LinkSet.of(page.bytes(), base, select) : List.of();
    return links.isEmpty()
        ? List.of()
        : List.of(Found.page(FeedLinks.title(page.bytes(), base), base, select, links));
  }
}
