package dev.assay.cli.terminal;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/// The place where a command line was typed.
///
/// @param terminal whether a person watches `error`
/// @param folder the working folder, absolute: where relative paths begin
/// @param interruption what a person's Ctrl-C does
public record Streams(
    InputStream in,
    OutputStream out,
    OutputStream error,
    boolean terminal,
    Path folder,
    Map<String, String> environment,
    Interruption interruption) {

  public Streams(InputStream in, OutputStream out, OutputStream error, boolean terminal) {
    this(
        in,
        out,
        error,
        terminal,
        Path.of("").toAbsolutePath(),
        System.getenv(),
        new ProcessInterruption());
  }

  /// Those of this process.
  public static Streams ofProcess() {
    return new Streams(System.in, System.out, System.err, System.getenv("ASSAY_TERMINAL") != null);
  }
}
