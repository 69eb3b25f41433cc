package dev.assay.source;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One page that a feed, a sitemap or a watched page names.
///
/// @param link as it is written: absolute, or relative to where the feed stands; empty if it has
///   none
/// @param title empty if it has none
/// @param published when the feed says it was published; null if it does not
/// @param id the feed's own name for it; empty if it has none
/// @param text HTML of the whole text, if the feed carries it; else empty
/// @param summary HTML of a summary; else empty
/// @param more what else it says
public record FeedEntry(
    String link,
    String title,
    @Nullable Instant published,
    String id,
    String text,
    String summary,
    More more) {

  /// What few feeds say.
  ///
  /// @param categories the outlet's own headings for it
  /// @param files addresses of documents that come with it (PDF, Word)
  public record More(List<String> authors, List<String> categories, List<String> files) {

    public static final More NOTHING = new More(List.of(), List.of(), List.of());

    public More {
      authors = List.copyOf(authors);
      categories = List.copyOf(categories);
      files = List.copyOf(files);
    }
  }

  /// An entry of which only the page is known.
  public FeedEntry(String link, String title, @Nullable Instant published) {
    this(link, title, published, "", "", "");
  }

  /// An entry of a feed that says no more.
  public FeedEntry(
      String link,
      String title,
      @Nullable Instant published,
      String id,
      String text,
      String summary) {
    this(link, title, published, id, text, summary, More.NOTHING);
  }

  /// Whether what comes with an entry is a document that Assay reads.
  static boolean isDocument(String mediaType, String address) {
    String type = mediaType.toLowerCase(Locale.ROOT);
    String path = address.toLowerCase(Locale.ROOT).replaceFirst("[?#].*$", "");
    return type.equals("application/pdf")
        || type.endsWith("wordprocessingml.document")
        || path.endsWith(".pdf")
        || path.endsWith(".docx");
  }

  /// Whether anything can be had of it: a page, or a text under a name of its own.
  boolean isThere() {
    return !link.isEmpty() || !id.isEmpty() && !(text.isEmpty() && summary.isEmpty());
  }

  /// Where an entry without a page stands: in its feed, under its name there. What may be secret in
  /// the feed's address is not told to readers; its hash tells two feeds apart.
  public static String within(URI feed, String id) {
    String query = feed.getRawQuery();
    String whole = feed.toString();
    String place =
        query == null
            ? whole + "#"
            : whole.substring(0, whole.indexOf('?'))
                + "#"
                + Integer.toHexString(query.hashCode())
                + ".";
    return place + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  /// Whether there is a page of it, once its link is an address.
  public boolean hasPage() {
    return link.indexOf('#') < 0; // canonical addresses have no fragment
  }

  /// The same, with its link as an address.
  public FeedEntry at(String address) {
    return new FeedEntry(address, title, published, id, text, summary, more);
  }
}
