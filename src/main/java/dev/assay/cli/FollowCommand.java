package dev.assay.cli;

import dev.assay.api.SourceShapes;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.Streams;
import dev.assay.follow.Discovery.Found;
import dev.assay.follow.Sources;
import dev.assay.follow.Sources.Following;
import dev.assay.source.Opml;
import dev.assay.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
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
final class FollowCommand implements Callable<Integer> {

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

  @Parameters(
      paramLabel = "ADDRESS|FOLDER|OPML",
      arity = "1..*",
      description = "What to follow: addresses of sites or feeds, folders, OPML files.")
  private List<String> arguments = List.of();

  FollowCommand(Desk.Opener opener, Output output, Streams streams) {
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
      }
    }
    return code;
  }

  private int follow(Sources sources, String argument) throws IOException {
    Path path = path(argument);
    if (Files.isRegularFile(path)) {
      int code = ExitCode.DONE;
      for (Sources.Outlined one : sources.follow(Opml.parse(Files.readAllBytes(path)))) {
        code = Math.max(code, say(one.following(), one.outline().address()));
      }
      return code;
    }
    String what = Files.isDirectory(path) ? path.toString() : argument;
    if (look) {
      List<Found> found = sources.look(what);
      found.forEach(this::print);
      return found.isEmpty() ? nothing(argument) : ExitCode.DONE;
    }
    return say(sources.follow(what, folder), argument);
  }

  private Path path(String argument) {
    try {
      return streams.folder().resolve(argument);
    } catch (InvalidPathException e) {
      return streams.folder();
    }
  }

  private int nothing(String argument) {
    output.error().println(output.words().say("follow.nothing", argument));
    return ExitCode.NOT_FOUND;
  }

  private int say(Following following, String argument) {
    return switch (following) {
      case Following.Done(Source source, Found found) -> {
        if (common.json()) {
          output.json(SourceShapes.FollowedSource.of(source));
        } else {
          output.line(output.words().say("follow.done", source.id(), source.shown()));
          print(found);
        }
        yield ExitCode.DONE;
      }
      case Following.Already(Source source) -> {
        output.line(output.words().say("follow.already", source.id(), source.shown()));
        yield ExitCode.DONE;
      }
      case Following.Nothing _ -> nothing(argument);
    };
  }

  /// Such as: Atom 1.0, 20 entries, full text.
  private void print(Found found) {
    if (found.entries() == 0) { // a folder, or what a list of feeds names: it was not asked yet
      output.line("  " + found.address());
      return;
    }
    String kind =
        found.format().isEmpty()
            ? output.words().say("sources.kind." + found.kind().word())
            : found.format();
    output.line(
        "  "
            + output
                .words()
                .say(
                    found.wholeText() ? "follow.found.whole" : "follow.found",
                    kind,
                    found.entries(),
                    found.address()));
    found.titles().forEach(title -> output.line("    " + title));
  }
}
