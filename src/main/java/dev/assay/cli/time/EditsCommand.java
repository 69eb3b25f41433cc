package dev.assay.cli.time;

import dev.assay.api.TimeShapes;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.PastOption;
import dev.assay.fold.Change;
import dev.assay.fold.EditKind;
import dev.assay.fold.Edits;
import dev.assay.topic.time.EditPage;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `assay edits`: what sources changed after publication.
@Command(
    name = "edits",
    description =
        "Print what sources changed in their texts after publication, sentence by sentence: numbers, names,"
            + " quotes and denials first. What only looks otherwise is left out.")
public final class EditsCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();
  @Mixin private PastOption past = new PastOption();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Only of this outlet, with its record.")
  private String source = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Only of this kind: ${COMPLETION-CANDIDATES}.")
  private @Nullable EditKind kind;

  public EditsCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    try (Desk desk = opener.toRead(common.data())) {
      EditPage page = past.of(desk, output.words()).edits().page(source.strip(), kind, null);
      if (common.json()) {
        output.json(TimeShapes.TextEdits.of(page));
      } else {
        print(page);
      }
      return ExitCode.DONE;
    }
  }

  private void print(EditPage page) {
    Output.Words words = output.words();
    EditPage.Record record = page.record();
    if (record != null) {
      output.line(
          words.say("edits.record", record.changes(), record.silent(), record.months())
              + record.byKind().entrySet().stream()
                  .map(count -> ", " + count.getKey().word() + " " + count.getValue())
                  .collect(Collectors.joining()));
    }
    if (page.edits().isEmpty()) {
      output.line(words.say("edits.none"));
    }
    for (EditPage.Line line : page.edits()) {
      output.line("");
      output.line(line.article().title());
      output.line(
          Byline.of(line.article(), words)
              + " · "
              + words.say(line.silent() ? "edits.silent" : "edits.noted", line.foundAt()));
      if (!line.titles().isEmpty()) {
        output.line("  " + EditKind.HEADLINE.word());
        output.line("  - " + line.titles().getFirst());
        output.line("  + " + line.titles().getLast());
      }
      line.parts().forEach(this::print);
    }
  }

  private void print(Edits.Part part) {
    output.line("  " + part.kinds().stream().map(EditKind::word).collect(Collectors.joining(", ")));
    switch (part.change()) {
      case Change.Added(String sentence) -> output.line("  + " + sentence);
      case Change.Removed(String sentence) -> output.line("  - " + sentence);
      case Change.Changed changed -> {
        output.line("  - " + changed.before());
        output.line("  + " + changed.after());
      }
    }
  }
}
