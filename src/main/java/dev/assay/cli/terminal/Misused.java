package dev.assay.cli.terminal;

import dev.assay.article.ExpectedFailure;

/// The command line asks for what cannot be: the message says what can. Ends with [ExitCode#USAGE].
public final class Misused extends ExpectedFailure {

  private static final long serialVersionUID = 1;

  public Misused(String message) {
    super(message);
  }
}
