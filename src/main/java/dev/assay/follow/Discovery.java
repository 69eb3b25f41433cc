package dev.assay.follow;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.RawDocument;
import dev.assay.fetch.FetchRequest;
import dev.assay.fetch.FetchResult;
import dev.assay.fetch.Fetcher;
import dev.assay.source.Feed;
import dev.assay.source.FeedEntry;
import dev.assay.source.FeedLinks;
import dev.assay.source.LinkSet;
import dev.assay.source.Opml;
import dev.assay.source.Sitemap;
import dev.assay.source.SourceKind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out what can be followed at an address: in steps, from what the address itself is to what
/// a site usually has, and stops at the first step that finds something.
public final class Discovery {

  private static final int TITLES = 3;

  /// Of an index of sitemaps: those that were changed last.
  private static final int MOST_CHILDREN = 5;

  /// Where sites keep feeds, at their root and beside a page (after Miniflux).
  private static final List<String> USUAL =
      List.of(
          "feed",
          "feed/",
          "rss",
          "rss/",
          "rss.xml",
          "feed.xml",
          "atom.xml",
          "index.xml",
          "feed.json");

  private static final List<String> SITEMAPS =
      List.of("news-sitemap.xml", "sitemap-news.xml", "sitemap_news.xml", "sitemap.xml");

  private final Fetcher fetcher;
  private final Bridges bridges;
  private final InstantSource clock;

  Discovery(Fetcher fetcher, Bridges bridges, InstantSource clock) {
    this.fetcher = fetcher;
    this.bridges = bridges;
    this.clock = clock;
  }

  /// The user's own bridges that make feeds of sites without.
  ///
  /// @param rssbridge address of an RSS-Bridge; empty if there is none
  public record Bridges(String rssbridge) {
    public static final Bridges NONE = new Bridges("");
  }

  /// Something that can be followed.
  ///
  /// @param format for a person, such as `RSS 2.0`; empty if there is none to name
  /// @param newest when the newest of what it lists was published; null if it does not say
  /// @param titles the first three
  /// @param wholeText whether it carries whole texts
  public record Found(
      SourceKind kind,
      String address,
      String title,
      String site,
      String format,
      int entries,
      @Nullable Instant newest,
      List<String> titles,
      boolean wholeText) {

    static Found folder(Path folder) {
      return new Found(
          new SourceKind.OfFolder(),
          folder.toString(),
          String.valueOf(folder.getFileName()),
          "",
          "",
          0,
          null,
          List.of(),
          false);
    }

    static Found outlined(Opml.Outline outline, URI address) {
      return new Found(
          SourceKind.of(outline.kind(), "").orElseGet(SourceKind.OfFeed::new),
          address.toString(),
          outline.title(),
          outline.site(),
          "",
          0,
          null,
          List.of(),
          false);
    }

    private static Found of(
        SourceKind kind,
        URI address,
        String title,
        String site,
        String format,
        List<FeedEntry> entries) {
      return new Found(
          kind,
          address.toString(),
          title,
          site,
          format,
          entries.size(),
          entries.stream()
              .map(FeedEntry::published)
              .filter(Objects::nonNull)
              .max(Comparator.naturalOrder())
              .orElse(null),
          entries.stream()
              .map(FeedEntry::title)
              .filter(title1 -> !title1.isEmpty())
              .limit(TITLES)
              .toList(),
          !entries.isEmpty()
              && entries.stream().allMatch(entry -> EntryTexts.isWhole(entry.text())));
    }
  }

  /// What can be followed at this address, the best first; empty if nothing can.
  List<Found> at(String text) {
    Optional<URI> address = CanonicalAddress.of(text);
    if (address.isEmpty()) {
      return List.of();
    }
    Optional<RawDocument> asked = fetched(address.get());
    if (asked.isEmpty()) {
      return List.of();
    }
    RawDocument page = asked.get();
    URI base = Optional.ofNullable(page.address()).orElse(address.get());
    Optional<Found> itself = itself(page, base);
    if (itself.isPresent()) {
      return List.of(itself.get());
    }
    return Stream.<Step>of(
            () -> all(FeedLinks.known(base)),
            () -> all(FeedLinks.declared(page.bytes(), base)),
            () -> all(FeedLinks.linked(page.bytes(), base)),
            () -> bridged(base),
            () -> all(fetcher.sitemaps(base).stream().limit(MOST_CHILDREN).toList()),
            () -> first(SITEMAPS, base),
            () -> first(USUAL, base),
            () -> watched(page, base))
        .map(Step::found)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /// One of the ways to find something.
  private interface Step {
    List<Found> found();
  }

  private Optional<RawDocument> fetched(URI address) {
    return fetcher.fetch(FetchRequest.source(address))
            instanceof FetchResult.Fetched(RawDocument document, _)
        ? Optional.of(document)
        : Optional.empty();
  }

  /// The address itself is a feed or a sitemap.
  private Optional<Found> itself(RawDocument document, URI address) {
    if (Feed.looksLikeFeed(document.bytes())
        && Feed.parse(document.bytes()) instanceof Feed.Reading.Read(Feed feed)) {
      return Optional.of(
          Found.of(
              new SourceKind.OfFeed(),
              address,
              feed.title(),
              feed.site(),
              feed.format(),
              feed.entries()));
    }
    return sitemap(document, address)
        .or(
            () ->
                Sitemap.children(document.bytes(), address).stream()
                    .limit(MOST_CHILDREN)
                    .flatMap(child -> fetched(child).flatMap(map -> sitemap(map, child)).stream())
                    .findFirst());
  }

  private Optional<Found> sitemap(RawDocument document, URI address) {
    return Sitemap.recent(document.bytes(), address, clock.instant())
        .filter(entries -> !entries.isEmpty())
        .map(
            entries ->
                Found.of(
                    new SourceKind.OfSitemap(),
                    address,
                    String.valueOf(address.getHost()),
                    "",
                    "",
                    entries));
  }

  private List<Found> all(List<URI> addresses) {
    List<Found> found = new ArrayList<>();
    for (URI address : addresses) {
      fetched(address).flatMap(document -> itself(document, address)).ifPresent(found::add);
    }
    return found;
  }

  /// The first of these files that is there and can be followed, at the site's root, then beside
  /// the page.
  private List<Found> first(List<String> names, URI base) {
    return Stream.of(base.resolve("/"), base.resolve("."))
        .distinct()
        .flatMap(folder -> names.stream().map(folder::resolve))
        .map(address -> all(List.of(address)))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Found> bridged(URI base) {
    if (bridges.rssbridge().isEmpty()) {
      return List.of();
    }
    String asked =
        bridges.rssbridge()
            + "?action=findfeed&format=Atom&url="
            + URLEncoder.encode(base.toString(), StandardCharsets.UTF_8);
    return fetched(URI.create(asked))
        .map(document -> all(FeedLinks.bridged(document.bytes())))
        .orElse(List.of());
  }

  private static List<Found> watched(RawDocument page, URI base) {
    List<FeedEntry> links =
        page.mediaType().contains("html") ? LinkSet.of(page.bytes(), base, "") : List.of();
    return links.isEmpty()
        ? List.of()
        : List.of(
            Found.of(
                new SourceKind.OfPage(""),
                base,
                FeedLinks.title(page.bytes(), base),
                base.toString(),
                "",
                links));
  }
}
