package dev.assay.cli.time;

import dev.assay.api.TimeShapes;
import dev.assay.article.Language;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.PastOption;
import dev.assay.topic.Mentioning;
import dev.assay.topic.Name;
import dev.assay.topic.time.Rise;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `assay rising`: what rises.
@Command(
    name = "rising",
    description =
        "Print the names, the pairs of names and the phrases of which independent texts tell more than their"
            + " own past would give: three days against the four weeks before, with the texts. What is new"
            + " is marked, and what fell quiet.")
public final class RisingCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();
  @Mixin private PastOption past = new PastOption();

  public RisingCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    Language reader = output.words().chinese() ? Language.ZH_HANS : Language.EN;
    try (Desk desk = opener.toRead(common.data())) {
      List<Rise> rises = past.of(desk, output.words()).rises().now(reader);
      if (common.json()) {
        output.json(TimeShapes.RisingNames.of(rises));
      } else if (rises.isEmpty()) {
        output.line(output.words().say("rising.none"));
      } else {
        rises.forEach(this::print);
      }
      return ExitCode.DONE;
    }
  }

  private void print(Rise rise) {
    Output.Words words = output.words();
    String kind =
        switch (rise.kind()) {
          case NAME -> "";
          case PAIR -> "  [" + words.say("rising.pair") + "]";
          case PHRASE -> "  [" + words.say("rising.phrase") + "]";
        };
    output.line(rise.label() + kind);
    String reason =
        rise.direction() == Rise.Direction.QUIET
            ? words.say("rising.quiet", rise.texts(), rise.expected())
            : words.say(
                rise.isNew() ? "rising.new" : "rising.reason",
                rise.texts(),
                rise.independent(),
                rise.expected());
    String with = rise.with().stream().map(Name::label).collect(Collectors.joining(", "));
    output.line("  " + reason + (with.isEmpty() ? "" : " · " + with));
    for (Mentioning one : rise.said()) {
      output.line("    " + one.article().title());
      output.line("      " + Byline.of(one.article(), words));
      one.said()
          .forEach(
              sentence ->
                  output.line(
                      "      > "
                          + sentence.text()
                          + " ["
                          + sentence.citations().getFirst().paragraph()
                          + "]"));
    }
  }
}
