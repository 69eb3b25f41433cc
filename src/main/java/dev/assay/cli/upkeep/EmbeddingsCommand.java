package dev.assay.cli.upkeep;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.ingest.Embedding;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "embeddings",
    description = "Say how far search by meaning is, or bring it up to the articles.")
public final class EmbeddingsCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Option(
      names = "--make",
      description =
          "Make the vectors of all waiting articles now. A running server does it by itself.")
  private boolean make;

  public EmbeddingsCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    try (Desk desk = make ? opener.toWrite(common.data()) : opener.toRead(common.data())) {
      Optional<Embedding> embedding = desk.embedding();
      if (embedding.isEmpty()) {
        output.line(output.words().say("embeddings.none"));
        return make ? ExitCode.FAILED : ExitCode.DONE;
      }
      if (make) {
        make(embedding.get());
      }
      Embedding.State state = embedding.get().state();
      if (common.json()) {
        output.json(state);
      } else {
        output.line(
            output
                .words()
                .say("embeddings.state", state.model(), state.passages(), state.waiting()));
      }
      return ExitCode.DONE;
    }
  }

  private void make(Embedding embedding) {
    long done = 0;
    for (int step = embedding.step(); step > 0; step = embedding.step()) {
      done += step;
      output.error().println(output.words().say("embeddings.made", done));
    }
  }
}
