package dev.assay.store;

import dev.assay.article.ExpectedFailure;
import org.jspecify.annotations.Nullable;

/// The store cannot do what was asked; the message is for a person and says what to do.
public sealed class StoreException extends ExpectedFailure permits FolderTaken {

  private static final long serialVersionUID = 1;

  StoreException(String message) {
    this(message, null);
  }

  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
