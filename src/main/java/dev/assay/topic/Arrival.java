package dev.assay.topic;

import dev.assay.article.RawDocument;
import dev.assay.store.ArticleTable.Origin;

/// How much of a text came, and what its site reserves of it.
///
/// @param completeness `full`, `feed_text`, `preview` or `summary`; empty of what was handed in
/// @param reserved in the site's own words, such as `tdm-reservation: 1`; may be empty
public record Arrival(String completeness, String reserved) {

  /// Of a text that was handed in.
  public static final Arrival WHOLE = new Arrival("", "");

  static Arrival of(Origin origin) {
    return new Arrival(
        origin.headers().getOrDefault(RawDocument.COMPLETENESS, ""),
        origin.headers().getOrDefault(RawDocument.RESERVED, ""));
  }

  /// Whether there is more of it than came.
  public boolean isPart() {
    return completeness.equals("preview") || completeness.equals("summary");
  }
}
