package dev.assay.article;

import org.jspecify.annotations.Nullable;

/// A page was asked for by a token that no page of this list gave: a mistake of whoever asks.
public final class UnknownPage extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  public UnknownPage(@Nullable Throwable cause) {
    super("The page token is not one of this list: ask for its first page again.", cause);
  }
}
