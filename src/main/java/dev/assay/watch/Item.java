package dev.assay.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that a reader is told, in the words they are told it in.
///
/// @param what a word of [When]
/// @param title the article's, the entry's, a name
/// @param language of title and quote; a tag
/// @param outlet who published it; may be empty
/// @param path on the desk's own pages, such as `/articles/...`
/// @param article its id; null if there is none
/// @param said what happened, in the reader's language; may be empty
/// @param quote the source's own words; may be empty
/// @param at when it was published, or else happened
public record Item(
    String what,
    String title,
    String language,
    String outlet,
    String path,
    @Nullable String article,
    String said,
    String quote,
    Instant at) {

  /// Who published it, where what is said does not name them already; may be empty.
  public String from() {
    return said.contains(outlet) ? "" : outlet;
  }
}
