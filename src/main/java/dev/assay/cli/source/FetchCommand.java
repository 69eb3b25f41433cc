package dev.assay.cli.source;

import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.follow.Rounds;
import dev.assay.follow.Step;
import dev.assay.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "fetch",
    description = {
      "Ask the sources that are due, or those that you name, and take in what is new.",
      "A running server does it by itself."
    })
public final class FetchCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(
      paramLabel = "SOURCE",
      arity = "0..*",
      description = "Sources by number, address or name: asked now, whether due or not.")
  private List<String> names = List.of();

  public FetchCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    try (Desk desk = opener.toWrite(common.data())) {
      if (names.isEmpty()) {
        int asked = desk.sources().askDue(this::print);
        output.line(output.words().say("fetch.done", asked));
        return ExitCode.DONE;
      }
      int code = ExitCode.DONE;
      for (String name : names) {
        code = Math.max(code, ask(desk, name));
      }
      return code;
    }
  }

  private int ask(Desk desk, String name) {
    Optional<Source> source = desk.sources().named(name);
    if (source.isEmpty()) {
      output.error().println(output.words().say("sources.unknown", name));
      return ExitCode.NOT_FOUND;
    }
    Optional<Rounds.Round> round = desk.sources().askNow(source.get().id(), new StepLines(output));
    if (round.isEmpty()) {
      output.error().println(output.words().say("fetch.again", source.get().shown()));
      return ExitCode.FAILED;
    }
    output.line(said(source.get(), round.get()));
    return ExitCode.DONE;
  }

  private void print(Source source, Rounds.Round round) {
    output.line(said(source, round));
    if (!round.state().stand().reason().isEmpty()) {
      output.line("  " + output.words().reason(round.state().stand().reason()));
    }
    StepLines lines = new StepLines(output);
    round.taken().forEach(taken -> lines.took(new Step.Settled(taken.entry(), taken.outcome())));
    output.flush();
  }

  private String said(Source source, Rounds.Round round) {
    return output
        .words()
        .say(
            "fetch.round",
            source.shown(),
            output.words().say("sources.standing." + round.state().stand().standing().word()),
            round.asked().entries(),
            round.asked().fresh());
  }
}
