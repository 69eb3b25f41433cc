package dev.assay.ingest;

import dev.assay.article.RawDocument;
import dev.assay.ingest.input.Given;
import java.time.Duration;

/// What the stages may take for one document, in proportion to its bytes.
///
/// @param least time for a document of no size; longer than any reader of files grants itself
/// @param bytesPerSecond how slowly a document may be read at the worst: a thousandth of the usual
/// @param large documents of more bytes are read while no other is, since a page's tree takes many
///   times its bytes in memory
record Budget(Duration least, long bytesPerSecond, int large) {

  static final Budget SHIPPED = new Budget(Duration.ofSeconds(60), 50_000, 2_000_000);

  Duration of(Given given) {
    return least.plusSeconds(bytes(given) / bytesPerSecond);
  }

  boolean isLarge(Given given) {
    return bytes(given) > large;
  }

  static int bytes(Given given) {
    return switch (given) {
      case Given.Document(RawDocument document) -> document.bytes().length;
      case Given.Refused _ -> 0;
    };
  }
}
