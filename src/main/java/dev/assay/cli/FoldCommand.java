package dev.assay.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `assay fold`: which articles of a batch are copies of each other.
@Command(
    name = "fold",
    description = {
      "Tells which articles are copies: reposts, light edits and excerpts, in either Chinese script.",
      "Templates of another day and follow-ups with new figures stay apart."
    })
public final class FoldCommand implements Callable<Integer> {

  @Option(
      names = "--batch",
      required = true,
      description =
          "Read JSON Lines {\"id\",\"title\",\"text\",\"published\",\"source\"} from standard input; write"
              + " {\"id\",\"group\",\"canonical\"} a line.")
  private boolean batch;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads that compare (default: one for each processor). The answer is the same.")
  private int threads = Runtime.getRuntime().availableProcessors();

  private final InputStream in;
  private final OutputStream out;

  /// Reads standard input and writes standard output.
  public FoldCommand() {
    this(System.in, System.out);
  }

  FoldCommand(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    PrintStream lines =
        new PrintStream(new BufferedOutputStream(out, 1 << 16), false, StandardCharsets.UTF_8);
    FoldBatch.run(in, lines, threads);
    lines.flush();
    return 0;
  }
}
