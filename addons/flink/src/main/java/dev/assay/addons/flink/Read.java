package dev.assay.addons.flink;

import dev.assay.article.CanonicalAddress;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.ingest.input.BatchDocuments;
import dev.assay.ingest.input.Given;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// A document on its way from the reader to the stages, in fields that Flink carries.
public final class Read {

  /// Of a page; empty for a line of a batch.
  public String address = "";

  public String contentType = "";
  public byte[] bytes = {};

  /// When the source says that it was fetched, in milliseconds since 1970.
  public long fetchedAt;

  static Read page(String address, String contentType, byte[] bytes, Instant fetchedAt) {
    Read read = line(bytes, fetchedAt);
    read.address = address;
    read.contentType = contentType;
    return read;
  }

  static Read line(byte[] bytes, Instant fetchedAt) {
    Read read = new Read();
    read.bytes = bytes;
    read.fetchedAt = fetchedAt.toEpochMilli();
    return read;
  }

  /// As the stages take it; empty if there is nothing in it to take.
  Optional<Given> given() {
    Instant fetched = Instant.ofEpochMilli(fetchedAt);
    if (address.isEmpty()) {
      BatchDocuments lines =
          new BatchDocuments(new ByteArrayInputStream(bytes), InstantSource.fixed(fetched));
      return lines.hasNext() ? Optional.of(lines.next()) : Optional.empty();
    }
    Optional<URI> canonical = CanonicalAddress.of(address);
    return canonical.map(
        uri ->
            new Given.Document(
                new RawDocument(
                    new Identity.OfAddress(uri),
                    uri,
                    "text/html",
                    bytes,
                    Map.of("content-type", contentType),
                    fetched)));
  }
}
