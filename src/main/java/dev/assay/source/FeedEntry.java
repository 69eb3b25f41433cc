package dev.assay.source;

import java.time.Instant;
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
public record FeedEntry(
    String link,
    String title,
    @Nullable Instant published,
    String id,
    String text,
    String summary) {

  /// An entry of which only the page is known.
  public FeedEntry(String link, String title, @Nullable Instant published) {
    this(link, title, published, "", "", "");
  }
}
