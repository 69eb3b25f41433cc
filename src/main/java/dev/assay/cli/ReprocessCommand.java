package dev.assay.cli;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Interrupted;
import dev.assay.cli.terminal.Interruption;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.Progress;
import dev.assay.ingest.Ingest;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "reprocess",
    description = {
      "Run cleaner and analysis again over all that is stored, after Assay or its lexicon changed.",
      "Ids, revisions and what you corrected are kept; nothing is fetched."
    })
final class ReprocessCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;
  private final InstantSource clock;
  private final Interruption interruption;

  @Mixin private Common common = new Common();

  @Option(
      names = "--set-aside",
      description = "Try again also what was set aside because Assay ended while it read it.")
  private boolean setAside;

  ReprocessCommand(
      Desk.Opener opener, Output output, InstantSource clock, Interruption interruption) {
    this.opener = opener;
    this.output = output;
    this.clock = clock;
    this.interruption = interruption;
  }

  @Override
  public Integer call() {
    try (Desk desk = opener.toWrite(common.data())) {
      long total = desk.upkeep().indexState().stored();
      Tally tally = new Tally(output, common.json(), new Progress(output, total, clock));
      Ingest ingest = desk.ingest();
      try (Interrupted _ = interruption.stops(ingest::stop)) {
        if (setAside) {
          ingest.reprocessSetAside(tally);
        } else {
          ingest.reprocess(tally);
        }
        return tally.finish();
      }
    }
  }
}
