package dev.assay.app.handover;

import dev.assay.article.ExpectedFailure;

/// A running server does not take the command; the message says why.
public final class Declined extends ExpectedFailure {

  private static final long serialVersionUID = 1;

  Declined(String reason) {
    super(reason);
  }
}
