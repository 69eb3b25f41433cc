package dev.assay.source;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.XmlReader;
import dev.assay.clean.text.ChineseBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An RSS, RDF, Atom or JSON feed: what its outlet says of itself and the pages it names, in the
/// feed's order.
///
/// @param format for a person, such as `RSS 2.0`
/// @param mended what had to be mended before it could be read, for a person; empty if nothing
public record Feed(
    About about, String format, FeedHints hints, List<FeedEntry> entries, List<String> mended) {

  /// What an outlet says of itself; each empty if it does not say.
  ///
  /// @param site address of its own page
  /// @param language BCP 47
  /// @param hub where one can ask to be told what is new (WebSub)
  /// @param self the feed's own address, by which its hub knows it
  public record About(
      String title, String site, String description, String language, String hub, String self) {

    /// The same with its addresses whole, as they are meant where the feed stands.
    public About at(URI feed) {
      return new About(
          title, whole(site, feed), description, language, whole(hub, feed), whole(self, feed));
    }

    private static String whole(String link, URI feed) {
      try {
        return link.isEmpty() ? "" : feed.resolve(link).toString();
      } catch (IllegalArgumentException e) {
        return ""; // no address at all
      }
    }
  }

  /// A feed that names more pages than this is cut: no outlet lists so many at once.
  static final int MAX_ENTRIES = 5_000;

  /// Enough of a file to see whether it begins as a feed does.
  private static final int HEAD = 2_000;

  public Feed {
    entries = List.copyOf(entries);
    mended = List.copyOf(mended);
  }

  Feed mendedBy(List<String> what) {
    return new Feed(about, format, hints, entries, what);
  }

  public String title() {
    return about.title();
  }

  /// What the bytes of a supposed feed came to.
  public sealed interface Reading {
    record Read(Feed feed) implements Reading {}

    record NotAFeed(String reason) implements Reading {}
  }

  /// Whether bytes begin as a feed does.
  public static boolean looksLikeFeed(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT)
            .replace("\0", "");
    return (head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:rdf"))
            && !head.contains("<html")
        || JsonFeed.looksLikeOne(head);
  }

  /// Reads a feed in any charset. One that is broken is mended and read again.
  ///
  /// @param fetchedAt from which times such as "2 hours ago" are counted back
  public static Reading parse(byte[] bytes, Instant fetchedAt) {
    if (JsonFeed.looksLikeOne(
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8))) {
      return JsonFeed.parse(bytes, fetchedAt);
    }
    String fault;
    try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes), true)) {
      String text = reader.readAllAsString();
      Charset said = Charset.forName(reader.getEncoding());
      if (text.indexOf(MendedFeed.REPLACEMENT) < 0
          && ChineseBytes.meant(said, bytes).equals(said)) {
        return new Reading.Read(RomeFeed.read(text, fetchedAt));
      }
      fault = "it is not in the charset that it names";
    } catch (FeedException | IOException | IllegalArgumentException e) {
      fault = firstLine(e.getMessage());
    } catch (RuntimeException e) {
      fault = e.getClass().getSimpleName(); // rome throws many things at odd dates and elements
    }
    Feed mended = MendedFeed.read(bytes, fetchedAt);
    return mended == null
        ? new Reading.NotAFeed(
            "The feed cannot be read: %s. Check that it is RSS, Atom or JSON Feed."
                .formatted(fault))
        : new Reading.Read(mended);
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
  }
}
