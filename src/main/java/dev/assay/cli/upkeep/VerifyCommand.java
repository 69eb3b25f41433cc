package dev.assay.cli.upkeep;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.Progress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "verify",
    description = "Check that store, raw bytes, citations and index agree; exit 5 if they do not.")
public final class VerifyCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;
  private final InstantSource clock;

  @Mixin private Common common = new Common();

  public VerifyCommand(Desk.Opener opener, Output output, InstantSource clock) {
    this.opener = opener;
    this.output = output;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    try (Desk desk = opener.toRead(common.data())) {
      long articles = desk.upkeep().status().counts().articles();
      Progress progress = new Progress(output, articles, clock);
      List<String> problems = desk.upkeep().verify(progress::at);
      progress.end();
      if (common.json()) {
        output.json(Map.of("articles", articles, "problems", problems));
      } else {
        problems.forEach(problem -> output.line(output.words().reason(problem)));
        output.line(
            problems.isEmpty()
                ? output.words().say("verify.sound", articles)
                : output.words().say("verify.problems", problems.size()));
      }
      return problems.isEmpty() ? ExitCode.DONE : ExitCode.PROBLEMS;
    }
  }
}
