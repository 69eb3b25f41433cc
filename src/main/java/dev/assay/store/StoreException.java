package dev.assay.store;

import dev.assay.article.ExpectedFailure;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The store cannot do what was asked; the message is for a person and says what to do.
public final class StoreException extends ExpectedFailure {

  private static final long serialVersionUID = 1;

  StoreException(String message) {
    this(message, null);
  }

  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static StoreException diskFull(Path folder, Throwable cause) {
    return new StoreException(
        "The disk that holds %s is full: nothing more is written, reading goes on. Free some space and run the same command again; it goes on where it stopped."
            .formatted(folder),
        cause);
  }
}
