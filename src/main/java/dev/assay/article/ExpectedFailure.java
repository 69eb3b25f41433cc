package dev.assay.article;

import org.jspecify.annotations.Nullable;

/// A command cannot be done for a reason outside the program: the message is for a person and says
/// what to do.
public class ExpectedFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ExpectedFailure(String message) {
    this(message, null);
  }

  public ExpectedFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
