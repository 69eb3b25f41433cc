package dev.assay.article;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A document as it was fetched, byte for byte. Kept, so that every later step can be run again.
///
/// @param address where it came from, if it has an http(s) address
/// @param mediaType lower case, without parameters, such as `text/html`
/// @param bytes not copied: nobody writes to them after construction
/// @param headers names in lower case; `content-type` keeps its parameters. What a source named
///   also has, as far as it is known, `feed-title`, `feed-published` (ISO 8601), `feed-source`,
///   `feed-authors` (a line each), `feed-section` and `feed-language` (as its owner says)
/// @param fetchedAt when Assay got it
public record RawDocument(
    Identity identity,
    @Nullable URI address,
    String mediaType,
    byte[] bytes,
    Map<String, String> headers,
    Instant fetchedAt) {

  /// Header with what the site reserves of the text, in its own words; absent if it reserves
  /// nothing.
  public static final String RESERVED = "assay-reserved";

  /// Header with how much of the text there is: `full`, `feed_text`, `preview` or `summary`; absent
  /// of what no source named.
  public static final String COMPLETENESS = "assay-completeness";

  /// Headers with what somebody who knows says of the document; goes before what is read from it.
  /// Authors are a line each, the time is ISO 8601 as precise as it is known.
  public static final String STATED_TITLE = "stated-title";

  public static final String STATED_AUTHORS = "stated-authors";
  public static final String STATED_PUBLISHED = "stated-published";
  public static final String STATED_SOURCE = "stated-source";

  /// Header of a page that somebody handed in by its address: `page`. One that shows something else
  /// than its article, such as a request to sign in, is not taken.
  public static final String HANDED_IN = "assay-handed-in";

  /// Header of the text of a mail: the domain that sent it.
  public static final String LETTER = "assay-letter";

  /// Header of a document that came with another: what that one is known by.
  public static final String PART_OF = "assay-part-of";

  /// Header with when somebody put the page by, in a list that they handed in (ISO 8601).
  public static final String ADDED_AT = "assay-added-at";

  public static final String HTML = "text/html";
  public static final String PLAIN = "text/plain";
  public static final String MARKDOWN = "text/markdown";
  public static final String PDF = "application/pdf";
  public static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /// The pages of one article, each after a line of its number of bytes and its content type.
  public static final String PAGES = "application/vnd.assay.pages";

  /// One line of a batch: a JSON object with `id`, `title`, `text`, and if known `lang`, `url`,
  /// `source` and `published`.
  public static final String BATCH_LINE = "application/vnd.assay.document+json";

  /// The header of a batch line that stands in the place of an earlier line of its batch: that
  /// line's number.
  public static final String BATCH_REPLACES = "batch-replaces";

  /// Longer values of headers are cut: a server may send any.
  private static final int LONGEST_HEADER = 8_192;

  public RawDocument {
    headers =
        headers.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> cut(e.getValue())));
  }

  private static String cut(String value) {
    return value.length() <= LONGEST_HEADER ? value : value.substring(0, LONGEST_HEADER);
  }

  /// The same document as if Assay had got it at another time.
  public RawDocument fetchedAt(Instant time) {
    return new RawDocument(identity, address, mediaType, bytes, headers, time);
  }

  /// The same document, known by something else.
  public RawDocument knownAs(Identity other) {
    return new RawDocument(other, address, mediaType, bytes, headers, fetchedAt);
  }

  /// The same document with more headers; those that it has already are replaced.
  public RawDocument with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new RawDocument(identity, address, mediaType, bytes, all, fetchedAt);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
