package dev.assay.cli.source;

import dev.assay.api.SourceShapes;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.follow.Health;
import dev.assay.follow.Sources;
import dev.assay.source.Source;
import dev.assay.source.SourceOption;
import dev.assay.source.SourceSettings.Activity;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
      "assay sources show SOURCE         one, with what it did not give and all that is set",
      "assay sources set SOURCE... NAME=VALUE...   every=30m, text=feed, skip=\"广告|Sponsored\"; empty: as before",
      "assay sources pause|mute|resume SOURCE...",
      "assay sources remove SOURCE...    follow it no longer; its articles stay, or go with --articles",
      "assay sources export              all of them as OPML"
    })
public final class SourcesCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;
  private final InstantSource clock;

  @Mixin private Common common = new Common();

  @Option(names = "--state", paramLabel = "STATE", description = "Only those that stand so.")
  private String state = "";

  @Option(names = "--articles", description = "With remove: its articles go too.")
  private boolean articles;

  @Parameters(index = "0", arity = "0..1", paramLabel = "ACTION", description = "What to do.")
  private String action = "list";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SOURCE",
      description = "Sources by number, address or name; with set, what is set too.")
  private List<String> words = List.of();

  public SourcesCommand(Desk.Opener opener, Output output, InstantSource clock) {
    this.opener = opener;
    this.output = output;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return switch (action) {
      case "list" -> list();
      case "show" -> each(false, words, this::show);
      case "export" -> export();
      case "set" -> set();
      case "pause" -> each(true, words, setting(activity(Activity.PAUSED)));
      case "mute" -> each(true, words, setting(activity(Activity.MUTED)));
      case "resume" -> each(true, words, setting(activity(Activity.FOLLOWED)));
      case "remove" -> each(true, words, this::remove);
      default -> how();
    };
  }

  private int how() {
    output.error().println(output.words().say("sources.how"));
    return ExitCode.USAGE;
  }

  private int list() {
    try (Desk desk = opener.toRead(common.data())) {
      List<Health> all =
          desk.sources().all().stream()
              .filter(health -> state.isEmpty() || health.standing().word().equals(state))
              .toList();
      if (common.json()) {
        output.json(SourceShapes.SourceList.of(all, null));
      } else {
        all.forEach(this::print);
        if (all.isEmpty()) {
          output.line(output.words().say("sources.none"));
        }
      }
      return ExitCode.DONE;
    }
  }

  private void print(Health health) {
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
                    orNever(health.state().seen().askedAt()),
                    orNever(health.state().seen().newAt()),
                    time(health.state().plan().dueAt()),
                    health.came().taken()));
    if (!health.state().stand().reason().isEmpty()) {
      output.line("      " + output.words().reason(health.state().stand().reason()));
    }
  }

  private String orNever(@Nullable Instant time) {
    return time == null ? output.words().say("sources.never") : time(time);
  }

  static String time(Instant time) {
    return "%tF %<tR".formatted(time.atZone(ZoneId.systemDefault()));
  }

  private int export() {
    try (Desk desk = opener.toRead(common.data())) {
      output.out().print(desk.sources().opml().xml());
      return ExitCode.DONE;
    }
  }

  private boolean show(Desk desk, Source source) {
    Optional<Sources.Detail> detail = desk.sources().find(source.id());
    detail.ifPresent(
        found -> {
          if (common.json()) {
            output.json(SourceShapes.SourceDetail.of(found));
          } else {
            print(found);
          }
        });
    return detail.isPresent();
  }

  private void print(Sources.Detail found) {
    Health health = found.health();
    Source source = health.source();
    print(health);
    output.line("      " + source.address());
    output.line(
        "      "
            + output
                .words()
                .say(
                    "sources.why." + health.state().plan().why().word(),
                    health.state().plan().every().toMinutes()));
    Sources.Lease lease = found.lease();
    if (lease != null) {
      output.line("      " + told(lease));
    }
    if (!health.state().known().reserved().isEmpty()) {
      output.line(
          "      " + output.words().say("sources.reserved", health.state().known().reserved()));
    }
    for (SourceOption option : SourceOption.values()) {
      String value = option.of(source);
      if (!value.isEmpty()) {
        output.line("      %s=%s".formatted(option.word(), value));
      }
    }
    found
        .notTaken()
        .forEach(
            one ->
                output.line(
                    "      "
                        + output
                            .words()
                            .say(
                                "import.refused",
                                one.address(),
                                output.words().reason(one.reason()))));
  }

  private String told(Sources.Lease lease) {
    String word = "sources.lease." + lease.word(clock.instant());
    Instant until = lease.until();
    return until == null ? output.words().say(word) : output.words().say(word, time(until));
  }

  private interface Change {
    boolean made(Desk desk, Source source);
  }

  private int set() {
    Map<String, String> options = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = equals < 0 ? "" : word.substring(0, equals);
      if (SourceOption.of(name).isPresent()) {
        options.put(name, word.substring(equals + 1));
      } else {
        names.add(word);
      }
    }
    if (options.isEmpty()) {
      output.error().println(output.words().say("sources.options", SourceOption.words()));
      return ExitCode.USAGE;
    }
    try {
      return each(true, names, setting(options));
    } catch (IllegalArgumentException e) {
      output.error().println(e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private static Change setting(Map<String, String> options) {
    return (desk, source) -> desk.sources().set(source.id(), options).isPresent();
  }

  private static Map<String, String> activity(Activity activity) {
    return Map.of(SourceOption.ACTIVITY.word(), activity.word());
  }

  private boolean remove(Desk desk, Source source) {
    if (articles) {
      desk.sources().articlesOf(source.id()).forEach(desk.upkeep()::delete);
    }
    return desk.sources().remove(source.id());
  }

  private int each(boolean writes, List<String> names, Change change) {
    if (names.isEmpty()) {
      return how();
    }
    int code = ExitCode.DONE;
    try (Desk desk = writes ? opener.toWrite(common.data()) : opener.toRead(common.data())) {
      for (String name : names) {
        Optional<Source> source = desk.sources().named(name);
        if (source.isEmpty() || !change.made(desk, source.get())) {
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
