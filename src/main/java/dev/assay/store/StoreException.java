package dev.assay.store;

import dev.assay.article.ExpectedFailure;
import org.jspecify.annotations.Nullable;

/// The store cannot do what was asked; the message is for a person and says what to do.
public class StoreException extends ExpectedFailure {

  private static final long serialVersionUID = 1;

  public StoreException(String message) {
    this(message, null);
  }

  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
