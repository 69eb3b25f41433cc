package dev.assay.source.archive;

import java.io.IOException;
import java.io.Serial;

/// A file is no web archive (WARC, WACZ), or is damaged: whoever reads it comes to the same, other
/// than where the file system cannot read it. The message is for a person.
public final class DamagedArchive extends IOException {

  @Serial private static final long serialVersionUID = 1;

  DamagedArchive(String message) {
    super(message);
  }

  DamagedArchive(String message, Exception cause) {
    super(message, cause);
  }
}
