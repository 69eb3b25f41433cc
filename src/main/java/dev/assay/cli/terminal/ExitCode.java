package dev.assay.cli.terminal;

/// How a command ended, for scripts. Listed in docs/commands.md.
public final class ExitCode {

  public static final int DONE = 0;

  /// It failed; the reason stands on standard error.
  public static final int FAILED = 1;

  /// The command line could not be understood.
  public static final int USAGE = 2;

  /// Nothing has that name or matches that query.
  public static final int NOT_FOUND = 3;

  /// Some documents were not taken; each reason was printed.
  public static final int SOME_REFUSED = 4;

  /// `verify` found something wrong, or `check` an unsupported number.
  public static final int PROBLEMS = 5;

  private ExitCode() {}
}
