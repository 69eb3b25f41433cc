package dev.assay.cli;

/// How a command ended, for scripts. Listed in docs/commands.md.
final class ExitCode {

  static final int DONE = 0;

  /// It failed; the reason stands on standard error.
  static final int FAILED = 1;

  /// The command line could not be understood.
  static final int USAGE = 2;

  /// Nothing has that name or matches that query.
  static final int NOT_FOUND = 3;

  /// Some documents were not taken; each reason was printed.
  static final int SOME_REFUSED = 4;

  /// `verify` found something wrong, or `check` an unsupported number.
  static final int PROBLEMS = 5;

  private ExitCode() {}
}
