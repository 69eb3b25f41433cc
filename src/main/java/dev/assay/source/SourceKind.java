package dev.assay.source;

import java.util.Optional;

/// What kind of thing is followed: how it is read, and what it lists.
public sealed interface SourceKind {

  /// RSS, RDF, Atom or JSON Feed.
  record OfFeed() implements SourceKind {}

  /// A sitemap of news, one that dates its pages, or an index of such.
  record OfSitemap() implements SourceKind {}

  /// A page without a feed, watched as a set of links.
  ///
  /// @param select CSS of the links that count; empty if Assay finds out
  record OfPage(String select) implements SourceKind {}

  /// A folder of files.
  record OfFolder() implements SourceKind {}

  /// A mailbox that is asked for its mail (IMAP).
  record OfMailbox() implements SourceKind {}

  /// An address of our own to which outlets send their letters (SMTP).
  record OfLetters() implements SourceKind {}

  /// A list of feeds on the web (OPML): what it names is followed.
  record OfList() implements SourceKind {}

  /// The word used in JSON, in the store and on the command line.
  default String word() {
    return switch (this) {
      case OfFeed _ -> "feed";
      case OfSitemap _ -> "sitemap";
      case OfPage _ -> "page";
      case OfFolder _ -> "folder";
      case OfMailbox _ -> "mailbox";
      case OfLetters _ -> "letters";
      case OfList _ -> "list";
    };
  }

  /// The kind of this word.
  ///
  /// @param select of a page
  static Optional<SourceKind> of(String word, String select) {
    return switch (word) {
      case "feed" -> Optional.of(new OfFeed());
      case "sitemap" -> Optional.of(new OfSitemap());
      case "page" -> Optional.of(new OfPage(select));
      case "folder" -> Optional.of(new OfFolder());
      case "mailbox" -> Optional.of(new OfMailbox());
      case "letters" -> Optional.of(new OfLetters());
      case "list" -> Optional.of(new OfList());
      default -> Optional.empty();
    };
  }

  /// Whether it is asked over http(s).
  default boolean isOnTheWeb() {
    return switch (this) {
      case OfFeed _, OfSitemap _, OfPage _, OfList _ -> true;
      case OfFolder _, OfMailbox _, OfLetters _ -> false;
    };
  }
}
