package dev.assay.ingest.input;

import dev.assay.article.RawDocument;
import dev.assay.source.Feed;
import dev.assay.source.archive.LinkLists;
import dev.assay.source.archive.ReferenceLists;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What kind of file somebody hands in: by the ending of its name, and by its first bytes where
/// many kinds share an ending.
enum FileKind {
  DOCUMENT,
  FEED,
  MAIL,
  /// Many mails in one file.
  MAILS,
  /// A page with its parts (MHTML).
  SAVED_PAGE,
  /// A web archive (WARC).
  ARCHIVE,
  /// A zip of web archives (WACZ).
  COLLECTION,
  /// A library of references.
  REFERENCES,
  /// Bookmarks, a reading list.
  LINKS,
  /// What Assay takes in by another door, or when it was unpacked.
  ELSEWHERE,
  OTHER;

  private static final int HEAD = 4_000;

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", RawDocument.HTML,
          "htm", RawDocument.HTML,
          "xhtml", RawDocument.HTML,
          "txt", RawDocument.PLAIN,
          "text", RawDocument.PLAIN,
          "md", RawDocument.MARKDOWN,
          "markdown", RawDocument.MARKDOWN,
          "pdf", RawDocument.PDF,
          "docx", RawDocument.DOCX);

  private static final Set<String> FEED_ENDINGS = Set.of("xml", "rss", "atom");

  static FileKind of(Path file) {
    return of(name(file), () -> head(file));
  }

  static FileKind of(String name, byte[] bytes) {
    return of(name, () -> bytes);
  }

  private static FileKind of(String name, Supplier<byte[]> head) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".warc.gz")) {
      return ARCHIVE;
    }
    return switch (ending(lower)) {
      case "warc" -> ARCHIVE;
      case "wacz" -> COLLECTION;
      case "eml" -> MAIL;
      case "mbox", "mbx" -> MAILS;
      case "mhtml", "mht" -> SAVED_PAGE;
      case "ris" -> REFERENCES;
      case "json" -> json(head.get());
      case "jsonl", "ndjson", "opml", "gz", "zip" -> ELSEWHERE;
      case "csv" -> LinkLists.looksLikeOne(head.get()) ? LINKS : OTHER;
      case "html", "htm" -> LinkLists.looksLikeOne(head.get()) ? LINKS : DOCUMENT;
      case String ending when FEED_ENDINGS.contains(ending) -> FEED;
      case String ending -> MEDIA_TYPES.containsKey(ending) ? DOCUMENT : OTHER;
    };
  }

  private static FileKind json(byte[] head) {
    if (ReferenceLists.looksLikeOne(head)) {
      return REFERENCES;
    }
    return Feed.looksLikeFeed(head) ? FEED : ELSEWHERE;
  }

  /// What to do with a file that is taken in elsewhere.
  static String elsewhere(String name) {
    return switch (ending(name.toLowerCase(Locale.ROOT))) {
      case "opml" -> "A list of feeds is followed with: assay follow FILE";
      case "gz", "zip" -> "The file is packed. Unpack it first.";
      case "json" ->
          "The file is no list of references (CSL-JSON) and no JSON Feed. Articles as JSON Lines are taken in with: assay import --batch < FILE";
      default -> "Articles as JSON Lines are taken in with: assay import --batch < FILE";
    };
  }

  /// Whether it is read a piece at a time, so that it may be of any size.
  boolean isOfAnySize() {
    return this == ARCHIVE || this == COLLECTION || this == MAILS;
  }

  /// The media type that the ending of a name stands for.
  static Optional<String> mediaType(String name) {
    return Optional.ofNullable(MEDIA_TYPES.get(ending(name.toLowerCase(Locale.ROOT))));
  }

  static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static byte[] head(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    } catch (IOException e) {
      return new byte[0]; // said where it is read
    }
  }
}
