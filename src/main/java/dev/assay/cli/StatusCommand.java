package dev.assay.cli;

import dev.assay.api.Shapes;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.ingest.Upkeep;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "status",
    description = "Say what the data folder holds, and what was refused and why.")
final class StatusCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  StatusCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    try (Desk desk = opener.toRead(common.data())) {
      Upkeep.Status status = desk.upkeep().status();
      if (common.json()) {
        output.json(Shapes.State.of(status));
      } else {
        print(status);
        NameLines.state(desk, output);
        ModelsCommand.lines(desk.models(), output);
      }
      return ExitCode.DONE;
    }
  }

  private void print(Upkeep.Status status) {
    Output.Words words = output.words();
    output.line(words.say("status.folder", status.folder(), status.bytes() / 1e6));
    output.line(
        words.say(
            "status.articles",
            status.counts().articles(),
            status.counts().independent(),
            status.indexed()));
    if (!status.languages().isEmpty()) {
      output.line(words.say("status.languages", list(status.languages())));
    }
    if (!status.outcomes().isEmpty()) {
      output.line(words.say("status.outcomes", outcomes(status.outcomes())));
    }
    status
        .refusals()
        .forEach(
            refusal ->
                output.line(
                    words.say(
                        "import.refused", refusal.document(), words.reason(refusal.reason()))));
  }

  private String outcomes(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> output.words().say("outcome." + count.getKey(), count.getValue()))
        .collect(Collectors.joining(output.words().say("list.comma")));
  }

  private static String list(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> "%s %,d".formatted(count.getKey(), count.getValue()))
        .collect(Collectors.joining(", "));
  }
}
