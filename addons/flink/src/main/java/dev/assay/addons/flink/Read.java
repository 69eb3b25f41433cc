package dev.assay.addons.flink;

import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.ingest.input.Given;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What was read of a file, on its way to the stages: a [Given] in fields that Flink carries.
public final class Read {

  /// By which a document is known ([Identity#key]).
  public String identity = "";

  /// Why there is no document; empty if there is one.
  public String refused = "";

  /// Of a page; empty if it has none.
  public String address = "";

  public String mediaType = "";
  public byte[] bytes = {};
  public Map<String, String> headers = new HashMap<>();

  /// When the source says that it was fetched, in milliseconds since 1970.
  public long fetchedAt;

  static Read of(Given given) {
    Read read = new Read();
    read.identity = given.identity().key();
    switch (given) {
      case Given.Refused(_, String reason) -> read.refused = reason;
      case Given.Document(RawDocument document) -> read.take(document);
    }
    return read;
  }

  private void take(RawDocument document) {
    URI from = document.address();
    address = from == null ? "" : from.toString();
    mediaType = document.mediaType();
    bytes = document.bytes();
    headers = new HashMap<>(document.headers());
    fetchedAt = document.fetchedAt().toEpochMilli();
  }

  /// As the stages take it.
  Given given() {
    Identity known = Identity.parse(identity);
    return refused.isEmpty()
        ? new Given.Document(
            new RawDocument(
                known,
                address.isEmpty() ? null : URI.create(address),
                mediaType,
                bytes,
                headers,
                Instant.ofEpochMilli(fetchedAt)))
        : new Given.Refused(known, refused);
  }
}
