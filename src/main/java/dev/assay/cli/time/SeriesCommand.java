package dev.assay.cli.time;

import dev.assay.api.SeriesShapes;
import dev.assay.article.Language;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.PastOption;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.OverTime;
import dev.assay.ledger.Series;
import dev.assay.ledger.Series.Point;
import dev.assay.ledger.chart.SeriesChart;
import dev.assay.ledger.chart.SeriesWords;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.ledger.TopicSeries;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay series`: figures over time.
@Command(
    name = "series",
    description = {
      "Print the figures of the ledger on a topic, or of one entry, along the times that they are for: value and"
          + " range, who says it, what its teller gave up for another and what others contradict."
          + " Figures of a quarter and of half a year are two series."
    })
public final class SeriesCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();
  @Mixin private PastOption past = new PastOption();

  @Parameters(paramLabel = "TOPIC", arity = "0..1", description = "Any name, such as 稀土联盟.")
  private String topic = "";

  @Option(
      names = "--entry",
      paramLabel = "ID",
      description = "One entry of the ledger, by its id in the JSON.")
  private String entry = "";

  @Option(names = "--csv", description = "Print the entry as a table (RFC 4180).")
  private boolean csv;

  @Option(
      names = "--svg",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "1",
      defaultValue = "0",
      description = "Print a drawing of the entry's Nth series, its sources under it (default: 1).")
  private int svg;

  public SeriesCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    if (topic.isBlank() == entry.isBlank() || entry.isBlank() && (csv || svg != 0)) {
      output.error().println(output.words().say("series.one"));
      return ExitCode.USAGE;
    }
    Language reader = output.words().chinese() ? Language.ZH_HANS : Language.EN;
    try (Desk desk = opener.toRead(common.data())) {
      Ledgers ledgers = past.of(desk, output.words()).ledgers();
      SeriesWords say = ledgers.seriesWords(reader);
      return entry.isBlank()
          ? topic(ledgers.overTime(topic.strip(), reader), say)
          : entry(ledgers.overTime(new EntryId(entry.strip())), say);
    }
  }

  private int topic(TopicSeries series, SeriesWords say) {
    if (common.json()) {
      output.json(SeriesShapes.TopicFigures.of(series, say));
    } else {
      series.entries().forEach(one -> print(one, 1, say));
    }
    if (series.entries().isEmpty() && !common.json()) {
      output.line(output.words().say("series.none"));
    }
    return series.entries().isEmpty() ? ExitCode.NOT_FOUND : ExitCode.DONE;
  }

  private int entry(Optional<OverTime> found, SeriesWords say) {
    if (found.isEmpty()) {
      output.error().println(output.words().say("ledger.no-entry", entry));
      return ExitCode.NOT_FOUND;
    }
    OverTime overTime = found.get();
    if (common.json()) {
      output.json(SeriesShapes.FiguresOverTime.of(overTime, say));
    } else if (csv) {
      output.out().print(SeriesShapes.csv(SeriesShapes.FiguresOverTime.of(overTime, say)));
    } else if (svg != 0) {
      return draw(overTime, say);
    } else {
      print(overTime, overTime.series().size(), say);
      say.leftOut(overTime).forEach(output::line);
    }
    return ExitCode.DONE;
  }

  private int draw(OverTime overTime, SeriesWords say) {
    if (svg < 1 || svg > overTime.series().size()) {
      output.error().println(output.words().say("series.no-such", overTime.series().size(), svg));
      return ExitCode.USAGE;
    }
    output
        .out()
        .print(
            SeriesChart.svg(
                overTime.series().get(svg - 1),
                say.title(overTime, overTime.series().get(svg - 1)),
                say,
                SeriesChart.Form.SHEET));
    return ExitCode.DONE;
  }

  private void print(OverTime overTime, int most, SeriesWords say) {
    String title = say.title(overTime);
    output.line("%s  [%s]".formatted(title, overTime.entry().id()));
    for (Series series : overTime.series().subList(0, most)) {
      String own = say.title(overTime, series);
      if (!own.equals(title)) {
        output.line("  " + own);
      }
      output.line("  %s · %s".formatted(say.each(series), say.counts(series)));
      for (int i = 0; i < series.points().size(); i++) {
        print(i + 1, series.points().get(i), say);
      }
    }
    output.line("");
  }

  private void print(int number, Point point, SeriesWords say) {
    String note = say.note(point);
    String teller = say.teller(point.row());
    String source = say.source(point.row());
    output.line(
        "    %d. %s  %s (%s)  %s%s, %s  %s [%d]%s"
            .formatted(
                number,
                say.time(point),
                point.row().evidence().written(),
                say.range(point),
                teller,
                teller.equals(source) ? "" : " · " + source,
                say.day(point.row()),
                point.row().evidence().article(),
                point.row().evidence().claim().paragraph(),
                note.isEmpty() ? "" : "\n       " + note));
  }
}
