package dev.assay.cli.desk;

import dev.assay.api.desk.ReadingShapes;
import dev.assay.article.ReaderId;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.desk.Mute;
import dev.assay.desk.Mutes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "mute",
    description = {
      "Hear nothing of an outlet or a topic: not on the first page, not among what is unread, not by alerts.",
      "assay mute                  what you muted",
      "assay mute source NAME      what this outlet publishes",
      "assay mute topic NAME       what articles say about this, by any of its names",
      "assay mute end NAME         hear of it again"
    })
public final class MuteCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      description = "list, source, topic or end (default: list).")
  private String action = "list";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The name of the outlet or topic.")
  private String name = "";

  public MuteCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    boolean named = !name.isBlank();
    return switch (action) {
      case "list" -> named ? misused() : list();
      case "source", "topic" -> named ? mute() : misused();
      case "end" -> named ? end() : misused();
      default -> misused();
    };
  }

  private int misused() {
    output.error().println(output.words().say("mute.how"));
    return ExitCode.USAGE;
  }

  private int list() {
    try (Desk desk = opener.toRead(common.data())) {
      print(desk.marks().mutes());
      return ExitCode.DONE;
    }
  }

  private void print(Mutes mutes) {
    List<Mute> all = mutes.of(ReaderId.LOCAL);
    if (common.json()) {
      output.json(ReadingShapes.Mutes.of(all));
    } else if (all.isEmpty()) {
      output.line(output.words().say("mute.none"));
    } else {
      all.forEach(
          mute ->
              output.line(output.words().say("mute.line." + mute.kind().word(), mute.subject())));
    }
  }

  private int mute() {
    try (Desk desk = opener.toWrite(common.data())) {
      Mutes mutes = desk.marks().mutes();
      if (action.equals("source")) {
        mutes.muteSource(ReaderId.LOCAL, name);
      } else {
        mutes.muteTopic(ReaderId.LOCAL, name, desk.topics().scope(name));
      }
      print(mutes);
      return ExitCode.DONE;
    }
  }

  private int end() {
    try (Desk desk = opener.toWrite(common.data())) {
      Mutes mutes = desk.marks().mutes();
      List<Mute> ended =
          mutes.of(ReaderId.LOCAL).stream()
              .filter(mute -> mute.subject().equalsIgnoreCase(name.strip()))
              .toList();
      if (ended.isEmpty()) {
        output.error().println(output.words().say("mute.unknown", name));
        return ExitCode.NOT_FOUND;
      }
      ended.forEach(mute -> mutes.end(ReaderId.LOCAL, mute));
      print(mutes);
      return ExitCode.DONE;
    }
  }
}
