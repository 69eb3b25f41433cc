package dev.assay.cli.source;

import dev.assay.api.SourceShapes;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.Streams;
import dev.assay.follow.Found;
import dev.assay.follow.Sources;
import dev.assay.follow.Sources.Following;
import dev.assay.follow.Sources.Wish;
import dev.assay.follow.Steps;
import dev.assay.source.Opml;
import dev.assay.source.Source;
import dev.assay.source.SourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "follow",
    description = {
      "Follow sites, feeds, folders of files, and lists of feeds (OPML): what they publish comes in by itself while",
      "a server runs, or with assay fetch. Assay finds out what an address is, and says so."
    })
public final class FollowCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;
  private final Streams streams;

  @Mixin private Common common = new Common();

  @Option(
      names = "--in",
      paramLabel = "FOLDER",
      description = "Where you file it among your sources, such as Metals/China.")
  private String folder = "";

  @Option(names = "--look", description = "Only say what there is to follow.")
  private boolean look;

  @Option(names = "--steps", description = "Say what is asked while looking.")
  private boolean steps;

  @Option(
      names = "--page",
      description = "Watch the page itself as a list of links, whatever feeds its site has.")
  private boolean page;

  @Option(
      names = "--select",
      paramLabel = "CSS",
      description = "With --page: the links that count, such as \"main h2 a\".")
  private String select = "";

  @Option(
      names = "--letters",
      description =
          "Make an address of this desk for each name that follows, to which outlets send their letters.")
  private boolean letters;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Set something of it at once; see assay sources set.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Parameters(
      paramLabel = "ADDRESS|FOLDER|OPML",
      arity = "1..*",
      description =
          "What to follow: addresses of sites, feeds, lists of feeds or mailboxes (imaps://...), folders, OPML files.")
  private List<String> arguments = List.of();

  public FollowCommand(Desk.Opener opener, Output output, Streams streams) {
    this.opener = opener;
    this.output = output;
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    int code = ExitCode.DONE;
    try (Desk desk = opener.toWrite(common.data())) {
      for (String argument : arguments) {
        code = Math.max(code, follow(desk.sources(), argument));
        output.flush();
      }
    }
    return code;
  }

  private int follow(Sources sources, String argument) throws IOException {
    if (letters) {
      return followLetters(sources, argument);
    }
    Path path = path(argument);
    if (Files.isRegularFile(path)) {
      return list(sources, path);
    }
    String what = Files.isDirectory(path) ? path.toString() : argument;
    Steps heard = steps ? new StepLines(output) : Steps.UNHEARD;
    if (look) {
      Sources.Looked looked = sources.look(what, heard);
      looked.found().forEach(one -> print(one, Optional.empty()));
      return looked.found().isEmpty() ? nothing(looked.reason()) : ExitCode.DONE;
    }
    try {
      Wish wish = new Wish(folder, "", options);
      return say(
          page ? sources.watch(what, select, wish, heard) : sources.follow(what, wish, heard));
    } catch (IllegalArgumentException e) {
      output.error().println(e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private int followLetters(Sources sources, String name) {
    try {
      if (sources.letters(name, new Wish(folder, "", options))
          instanceof Following.Done(Source source, _, _)) {
        output.line(output.words().say("follow.letters", source.id(), source.address()));
      }
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      output.error().println(e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private int list(Sources sources, Path file) throws IOException {
    Opml opml = Opml.parse(Files.readAllBytes(file));
    if (opml.outlines().isEmpty()) {
      output.error().println(output.words().say("follow.no-list", file));
      return ExitCode.FAILED;
    }
    int code = ExitCode.DONE;
    int fresh = 0;
    int already = 0;
    for (Sources.Outlined one : sources.follow(opml, folder, "")) {
      code = Math.max(code, say(one.following()));
      fresh += one.following() instanceof Following.Done ? 1 : 0;
      already += one.following() instanceof Following.Already ? 1 : 0;
    }
    if (!common.json()) {
      output.line(output.words().say("follow.listed", opml.outlines().size(), fresh, already));
    }
    return code;
  }

  private Path path(String argument) {
    try {
      return streams.folder().resolve(argument);
    } catch (InvalidPathException e) {
      return streams.folder();
    }
  }

  private int nothing(String reason) {
    output.error().println(output.words().reason(reason));
    return ExitCode.NOT_FOUND;
  }

  private int say(Following following) {
    return switch (following) {
      case Following.Done(Source source, Found found, List<Found> others) -> {
        if (common.json()) {
          output.json(SourceShapes.FollowedSource.of(source));
        } else {
          output.line(output.words().say("follow.done", source.id(), source.shown()));
          print(found, Optional.ofNullable(source.settings().every()));
          others.forEach(
              other ->
                  output.line(
                      "  " + output.words().say("follow.also", other.title(), other.address())));
        }
        yield ExitCode.DONE;
      }
      case Following.Already(Source source) -> {
        output.line(output.words().say("follow.already", source.id(), source.shown()));
        yield ExitCode.DONE;
      }
      case Following.Nothing(String reason) -> nothing(reason);
    };
  }

  /// Such as: Atom 1.0 feed, 20 entries, full text; every hour.
  private void print(Found found, Optional<Duration> every) {
    Output.Words words = output.words();
    String what = what(found);
    Optional<String> often = every.or(found::every).map(this::often);
    output.line("  " + often.map(one -> words.say("follow.often", what, one)).orElse(what));
    output.line("    " + found.address());
    if (found.newest() != null) {
      output.line("    " + words.say("follow.newest", SourcesCommand.time(found.newest())));
    }
    if (!found.mended().isEmpty()) {
      output.line("    " + words.reason("mended: " + String.join(", ", found.mended())));
    }
    found.titles().forEach(title -> output.line("    " + title));
  }

  private String what(Found found) {
    Output.Words words = output.words();
    int entries = found.entries();
    return switch (found.kind()) {
      case SourceKind.OfFeed _ ->
          entries == 0 && found.format().isEmpty()
              ? words.say("sources.kind.feed")
              : words.say(
                  "follow.feed."
                      + (entries == 0 ? "empty" : found.wholeText() ? "whole" : "teasers"),
                  found.format().replace("JSON Feed", "JSON"),
                  entries);
      case SourceKind.OfSitemap _ -> words.say("follow.sitemap", entries);
      case SourceKind.OfPage _ -> words.say("follow.page", entries);
      case SourceKind.OfList _ -> words.say("follow.list", entries);
      case SourceKind.OfFolder _ -> words.say("follow.folder");
      case SourceKind.OfMailbox _ -> words.say("follow.mailbox");
      case SourceKind.OfLetters _ -> words.say("sources.kind.letters");
    };
  }

  private String often(Duration every) {
    Output.Words words = output.words();
    long minutes = every.toMinutes();
    return minutes % 1440 == 0
        ? minutes == 1440 ? words.say("follow.daily") : words.say("follow.days", minutes / 1440)
        : minutes % 60 == 0
            ? minutes == 60 ? words.say("follow.hourly") : words.say("follow.hours", minutes / 60)
            : words.say("follow.minutes", minutes);
  }
}
