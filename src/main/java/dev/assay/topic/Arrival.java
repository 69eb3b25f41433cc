package dev.assay.topic;

import dev.assay.article.RawDocument;
import java.util.Map;

/// How much of a text came, and what its site reserves of it.
///
/// @param completeness `full`, `feed_text`, `preview` or `summary`; empty of what was handed in
/// @param reserved in the site's own words, such as `tdm-reservation: 1`; may be empty
public record Arrival(String completeness, String reserved) {

  /// Of a text that was handed in.
  public static final Arrival WHOLE = new Arrival("", "");

  /// @param headers of the document
  static Arrival of(Map<String, String> headers) {
    return new Arrival(
        headers.getOrDefault(RawDocument.COMPLETENESS, ""),
        headers.getOrDefault(RawDocument.RESERVED, ""));
  }

  /// Whether there is more of it than came.
  public boolean isPart() {
    return completeness.equals("preview") || completeness.equals("summary");
  }
}
