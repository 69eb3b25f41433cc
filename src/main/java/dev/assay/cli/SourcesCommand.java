package dev.assay.cli;

import dev.assay.api.SourceShapes;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.follow.Schedule;
import dev.assay.follow.Sources;
import dev.assay.source.Source;
import dev.assay.source.SourceSettings.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sources",
    description = {
      "How what you follow is, the worst first, and what you want of it.",
      "assay sources                     all of them",
      "assay sources show SOURCE         one, with what it did not give",
      "assay sources pause|resume SOURCE...",
      "assay sources remove SOURCE...    follow it no longer; its articles stay",
      "assay sources every SOURCE... --minutes N   how often to ask; 0: as it publishes",
      "assay sources export              all of them as OPML"
    })
final class SourcesCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Option(names = "--state", paramLabel = "STATE", description = "Only those that stand so.")
  private String state = "";

  @Option(names = "--minutes", paramLabel = "N", description = "With every: 5 or more, or 0.")
  private int minutes;

  @Parameters(index = "0", arity = "0..1", paramLabel = "ACTION", description = "What to do.")
  private String action = "list";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SOURCE",
      description = "Sources by number, address or name.")
  private List<String> names = List.of();

  SourcesCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    return switch (action) {
      case "list" -> list();
      case "show" -> each(false, this::show);
      case "export" -> export();
      case "pause" -> each(true, changing(activity(Activity.PAUSED)));
      case "resume" -> each(true, changing(activity(Activity.FOLLOWED)));
      case "every" -> minutes != 0 && minutes < 5 ? how() : each(true, changing(this::every));
      case "remove" -> each(true, (sources, source) -> sources.remove(source.id()));
      default -> how();
    };
  }

  private int how() {
    output.error().println(output.words().say("sources.how"));
    return ExitCode.USAGE;
  }

  private int list() {
    try (Desk desk = opener.toRead(common.data())) {
      List<Sources.Health> all =
          desk.sources().all().stream()
              .filter(health -> state.isEmpty() || health.standing().word().equals(state))
              .toList();
      if (common.json()) {
        output.json(SourceShapes.SourceList.of(all));
      } else {
        all.forEach(this::print);
        if (all.isEmpty()) {
          output.line(output.words().say("sources.none"));
        }
      }
      return ExitCode.DONE;
    }
  }

  private void print(Sources.Health health) {
    Source source = health.source();
    output.line(
        "%4d  %s  %s"
            .formatted(
                source.id(),
                output.words().say("sources.standing." + health.standing().word()),
                source.shown()));
    output.line(
        "      "
            + output
                .words()
                .say(
                    "sources.line",
                    output.words().say("sources.kind." + source.kind().word()),
                    time(health.state().askedAt()),
                    time(health.state().newAt()),
                    time(health.state().dueAt()),
                    health.tally().counts().getOrDefault("taken", 0L)));
    if (!health.state().reason().isEmpty()) {
      output.line("      " + health.state().reason());
    }
  }

  private String time(@Nullable Instant time) {
    return time == null
        ? output.words().say("sources.never")
        : "%tF %<tR".formatted(time.atZone(java.time.ZoneId.systemDefault()));
  }

  private int export() {
    try (Desk desk = opener.toRead(common.data())) {
      output.out().print(desk.sources().opml().xml());
      return ExitCode.DONE;
    }
  }

  private boolean show(Sources sources, Source source) {
    Optional<Sources.Detail> detail = sources.find(source.id());
    detail.ifPresent(
        found -> {
          if (common.json()) {
            output.json(SourceShapes.SourceDetail.of(found));
            return;
          }
          print(found.health());
          output.line("      " + source.address());
          found
              .notTaken()
              .forEach(
                  one ->
                      output.line(
                          "      "
                              + output.words().say("import.refused", one.address(), one.reason())));
        });
    return detail.isPresent();
  }

  private interface Change {
    boolean made(Sources sources, Source source);
  }

  private static Change changing(UnaryOperator<Source> change) {
    return (sources, source) -> sources.change(source.id(), change);
  }

  private static UnaryOperator<Source> activity(Activity activity) {
    return source -> source.with(source.settings().with(activity));
  }

  private Source every(Source source) {
    Duration asked = minutes == 0 ? null : Duration.ofMinutes(minutes);
    Duration least = Schedule.LEAST_BY_WORD;
    return source.with(
        source.settings().every(asked != null && asked.compareTo(least) < 0 ? least : asked));
  }

  private int each(boolean writes, Change change) {
    if (names.isEmpty()) {
      return how();
    }
    int code = ExitCode.DONE;
    try (Desk desk = writes ? opener.toWrite(common.data()) : opener.toRead(common.data())) {
      for (String name : names) {
        Optional<Source> source = desk.sources().named(name);
        if (source.isEmpty() || !change.made(desk.sources(), source.get())) {
          output.error().println(output.words().say("sources.unknown", name));
          code = ExitCode.NOT_FOUND;
        } else if (writes) {
          output.line(output.words().say("sources.done", source.get().shown()));
        }
      }
    }
    return code;
  }
}
