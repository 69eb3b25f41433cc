package dev.assay.cli.terminal;

/// How the person who typed a command makes it end before its time.
public interface Interruption {

  /// From now on a person's wish to end runs `stop`. Closing what comes back says that the work has
  /// ended.
  Interrupted stops(Runnable stop);
}
