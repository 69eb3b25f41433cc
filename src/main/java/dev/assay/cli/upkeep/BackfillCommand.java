package dev.assay.cli.upkeep;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "backfill",
    description = {
      "Hand out FILES to the workers of a desk that several processes share: JSON Lines, or web archives (.warc, .warc.gz, .wacz).",
      "Every worker must find them under the same names."
    })
public final class BackfillCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to hand out.")
  private List<Path> files = List.of();

  public BackfillCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        output.error().println(output.words().say("backfill.none", file));
        return ExitCode.FAILED;
      }
    }
    int parts =
        opener.sharing(common.data()).backfill(files.stream().map(Path::toAbsolutePath).toList());
    output.line(output.words().say("backfill.planned", parts));
    return ExitCode.DONE;
  }
}
