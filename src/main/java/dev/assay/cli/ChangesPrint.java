package dev.assay.cli;

import dev.assay.api.CopyShapes;
import dev.assay.article.ArticleId;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.fold.Change;
import dev.assay.topic.DifferencePage;
import dev.assay.topic.Differences;
import dev.assay.topic.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Prints what differs between texts, and where else a text stands.
final class ChangesPrint {

  private final Desk desk;
  private final Differences differences;
  private final Output output;
  private final boolean json;

  ChangesPrint(Desk desk, Differences differences, Output output, boolean json) {
    this.desk = desk;
    this.differences = differences;
    this.output = output;
    this.json = json;
  }

  /// Prints what differs between an article and another text of it: the first of its copies, or
  /// what is named.
  ///
  /// @return the exit code
  int print(ArticleId id, @Nullable String against, @Nullable Integer revision) {
    Optional<DifferencePage> page =
        revision != null
            ? differences.ofRevision(id, revision)
            : against == null
                ? differences.ofCopy(id)
                : desk.upkeep().find(against).flatMap(other -> differences.between(id, other));
    if (page.isEmpty()) {
      output.error().println(output.words().say("changes.alone"));
      return ExitCode.NOT_FOUND;
    }
    if (json) {
      output.json(CopyShapes.Differences.of(page.get()));
    } else {
      print(page.get());
    }
    return ExitCode.DONE;
  }

  private void print(DifferencePage page) {
    print(output.words().say("changes.before"), page.before());
    print(output.words().say("changes.after"), page.after());
    output.line(CopiesText.likeness(page.likeness(), output.words()));
    for (Change change : page.changes().list()) {
      output.line("");
      switch (change) {
        case Change.Added(String sentence) -> output.line("+ " + sentence);
        case Change.Removed(String sentence) -> output.line("- " + sentence);
        case Change.Changed changed -> {
          String mark = changed.figures() ? "!" : " ";
          output.line("-" + mark + changed.before());
          output.line("+" + mark + changed.after());
        }
      }
    }
  }

  private void print(String when, Version version) {
    output.line(
        "%s: %s (%d)  %s"
            .formatted(
                when,
                Byline.of(version.article(), output.words()),
                version.revision(),
                version.title()));
  }
}
