package dev.assay.cli.time;

import dev.assay.api.TimeShapes;
import dev.assay.api.TimelineExport;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.PastOption;
import dev.assay.topic.time.Timeline;
import dev.assay.topic.time.Timelines;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay timeline`: what happened when.
@Command(
    name = "timeline",
    description = {
      "Print what happened when on a topic, the newest day first: one sentence of a source for each happening,"
          + " by the day that it is about and not by that of publication, with how many independent"
          + " sources tell of it, and the other days that some of them name."
    })
public final class TimelineCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;
  private final InstantSource clock;

  @Mixin private Common common = new Common();
  @Mixin private PastOption past = new PastOption();

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Any name or words.")
  private String name = "";

  @Option(
      names = "--event",
      paramLabel = "ID",
      description = "Of the happening that this article tells of.")
  private String event = "";

  @Option(names = "--csv", description = "Print a table (RFC 4180).")
  private boolean csv;

  @Option(names = "--ics", description = "Print the days to come as a calendar (RFC 5545).")
  private boolean ics;

  public TimelineCommand(Desk.Opener opener, Output output, InstantSource clock) {
    this.opener = opener;
    this.output = output;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (name.isBlank() == event.isBlank()) {
      output.error().println(output.words().say("timeline.one"));
      return ExitCode.USAGE;
    }
    try (Desk desk = opener.toRead(common.data())) {
      Optional<Timeline> timeline = timeline(desk);
      if (timeline.isEmpty()) {
        output.error().println(output.words().say("article.none", event));
        return ExitCode.NOT_FOUND;
      }
      print(timeline.get());
      return timeline.get().rows().isEmpty() ? ExitCode.NOT_FOUND : ExitCode.DONE;
    }
  }

  private Optional<Timeline> timeline(Desk desk) {
    Timelines timelines = past.of(desk, output.words()).timelines();
    Language reader = output.words().chinese() ? Language.ZH_HANS : Language.EN;
    if (event.isBlank()) {
      return Optional.of(timelines.ofTopic(name.strip(), null, reader));
    }
    Optional<ArticleId> id = desk.upkeep().find(event);
    return id.flatMap(timelines::ofEvent);
  }

  private void print(Timeline timeline) {
    if (common.json()) {
      output.json(TimeShapes.TimelineRows.of(timeline));
    } else if (csv) {
      output.out().print(TimelineExport.csv(timeline));
    } else if (ics) {
      output.out().print(TimelineExport.calendar(timeline, clock.instant()));
    } else {
      output.line(timeline.title());
      timeline.rows().forEach(this::print);
      if (timeline.rows().isEmpty()) {
        output.line(output.words().say("timeline.none"));
      }
    }
  }

  private void print(Timeline.Row row) {
    String day =
        row.first().equals(row.last()) ? row.first().toString() : row.first() + ".." + row.last();
    String mark =
        row.basis() == Timeline.Basis.PUBLISHED
            ? " " + output.words().say("timeline.published")
            : row.ahead() ? " " + output.words().say("timeline.ahead") : "";
    output.line("");
    output.line(
        "%s%s  %s [%d]"
            .formatted(
                day,
                mark,
                row.sentence().text(),
                row.sentence().citations().getFirst().paragraph()));
    String others =
        row.others().stream()
            .map(article -> article.outlet())
            .distinct()
            .collect(Collectors.joining(", "));
    output.line(
        "    "
            + Byline.of(row.article(), output.words())
            + (row.independent() > 1
                ? " · " + output.words().say("timeline.sources", row.independent())
                : "")
            + (others.isEmpty() ? "" : ": " + others));
    row.otherwise()
        .forEach(
            telling ->
                output.line(
                    "    "
                        + output
                            .words()
                            .say("timeline.otherwise", telling.first(), telling.article().outlet())
                        + " "
                        + telling.sentence().text()));
  }
}
