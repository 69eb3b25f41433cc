package dev.assay.source;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An RSS or Atom feed: the name of its outlet and the pages it names, in the feed's order.
public record Feed(String title, List<FeedEntry> entries) {

  /// A feed that names more pages than this is cut: no outlet lists so many at once.
  private static final int MAX_ENTRIES = 5_000;

  /// Enough of a file to see whether it begins as a feed does.
  private static final int HEAD = 2_000;

  public Feed {
    entries = List.copyOf(entries);
  }

  /// One page that a feed names.
  ///
  /// @param link as the feed writes it: absolute, or relative to where the feed stands
  public record FeedEntry(String link, String title, @Nullable Instant published) {}

  /// What the bytes of a supposed feed came to.
  public sealed interface Reading {
    record Read(Feed feed) implements Reading {}

    record NotAFeed(String reason) implements Reading {}
  }

  /// Whether bytes begin as an RSS or Atom feed does.
  public static boolean looksLikeFeed(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT)
            .replace("\0", "");
    return (head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:rdf"))
        && !head.contains("<html");
  }

  /// Reads a feed in any charset that XML allows.
  public static Reading parse(byte[] bytes) {
    SyndFeedInput input = new SyndFeedInput();
    input.setAllowDoctypes(false); // no external entities, no entity bombs
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes), true)) {
      return new Reading.Read(of(input.build(reader)));
    } catch (FeedException | IOException | IllegalArgumentException e) {
      return new Reading.NotAFeed(
          "The feed cannot be read: %s. Check that it is RSS or Atom.".formatted(firstLine(e)));
    }
  }

  private static Feed of(SyndFeed feed) {
    List<FeedEntry> entries =
        feed.getEntries().stream()
            .filter(entry -> link(entry) != null)
            .limit(MAX_ENTRIES)
            .map(Feed::entry)
            .toList();
    return new Feed(Objects.requireNonNullElse(feed.getTitle(), "").strip(), entries);
  }

  private static FeedEntry entry(SyndEntry entry) {
    Date published =
        entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
    return new FeedEntry(
        Objects.requireNonNull(link(entry)),
        Objects.requireNonNullElse(entry.getTitle(), "").strip(),
        published == null ? null : published.toInstant());
  }

  private static @Nullable String link(SyndEntry entry) {
    String link = entry.getLink() == null ? entry.getUri() : entry.getLink();
    return link == null || link.isBlank() ? null : link.strip();
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
