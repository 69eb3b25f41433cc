package dev.assay.cli;

import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Output;
import dev.assay.ingest.Tagging;

/// What a person is told of names: faults of packs, and articles that wait to be tagged again.
final class NameLines {

  private NameLines() {}

  static void state(Desk desk, Output output) {
    desk.names().faults().forEach(output::line);
    Tagging.State state = desk.tagging().state();
    if (state.waiting() > 0) {
      output.line(output.words().say("names.waiting", state.waiting(), state.articles()));
    }
  }
}
