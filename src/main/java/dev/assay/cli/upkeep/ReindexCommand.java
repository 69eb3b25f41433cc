package dev.assay.cli.upkeep;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.Progress;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "reindex", description = "Make the search index anew from the store.")
public final class ReindexCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;
  private final InstantSource clock;

  @Mixin private Common common = new Common();

  public ReindexCommand(Desk.Opener opener, Output output, InstantSource clock) {
    this.opener = opener;
    this.output = output;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Progress progress = new Progress(output, 0, clock);
    long count = opener.reindex(common.data(), progress::at);
    progress.end();
    output.line(output.words().say("reindex.done", count, progress.elapsed().toMillis() / 1000.0));
    return ExitCode.DONE;
  }
}
