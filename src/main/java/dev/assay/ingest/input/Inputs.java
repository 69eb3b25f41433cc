package dev.assay.ingest.input;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.fetch.FetchResult;
import dev.assay.fetch.Fetcher;
import dev.assay.source.Feed;
import dev.assay.source.FeedEntry;
import dev.assay.store.RawDocumentTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns what a person names (files, folders, addresses, feeds) into documents, one after the
/// other: a folder of a million files is never held in memory.
public final class Inputs {

  /// A file that is larger is refused: the longest reports are below a tenth of it.
  public static final long MAX_FILE_BYTES = 50_000_000;

  private static final String READABLE =
      "Assay reads HTML, text, Markdown, PDF, DOCX, RSS and Atom, mails (eml, mbox), web archives (WARC, WACZ, MHTML), references (RIS, CSL-JSON) and lists of links.";

  private static final String OTHER_ENDING = READABLE + " This file is none of them.";

  private final Fetcher fetcher;
  private final FurtherPages further;
  private final ArchiveInputs archives;
  private final MailInputs mails;
  private final ListInputs lists;
  private final InstantSource clock;

  public Inputs(Fetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.further = new FurtherPages(fetcher);
    this.archives = new ArchiveInputs(clock);
    this.mails = new MailInputs(clock);
    this.lists = new ListInputs(this::ofPage, this::ofFile, clock);
    this.clock = clock;
  }

  /// The documents behind the arguments of a command line. Close the stream after use.
  public Stream<Given> of(List<String> arguments) {
    return OneByOne.flat(arguments.iterator(), this::of);
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

  private static final String UPLOAD = "upload";

  /// What a person calls a document: its address, its path, or the name that an upload had.
  public static String named(Identity identity) {
    return identity instanceof Identity.OfExternal(String source, String id)
            && source.equals(UPLOAD)
            && id.lastIndexOf(' ') > 0
        ? id.substring(0, id.lastIndexOf(' '))
        : identity.shown();
  }

  /// A file that came over the network: known by its name and bytes together, since two people may
  /// call two files by one name.
  public Stream<Given> ofUpload(String fileName, byte[] bytes) {
    String name = fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1).strip();
    String mark = HexFormat.of().formatHex(RawDocumentTable.hash(bytes)).substring(0, 12);
    Identity identity = new Identity.OfExternal(UPLOAD, name + " " + mark);
    return Unbroken.of(identity, () -> uploaded(identity, name, bytes));
  }

  private Stream<Given> uploaded(Identity identity, String name, byte[] bytes) {
    if (bytes.length > MAX_FILE_BYTES) {
      return refused(identity, tooLarge());
    }
    FileKind kind = FileKind.of(name, bytes);
    return kind.isOfAnySize()
        ? ofCopy(identity, kind, bytes)
        : ofBytes(new Handed(identity, name, null), kind, bytes);
  }

  /// What is read a piece at a time is read from a file.
  private Stream<Given> ofCopy(Identity identity, FileKind kind, byte[] bytes) {
    try {
      Path copy = Files.createTempFile("assay-upload", "");
      Files.write(copy, bytes);
      return ofAnySize(identity, kind, copy)
          .onClose(
              () -> {
                try {
                  Files.deleteIfExists(copy);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (IOException e) {
      return refused(identity, "The file cannot be read: %s.".formatted(e.getMessage()));
    }
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
    Stream<Given> unread =
        walk.unread().entrySet().stream()
            .map(
                one ->
                    new Given.Refused(
                        identity(one.getKey()),
                        "The folder cannot be read: %s.".formatted(one.getValue())));
    return OneByOne.flat(
        List.of(unread, OneByOne.flat(walk.files().iterator(), this::ofFile)).iterator(),
        Function.identity());
  }

  private static boolean isKnown(Path file) {
    return FileKind.mediaType(FileKind.name(file)).isPresent() // a folder of pages is not opened
        || FileKind.of(file) != FileKind.OTHER;
  }

  private Stream<Given> ofFile(Path file) {
    Identity identity = identity(file);
    return Unbroken.of(identity, () -> read(identity, file));
  }

  private Stream<Given> read(Identity identity, Path file) {
    try {
      if (!Files.exists(file)) {
        return refused(identity, "There is no such file. Check the path.");
      }
      FileKind kind = FileKind.of(file);
      if (kind.isOfAnySize()) {
        return ofAnySize(identity, kind, file);
      }
      if (kind == FileKind.ELSEWHERE) {
        return refused(identity, FileKind.elsewhere(FileKind.name(file)));
      }
      return Files.size(file) > MAX_FILE_BYTES
          ? refused(identity, tooLarge())
          : ofBytes(
              new Handed(identity, FileKind.name(file), file), kind, Files.readAllBytes(file));
    } catch (IOException e) {
      return refused(identity, "The file cannot be read: %s.".formatted(e.getMessage()));
    }
  }

  /// Whether a file is a web archive (WARC, or WACZ), by its name.
  public static boolean isArchive(Path file) {
    FileKind kind = FileKind.of(file);
    return kind == FileKind.ARCHIVE || kind == FileKind.COLLECTION;
  }

  /// The documents of a web archive, for a worker: that the file system cannot read it is thrown
  /// ([UncheckedIOException]), since another may be able to. Close the stream after use.
  ///
  /// @param clock for a page of which nobody says when it was kept
  public static Stream<Given> ofArchive(Path file, InstantSource clock) {
    Identity identity = identity(file);
    ArchiveInputs archives = new ArchiveInputs(clock);
    return Unbroken.butForTheDisk(
        identity,
        () ->
            FileKind.of(file) == FileKind.ARCHIVE
                ? archives.warc(identity, file)
                : archives.wacz(identity, file));
  }

  private Stream<Given> ofAnySize(Identity identity, FileKind kind, Path file) throws IOException {
    return switch (kind) {
      case ARCHIVE -> archives.warc(identity, file);
      case COLLECTION -> archives.wacz(identity, file);
      case MAILS -> mails.mbox(identity, Files.newInputStream(file));
      case DOCUMENT, FEED, MAIL, SAVED_PAGE, REFERENCES, LINKS, ELSEWHERE, OTHER ->
          throw new IllegalArgumentException(kind + " is read whole");
    };
  }

  /// A file that was handed in.
  ///
  /// @param file where it lies; null if it came over the network
  private record Handed(Identity identity, String name, @Nullable Path file) {
    @Nullable Path folder() {
      return file == null ? null : file.resolveSibling("").toAbsolutePath().normalize();
    }
  }

  private Stream<Given> ofBytes(Handed handed, FileKind kind, byte[] bytes) {
    Identity identity = handed.identity();
    Path file = handed.file();
    return switch (kind) {
      case DOCUMENT -> document(identity, handed.name(), bytes);
      case FEED ->
          Feed.looksLikeFeed(bytes)
              ? ofFeed(
                  identity,
                  bytes,
                  entry -> file == null ? ofPage(entry.link()) : linkedFile(file, entry))
              : refused(identity, OTHER_ENDING);
      case MAIL -> mails.message(identity, bytes);
      case SAVED_PAGE -> Stream.of(archives.mhtml(identity, bytes));
      case REFERENCES -> lists.references(identity, bytes, handed.folder());
      case LINKS -> lists.links(identity, bytes);
      case ELSEWHERE -> refused(identity, FileKind.elsewhere(handed.name()));
      case OTHER -> refused(identity, OTHER_ENDING);
      case ARCHIVE, COLLECTION, MAILS ->
          throw new IllegalArgumentException(kind + " is read a piece at a time");
    };
  }

  private Stream<Given> document(Identity identity, String name, byte[] bytes) {
    String type = FileKind.mediaType(name).orElse(RawDocument.PLAIN);
    return Stream.of(
        type.equals(RawDocument.HTML)
            ? archives.html(identity, bytes)
            : new Given.Document(
                new RawDocument(identity, null, type, bytes, Map.of(), clock.instant())));
  }

  /// The files below a folder that Assay reads, in the order of their names.
  public static List<Path> files(Path folder) {
    return FolderWalk.of(FolderWalk.real(folder), Inputs::isKnown).files();
  }

  /// The documents behind an http(s) address: a page, or what a feed names.
  public Stream<Given> ofAddress(String text) {
    Optional<URI> address = CanonicalAddress.of(text);
    if (address.isEmpty()) {
      return refused(
          new Identity.OfFile(text),
          "The address cannot be read. Write it whole, as http(s)://...");
    }
    Identity identity = new Identity.OfAddress(address.get());
    return Unbroken.of(identity, () -> fetched(identity, address.get()));
  }

  private Stream<Given> fetched(Identity identity, URI address) {
    return switch (fetcher.fetch(address)) {
      case FetchResult.Refused(_, _, String reason) -> refused(identity, reason);
      case FetchResult.Failed(_, _, _, String reason, _) -> refused(identity, reason);
      case FetchResult.NotModified _ -> Stream.of(); // was not asked whether it changed
      case FetchResult.Fetched(RawDocument document, _) ->
          Feed.looksLikeFeed(document.bytes())
              ? ofFeed(document.identity(), document.bytes(), entry -> linkedPage(address, entry))
              : Stream.of(handedIn(further.whole(document)));
    };
  }

  private static Given handedIn(RawDocument page) {
    return new Given.Document(page.with(Map.of(RawDocument.HANDED_IN, "page")));
  }

  private Stream<Given> ofFeed(Identity identity, byte[] bytes, LinkReader reader) {
    return switch (Feed.parse(bytes, clock.instant())) {
      case Feed.Reading.NotAFeed(String reason) -> refused(identity, reason);
      case Feed.Reading.Read(Feed feed) ->
          OneByOne.flat(
              feed.entries().iterator(),
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
    return Unbroken.of(identity, () -> page(identity, canonical.get()));
  }

  private Stream<Given> page(Identity identity, URI address) {
    return switch (fetcher.fetch(address)) {
      case FetchResult.Refused(_, _, String reason) -> refused(identity, reason);
      case FetchResult.Failed(_, _, _, String reason, _) -> refused(identity, reason);
      case FetchResult.NotModified _ -> Stream.of(); // was not asked whether it changed
      case FetchResult.Fetched(RawDocument document, _) ->
          Stream.of(handedIn(further.whole(document)));
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
      return FileKind.of(page) == FileKind.FEED
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
    Map<String, String> words = new HashMap<>();
    words.put("feed-title", entry.title());
    words.put("feed-source", feed.title());
    Instant published = entry.published();
    if (published != null) {
      words.put("feed-published", published.toString());
    }
    return new Given.Document(document.with(words));
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
