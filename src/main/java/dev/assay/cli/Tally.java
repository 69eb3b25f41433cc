package dev.assay.cli;

import dev.assay.api.Shapes;
import dev.assay.article.Outcome;
import dev.assay.article.RawDocument;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.Progress;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.input.Given;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Counts outcomes and shows them.
final class Tally implements Ingest.Listener {

  /// Refusals that are printed one by one; more are counted.
  private static final int SHOWN_REFUSALS = 20;

  private final Output output;
  private final boolean json;
  private final Progress progress;
  private final Map<String, Long> counts = new TreeMap<>();
  private long refused;

  Tally(Output output, boolean json, Progress progress) {
    this.output = output;
    this.json = json;
    this.progress = progress;
  }

  @Override
  public void recorded(Given given, Outcome outcome) {
    counts.merge(outcome.word(), 1L, Long::sum);
    if (given instanceof Given.Document(RawDocument document)) {
      document
          .header(RawDocument.BATCH_REPLACES)
          .ifPresent(line -> remark("import.replaces", document.identity().shown(), line));
    }
    if (json) {
      output.json(Shapes.Taken.of(given.identity().shown(), outcome));
      output.out().flush();
    }
    if (outcome instanceof Outcome.Refused(String reason)) {
      refuse(given.identity().shown(), reason);
    }
    progress.advance();
  }

  private void refuse(String document, String reason) {
    refused++;
    if (refused <= SHOWN_REFUSALS) {
      remark("import.refused", document, output.words().reason(reason));
    }
  }

  private void remark(String key, Object... arguments) {
    if (!json) {
      progress.end();
      output.error().println(plain(output.words().say(key, arguments)));
    }
  }

  int finish() {
    progress.end();
    if (!json && counts.isEmpty()) {
      output.line(output.words().say("import.none"));
    } else if (!json) {
      long all = counts.values().stream().mapToLong(Long::longValue).sum();
      String parts =
          counts.entrySet().stream()
              .map(count -> output.words().say("outcome." + count.getKey(), count.getValue()))
              .collect(Collectors.joining(output.words().say("list.comma")));
      output.line(
          output
              .words()
              .say(
                  "import.done",
                  all,
                  parts,
                  progress.elapsed().toMillis() / 1000.0,
                  progress.rate()));
    }
    output.flush();
    return refused > 0 ? ExitCode.SOME_REFUSED : ExitCode.DONE;
  }

  /// Without what a terminal would obey: a file may be called anything.
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
