package dev.assay.source;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import dev.assay.article.CanonicalAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A sitemap (sitemaps.org, with Google's news extension): the pages of a site that are recent.
public final class Sitemap {

  private static final int MOST = 1_000;
  private static final int MOST_CHILDREN = 50_000;

  /// A sitemap of 50,000 pages has less (sitemaps.org).
  private static final int MOST_BYTES = 50_000_000;

  private static final Duration NEWS = Duration.ofDays(2);
  private static final Duration RECENT = Duration.ofDays(30);
  private static final int HEAD = 2_000;

  private Sitemap() {}

  /// A sitemap that an index names.
  ///
  /// @param changed when the index says it was last changed; null if it does not
  public record Child(URI address, @Nullable Instant changed) {}

  /// The pages that are dated and recent, newest first: of news two days, of others thirty. Empty
  /// if the bytes are no sitemap.
  public static Optional<List<FeedEntry>> recent(byte[] bytes, URI address, Instant now) {
    return parsed(bytes, address)
        .filter(SiteMap.class::isInstance)
        .map(map -> recent((SiteMap) map, now));
  }

  /// The sitemaps that an index names, those first that were changed last. Empty if the bytes are
  /// no index.
  public static List<Child> children(byte[] bytes, URI address) {
    return parsed(bytes, address)
        .filter(SiteMapIndex.class::isInstance)
        .map(
            index ->
                ((SiteMapIndex) index)
                    .getSitemaps().stream()
                        .limit(MOST_CHILDREN)
                        .flatMap(Sitemap::child)
                        .sorted(
                            Comparator.comparing(
                                Child::changed, Comparator.nullsLast(Comparator.reverseOrder())))
                        .toList())
        .orElse(List.of());
  }

  private static Stream<Child> child(AbstractSiteMap map) {
    return CanonicalAddress.of(map.getUrl().toString())
        .map(address -> new Child(address, time(map.getLastModified())))
        .stream();
  }

  private static Optional<AbstractSiteMap> parsed(byte[] packed, URI address) {
    byte[] bytes = unpacked(packed);
    if (!looksLikeOne(bytes)) {
      return Optional.empty();
    }
    SiteMapParser parser = new SiteMapParser(false);
    parser.enableExtension(Extension.NEWS);
    try {
      return Optional.of(parser.parseSiteMap("text/xml", bytes, address.toURL()));
    } catch (UnknownFormatException | IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean looksLikeOne(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    return head.contains("<urlset") || head.contains("<sitemapindex");
  }

  /// Sitemaps may be files that are packed by themselves, whatever the server does (`.xml.gz`).
  private static byte[] unpacked(byte[] bytes) {
    if (bytes.length < 2 || bytes[0] != 0x1f || (bytes[1] & 0xff) != 0x8b) {
      return bytes;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      return bytes;
    }
  }

  private static List<FeedEntry> recent(SiteMap map, Instant now) {
    List<FeedEntry> entries = new ArrayList<>();
    for (SiteMapURL url : map.getSiteMapUrls()) {
      NewsAttributes news = news(url);
      Instant time = news == null ? time(url.getLastModified()) : time(news.getPublicationDate());
      Duration most = news == null ? RECENT : NEWS;
      if (time != null && time.isAfter(now.minus(most)) && !time.isAfter(now.plus(NEWS))) {
        String title = news == null || news.getTitle() == null ? "" : news.getTitle().strip();
        entries.add(
            new FeedEntry(url.getUrl().toString(), title, news == null ? null : time, "", "", ""));
      }
    }
    return entries.stream()
        .sorted(
            Comparator.comparing(
                FeedEntry::published, Comparator.nullsLast(Comparator.reverseOrder())))
        .limit(MOST)
        .toList();
  }

  private static @Nullable NewsAttributes news(SiteMapURL url) {
    ExtensionMetadata[] found = url.getAttributesForExtension(Extension.NEWS);
    return found != null && found.length > 0 ? (NewsAttributes) found[0] : null;
  }

  private static @Nullable Instant time(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
