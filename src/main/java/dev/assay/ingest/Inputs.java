package dev.assay.ingest;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.fetch.FetchResult;
import dev.assay.fetch.Fetcher;
import dev.assay.source.Feed;
import dev.assay.source.FeedEntry;
import dev.assay.store.RawDocumentTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns what a person names (files, folders, addresses, feeds) into documents, one after the
/// other: a folder of a million files is never held in memory.
public final class Inputs {

  /// A file that is larger is refused: the longest reports are below a tenth of it.
  static final long MAX_FILE_BYTES = 50_000_000;

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

  private static final String READABLE =
      "Assay reads HTML, text, Markdown, PDF, DOCX, RSS and Atom.";

  private static final String OTHER_ENDING = READABLE + " The name of this file ends otherwise.";

  private static final List<String> FEED_ENDINGS = List.of("xml", "rss", "atom");

  private final Fetcher fetcher;
  private final FurtherPages further;
  private final InstantSource clock;

  public Inputs(Fetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.further = new FurtherPages(fetcher);
    this.clock = clock;
  }

  /// The documents behind one argument of the command line. Close the stream after use.
  public Stream<Given> of(String argument) {
    if (argument.startsWith("http://") || argument.startsWith("https://")) {
      return ofAddress(argument);
    }
    try {
      Path path = Path.of(argument).toAbsolutePath().normalize();
      return Files.isDirectory(path) ? ofFolder(path) : ofFile(path);
    } catch (InvalidPathException e) {
      return refused(
          new Identity.OfFile(argument),
          "This is neither a file, a folder nor an http(s) address.");
    }
  }

  /// A file that came over the network: known by its name and bytes together, since two people may
  /// call two files by one name.
  Stream<Given> ofUpload(String fileName, byte[] bytes) {
    String name = fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1).strip();
    String mark = HexFormat.of().formatHex(RawDocumentTable.hash(bytes)).substring(0, 12);
    Identity identity = new Identity.OfExternal("upload", name + " " + mark);
    if (bytes.length > MAX_FILE_BYTES) {
      return refused(identity, tooLarge());
    }
    return Optional.ofNullable(MEDIA_TYPES.get(ending(name)))
        .map(type -> document(identity, type, bytes, Map.of()))
        .orElseGet(() -> refused(identity, OTHER_ENDING));
  }

  /// How many documents the arguments name, as far as that can be told without reading them: a feed
  /// counts as one.
  public static long count(List<String> arguments) {
    return arguments.stream().mapToLong(Inputs::count).sum();
  }

  private static long count(String argument) {
    try {
      Path path = Path.of(argument);
      return !argument.contains("://") && Files.isDirectory(path)
          ? FolderWalk.of(path, Inputs::isKnown).files().size()
          : 1;
    } catch (InvalidPathException e) {
      return 1;
    }
  }

  private Stream<Given> ofFolder(Path named) {
    Path folder = FolderWalk.real(named);
    FolderWalk walk = FolderWalk.of(folder, Inputs::isKnown);
    if (walk.files().isEmpty() && walk.unread().isEmpty()) {
      return refused(
          identity(folder), "There is no file in this folder that Assay reads. " + READABLE);
    }
    return Stream.concat(
        walk.unread().entrySet().stream()
            .flatMap(
                unread ->
                    refused(
                        identity(unread.getKey()),
                        "The folder cannot be read: %s.".formatted(unread.getValue()))),
        walk.files().stream().flatMap(this::ofFile));
  }

  private static boolean isKnown(Path file) {
    String ending = ending(file);
    return MEDIA_TYPES.containsKey(ending) || FEED_ENDINGS.contains(ending);
  }

  private static String ending(Path file) {
    Path name = file.getFileName();
    return ending(name == null ? "" : name.toString());
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private Stream<Given> ofFile(Path file) {
    Identity identity = identity(file);
    try {
      if (!Files.exists(file)) {
        return refused(identity, "There is no such file. Check the path.");
      }
      if (Files.size(file) > MAX_FILE_BYTES) {
        return refused(identity, tooLarge());
      }
      byte[] bytes = Files.readAllBytes(file);
      if (FEED_ENDINGS.contains(ending(file)) && Feed.looksLikeFeed(bytes)) {
        return ofFeed(identity, bytes, entry -> linkedFile(file, entry));
      }
      return Optional.ofNullable(MEDIA_TYPES.get(ending(file)))
          .map(type -> document(identity, type, bytes, Map.of()))
          .orElseGet(() -> refused(identity, OTHER_ENDING));
    } catch (IOException e) {
      return refused(identity, "The file cannot be read: %s.".formatted(e.getMessage()));
    }
  }

  /// The files below a folder that Assay reads, in the order of their names.
  public static List<Path> files(Path folder) {
    return FolderWalk.of(FolderWalk.real(folder), Inputs::isKnown).files();
  }

  /// The documents behind an http(s) address: a page, or what a feed names.
  Stream<Given> ofAddress(String text) {
    Optional<URI> address = CanonicalAddress.of(text);
    if (address.isEmpty()) {
      return refused(
          new Identity.OfFile(text),
          "The address cannot be read. Write it whole, as http(s)://...");
    }
    return switch (fetcher.fetch(address.get())) {
      case FetchResult.Refused(_, _, String reason) ->
          refused(new Identity.OfAddress(address.get()), reason);
      case FetchResult.Failed(_, _, _, String reason, _) ->
          refused(new Identity.OfAddress(address.get()), reason);
      case FetchResult.NotModified _ -> Stream.of(); // was not asked whether it changed
      case FetchResult.Fetched(RawDocument document, _) ->
          Feed.looksLikeFeed(document.bytes())
              ? ofFeed(
                  document.identity(), document.bytes(), entry -> linkedPage(address.get(), entry))
              : Stream.of(new Given.Document(further.whole(document)));
    };
  }

  private Stream<Given> ofFeed(Identity identity, byte[] bytes, LinkReader reader) {
    return switch (Feed.parse(bytes)) {
      case Feed.Reading.NotAFeed(String reason) -> refused(identity, reason);
      case Feed.Reading.Read(Feed feed) ->
          feed.entries().stream()
              .flatMap(
                  entry -> reader.read(entry).map(given -> withFeedsWords(given, feed, entry)));
    };
  }

  /// A page that a feed names, as the feed's own kind of link.
  private interface LinkReader {
    Stream<Given> read(FeedEntry entry);
  }

  private Stream<Given> linkedPage(URI feed, FeedEntry entry) {
    try {
      return ofPage(feed.resolve(entry.link()).toString());
    } catch (IllegalArgumentException e) {
      return refused(
          new Identity.OfAddress(feed),
          "The feed names an address that cannot be read: " + entry.link());
    }
  }

  /// As [#ofAddress], but a feed inside a feed is not followed.
  private Stream<Given> ofPage(String address) {
    Optional<URI> canonical = CanonicalAddress.of(address);
    if (canonical.isEmpty()) {
      return refused(
          new Identity.OfFile(address), "The feed names an address that is not http(s).");
    }
    Identity identity = new Identity.OfAddress(canonical.get());
    return switch (fetcher.fetch(canonical.get())) {
      case FetchResult.Refused(_, _, String reason) -> refused(identity, reason);
      case FetchResult.Failed(_, _, _, String reason, _) -> refused(identity, reason);
      case FetchResult.NotModified _ -> Stream.of(); // was not asked whether it changed
      case FetchResult.Fetched(RawDocument document, _) ->
          Stream.of(new Given.Document(further.whole(document)));
    };
  }

  /// A feed on disk may name pages beside it, but none outside its folder.
  private Stream<Given> linkedFile(Path feed, FeedEntry entry) {
    if (entry.link().contains("://")) {
      return ofPage(entry.link());
    }
    Path folder = feed.resolveSibling("").toAbsolutePath().normalize();
    try {
      Path page = folder.resolve(entry.link()).normalize();
      if (!page.startsWith(folder) || FolderWalk.leadsOut(page, folder)) {
        return refused(
            identity(page), "The feed names a file outside its own folder; it is not read.");
      }
      return FEED_ENDINGS.contains(ending(page))
          ? refused(identity(page), "The feed names a feed, itself perhaps; it is not followed.")
          : ofFile(page);
    } catch (InvalidPathException e) {
      return refused(identity(feed), "The feed names a file that cannot be: " + entry.link());
    }
  }

  private static Given withFeedsWords(Given given, Feed feed, FeedEntry entry) {
    if (!(given instanceof Given.Document(RawDocument document))) {
      return given;
    }
    Map<String, String> headers = new HashMap<>(document.headers());
    headers.put("feed-title", entry.title());
    headers.put("feed-source", feed.title());
    Instant published = entry.published();
    if (published != null) {
      headers.put("feed-published", published.toString());
    }
    return new Given.Document(
        new RawDocument(
            document.identity(),
            document.address(),
            document.mediaType(),
            document.bytes(),
            headers,
            document.fetchedAt()));
  }

  private Stream<Given> document(
      Identity identity, String type, byte[] bytes, Map<String, String> headers) {
    return Stream.of(
        new Given.Document(new RawDocument(identity, null, type, bytes, headers, clock.instant())));
  }

  private static Identity identity(Path file) {
    return new Identity.OfFile(file.toAbsolutePath().normalize().toString().replace('\\', '/'));
  }

  private static String tooLarge() {
    return "The file is larger than %,d bytes. Split it first.".formatted(MAX_FILE_BYTES);
  }

  private static Stream<Given> refused(Identity identity, String reason) {
    return Stream.of(new Given.Refused(identity, reason));
  }
}
