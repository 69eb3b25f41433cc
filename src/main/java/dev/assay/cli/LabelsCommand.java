package dev.assay.cli;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.api.LedgerShapes;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Misused;
import dev.assay.cli.terminal.Output;
import dev.assay.evaluate.LabelScore;
import dev.assay.evaluate.ReadingLabel;
import dev.assay.ledger.EvidenceId;
import dev.assay.ledger.ReadingVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "labels",
    description = {
      "What readers said of how figures were read: kept, and good to measure and to learn from.",
      "assay labels score                     how well the judged readings are read today",
      "assay labels export                    one JSON line for each label",
      "assay labels set FIGURE VERDICT        say how a figure of the ledger was read",
      "assay labels forget FIGURE             take that back"
    })
final class LabelsCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      description = "score, export, set or forget.")
  private String action = "score";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "WORD",
      description =
          "A figure's id, as assay ledger --review prints it; then right, wrong_entity,"
              + " wrong_property, wrong_figure or wrong.")
  private List<String> words = List.of();

  @Option(names = "--note", paramLabel = "TEXT", description = "With set: what is wrong.")
  private String note = "";

  LabelsCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    return switch (action) {
      case "score" -> score();
      case "export" -> export();
      case "set" -> set();
      case "forget" -> forget();
      default -> throw new Misused(output.words().say("labels.how"));
    };
  }

  private int export() {
    labels().forEach(label -> output.json(LedgerShapes.LabelLine.of(label)));
    return ExitCode.DONE;
  }

  private List<ReadingLabel> labels() {
    List<ReadingLabel> labels = new ArrayList<>();
    try (Desk desk = opener.toRead(common.data())) {
      desk.ledgers().labels(labels::add);
    }
    return labels;
  }

  private int score() {
    List<ReadingLabel> labels = new ArrayList<>();
    List<LabelScore.Line> lines;
    try (Desk desk = opener.toRead(common.data())) {
      desk.ledgers().labels(labels::add);
      lines =
          new LabelScore(
                  new QuantityExtractor(opener.lexicon()),
                  desk.names().matcher(),
                  new ClaimReader(opener.lexicon()))
              .of(labels);
    }
    if (common.json()) {
      lines.forEach(output::json);
    } else if (labels.isEmpty()) {
      output.line(output.words().say("labels.none"));
    } else {
      output.line(output.words().say("labels.head"));
      lines.forEach(this::print);
    }
    return labels.isEmpty() ? ExitCode.NOT_FOUND : ExitCode.DONE;
  }

  private void print(LabelScore.Line line) {
    output.line(
        "%-18s %9s %9s %6d/%-6d %6d/%-6d"
            .formatted(
                line.kind(),
                share(line.precision()),
                share(line.recall()),
                line.rightGiven(),
                line.right(),
                line.wrongGiven(),
                line.wrong()));
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.3f", share);
  }

  private int set() {
    if (words.size() != 2) {
      throw new Misused(output.words().say("labels.how"));
    }
    ReadingVerdict verdict =
        ReadingVerdict.of(words.get(1))
            .orElseThrow(
                () -> new Misused(output.words().say("labels.verdict", words.get(1), all())));
    try (Desk desk = opener.toWrite(common.data())) {
      return known(
          desk.ledgers().markReading(new EvidenceId(words.getFirst()), verdict, note),
          "labels.set");
    }
  }

  private static String all() {
    return Arrays.stream(ReadingVerdict.values())
        .map(ReadingVerdict::word)
        .collect(Collectors.joining(", "));
  }

  private int forget() {
    if (words.size() != 1) {
      throw new Misused(output.words().say("labels.how"));
    }
    try (Desk desk = opener.toWrite(common.data())) {
      return known(
          desk.ledgers().restoreReading(new EvidenceId(words.getFirst())), "labels.forgotten");
    }
  }

  private int known(boolean known, String done) {
    if (!known) {
      output.error().println(output.words().say("labels.unknown", words.getFirst()));
      return ExitCode.NOT_FOUND;
    }
    output.line(output.words().say(done, words.getFirst()));
    return ExitCode.DONE;
  }
}
