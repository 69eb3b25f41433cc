package dev.assay.article;

import java.net.URI;

/// What makes a document itself, whatever its bytes are today.
public sealed interface Identity {

  /// A page known by its canonical http(s) address.
  record OfAddress(URI address) implements Identity {}

  /// A file known by its absolute path, with `/` between names on every system.
  record OfFile(String path) implements Identity {}

  /// A document of a batch, known by its source and the id that the source gave it.
  record OfExternal(String source, String id) implements Identity {}

  /// The id of the article that this document becomes.
  default ArticleId articleId() {
    return ArticleId.ofKey(key());
  }

  /// The identity as one line of text: the kind, then the parts.
  default String key() {
    return switch (this) {
      case OfAddress(URI address) -> "address\t" + address;
      case OfFile(String path) -> "file\t" + path;
      case OfExternal(String source, String id) -> "external\t" + source + "\t" + id;
    };
  }

  /// Reads what [#key] writes.
  static Identity parse(String key) {
    String[] parts = key.split("\t", 3);
    return switch (parts[0]) {
      case "address" -> new OfAddress(URI.create(parts[1]));
      case "file" -> new OfFile(key.substring(key.indexOf('\t') + 1));
      case String _ -> new OfExternal(parts[1], parts[2]);
    };
  }

  /// The identity as a person would name it.
  default String shown() {
    return switch (this) {
      case OfAddress(URI address) -> address.toString();
      case OfFile(String path) -> path;
      case OfExternal(String source, String id) -> source.isEmpty() ? id : source + " " + id;
    };
  }
}
