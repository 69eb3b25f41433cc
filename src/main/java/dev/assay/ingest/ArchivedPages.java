package dev.assay.ingest;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.ingest.input.Given;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/// The pages of a web archive (WARC, ISO 28500), with the moment at which each was fetched. What is
/// no answer with a page is passed over.
final class ArchivedPages implements Iterator<Given> {

  private static final int MOST_BYTES = 20_000_000;
  private static final int OK = 200;

  private final WarcReader archive;
  private @Nullable Given next;

  ArchivedPages(InputStream in) throws IOException {
    this.archive = new WarcReader(in);
  }

  static boolean isArchive(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".warc") || name.endsWith(".warc.gz");
  }

  @Override
  public boolean hasNext() {
    try {
      for (Optional<WarcRecord> record = read(); next == null && record.isPresent(); ) {
        if (record.get() instanceof WarcResponse response) {
          next = given(response);
        }
        record = next == null ? read() : record;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the archive broke off", e);
    }
    return next != null;
  }

  private Optional<WarcRecord> read() throws IOException {
    return next == null ? archive.next() : Optional.empty();
  }

  @Override
  public Given next() {
    Given given = hasNext() ? next : null;
    if (given == null) {
      throw new NoSuchElementException("no page after the last");
    }
    next = null;
    return given;
  }

  private static @Nullable Given given(WarcResponse response) throws IOException {
    if (!response.contentType().base().equals(MediaType.HTTP)
        || response.http().status() != OK
        || !response.payloadType().base().equals(MediaType.HTML)) {
      return null;
    }
    Optional<URI> address = CanonicalAddress.of(response.target());
    if (address.isEmpty()) {
      return null;
    }
    byte[] bytes = response.http().body().stream().readNBytes(MOST_BYTES);
    return new Given.Document(
        new RawDocument(
            new Identity.OfAddress(address.get()),
            address.get(),
            "text/html",
            bytes,
            Map.of("content-type", response.http().contentType().toString()),
            response.date()));
  }
}
