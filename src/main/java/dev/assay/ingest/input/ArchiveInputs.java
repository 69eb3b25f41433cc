package dev.assay.ingest.input;

import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.source.archive.ArchivedPage;
import dev.assay.source.archive.DamagedArchive;
import dev.assay.source.archive.Mhtml;
import dev.assay.source.archive.SavedPage;
import dev.assay.source.archive.WaczFile;
import dev.assay.source.archive.WarcPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns web archives and saved pages into documents that are known by their addresses, as if they
/// had been fetched when they were kept. What is wrong with a file is refused; that the file system
/// cannot read it is thrown ([UncheckedIOException]).
final class ArchiveInputs {

  private final InstantSource clock;

  ArchiveInputs(InstantSource clock) {
    this.clock = clock;
  }

  /// The pages of a WARC file. Close the stream after use.
  Stream<Given> warc(Identity identity, Path file) {
    try {
      WarcPages pages = WarcPages.open(file, _ -> true);
      return orNothing(identity, pages).onClose(pages::close);
    } catch (IOException e) {
      return unreadable(identity, e);
    }
  }

  /// The pages of a WACZ file. Close the stream after use.
  Stream<Given> wacz(Identity identity, Path file) {
    try {
      WaczFile collection = WaczFile.open(file);
      List<String> archives = collection.archives();
      Stream<Given> pages =
          archives.isEmpty()
              ? Stream.of(new Given.Refused(identity, "The file holds no web archives (WACZ)."))
              : OneByOne.flat(archives.iterator(), archive -> pages(identity, collection, archive));
      return pages.onClose(collection::close);
    } catch (IOException e) {
      return unreadable(identity, e);
    }
  }

  private Stream<Given> pages(Identity identity, WaczFile collection, String archive) {
    try {
      WarcPages pages = collection.pages(archive);
      return OneByOne.stream(pages).map(one -> given(identity, one)).onClose(pages::close);
    } catch (IOException e) {
      return unreadable(identity, e);
    }
  }

  private Stream<Given> orNothing(Identity identity, WarcPages pages) {
    return pages.hasNext()
        ? OneByOne.stream(pages).map(one -> given(identity, one))
        : Stream.of(
            new Given.Refused(
                identity,
                "The archive holds no page: no answer of 200 that is HTML, PDF or Word."));
  }

  private static Stream<Given> unreadable(Identity identity, IOException e) {
    if (!(e instanceof DamagedArchive)) {
      throw new UncheckedIOException(e);
    }
    return Stream.of(
        new Given.Refused(identity, "The file cannot be read: %s.".formatted(e.getMessage())));
  }

  private Given given(Identity archive, WarcPages.Read read) {
    return switch (read) {
      case WarcPages.Read.Page(ArchivedPage page) ->
          document(page.address(), page.at(), page.mediaType(), page.bytes(), page.headers());
      case WarcPages.Read.Unread(String place, String reason) ->
          new Given.Refused(new Identity.OfExternal(archive.shown(), place), reason);
    };
  }

  private Given document(
      URI address, @Nullable Instant at, String type, byte[] bytes, Map<String, String> headers) {
    return new Given.Document(
        new RawDocument(
            new Identity.OfAddress(address),
            address,
            type,
            bytes,
            headers,
            Objects.requireNonNullElseGet(at, clock::instant)));
  }

  /// A page that a browser saved in one file; known by its file if it does not say where it stood.
  Given mhtml(Identity identity, byte[] bytes) {
    Mhtml.Reading reading = Mhtml.read(bytes);
    Mhtml.Page page = reading.page();
    if (page == null) {
      return new Given.Refused(identity, reading.reason());
    }
    URI address = page.address();
    return address == null
        ? new Given.Document(
            new RawDocument(
                identity, null, RawDocument.HTML, page.html(), page.headers(), clock.instant()))
        : document(address, page.at(), RawDocument.HTML, page.html(), page.headers());
  }

  /// A page on disk. One of SingleFile is known by its address and time; of another the address is
  /// kept if it says it.
  Given html(Identity identity, byte[] bytes) {
    SavedPage saved = SavedPage.of(bytes).orElse(null);
    if (saved == null || saved.at() == null) {
      return new Given.Document(
          new RawDocument(
              identity,
              saved == null ? null : saved.address(),
              RawDocument.HTML,
              bytes,
              Map.of(),
              clock.instant()));
    }
    return document(saved.address(), saved.at(), RawDocument.HTML, bytes, Map.of());
  }
}
