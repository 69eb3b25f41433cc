package dev.assay.cli.upkeep;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "move",
    description = {
      "Move the desk from its data folder to a PostgreSQL database, or back, and compare every row.",
      "Broken off, it goes on when it is run again. What it is moved from stays as it is."
    })
public final class MoveCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "ADDRESS",
      description = "postgres://USER@HOST:PORT/DATABASE, or folder.")
  private String target = "";

  public MoveCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    List<String> differences = opener.move(common.data(), target, _ -> {});
    differences.forEach(output.error()::println);
    output.line(output.words().say(differences.isEmpty() ? "move.done" : "move.differs", target));
    return differences.isEmpty() ? ExitCode.DONE : ExitCode.PROBLEMS;
  }
}
