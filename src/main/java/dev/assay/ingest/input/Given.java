package dev.assay.ingest.input;

import dev.assay.article.Identity;
import dev.assay.article.RawDocument;

/// One thing that was given to import: a document, or the reason why there is none.
public sealed interface Given {

  record Document(RawDocument document) implements Given {}

  record Refused(Identity identity, String reason) implements Given {}

  default Identity identity() {
    return switch (this) {
      case Document(RawDocument document) -> document.identity();
      case Refused(Identity identity, _) -> identity;
    };
  }
}
