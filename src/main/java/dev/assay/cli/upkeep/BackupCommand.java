package dev.assay.cli.upkeep;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description = {
      "Write everything that cannot be derived into one FILE, also beside a running server.",
      "It is a SQLite database; restore makes a data folder of it."
    })
public final class BackupCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(paramLabel = "FILE", description = "Must not exist.")
  private Path file = Path.of("");

  public BackupCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() throws Exception {
    if (Files.exists(file)) {
      output.error().println(output.words().say("backup.exists", file));
      return ExitCode.FAILED;
    }
    try (Desk desk = opener.toRead(common.data())) {
      desk.upkeep().backup(file.toAbsolutePath());
    }
    output.line(output.words().say("backup.done", file, Files.size(file) / 1e6));
    return ExitCode.DONE;
  }
}
