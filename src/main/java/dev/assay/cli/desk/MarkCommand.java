package dev.assay.cli.desk;

import dev.assay.api.desk.ReadingShapes;
import dev.assay.article.ArticleId;
import dev.assay.article.AskedTime;
import dev.assay.article.ReaderId;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Misused;
import dev.assay.cli.terminal.Output;
import dev.assay.desk.Mark;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "mark",
    description = {
      "Say what you have read, and star what you want to keep at hand.",
      "assay mark read ID...       these articles are read",
      "assay mark read --all       everything is read; with --topic or --source all of it",
      "assay mark unread ID...     these are unread again",
      "assay mark star ID...       these are starred; unstar takes stars away"
    })
public final class MarkCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;
  private final InstantSource clock;

  @Mixin private Common common = new Common();
  @Mixin private ScopeOptions scope = new ScopeOptions();

  @Parameters(index = "0", paramLabel = "ACTION", description = "read, unread, star or unstar.")
  private String action = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "Article ids, or ids that a batch gave.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "With read: everything, or all of the topic or source.")
  private boolean all;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "With --all: only what had arrived by this day or minute of UTC.")
  private @Nullable String until;

  public MarkCommand(Desk.Opener opener, Output output, InstantSource clock) {
    this.opener = opener;
    this.output = output;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Optional<Mark.Said> said = said();
    boolean wholeScope = all && said.equals(Optional.of(Mark.Said.READ)) && names.isEmpty();
    if (said.isEmpty() || !wholeScope && (all || names.isEmpty())) {
      output.error().println(output.words().say("mark.how"));
      return ExitCode.USAGE;
    }
    try (Desk desk = opener.toWrite(common.data())) {
      return wholeScope ? readAll(desk) : each(desk, said.get());
    }
  }

  private Optional<Mark.Said> said() {
    return switch (action) {
      case "read" -> Optional.of(Mark.Said.READ);
      case "unread" -> Optional.of(Mark.Said.UNREAD);
      case "star" -> Optional.of(Mark.Said.STARRED);
      case "unstar" -> Optional.of(Mark.Said.UNSTARRED);
      default -> Optional.empty();
    };
  }

  private int readAll(Desk desk) {
    long marked = desk.marks().readAll(ReaderId.LOCAL, scope.of(desk, output.words()), until());
    if (common.json()) {
      output.json(new ReadingShapes.ReadAll(marked));
    } else {
      output.line(output.words().say("mark.all", marked));
    }
    return ExitCode.DONE;
  }

  private Instant until() {
    String asked = until;
    return asked == null
        ? clock.instant()
        : AskedTime.end(asked)
            .map(end -> end.toInstant(ZoneOffset.UTC).minusMillis(1))
            .orElseThrow(() -> new Misused(output.words().say("search.time", asked)));
  }

  private int each(Desk desk, Mark.Said said) {
    int code = ExitCode.DONE;
    List<ArticleId> ids = new ArrayList<>();
    for (String name : names) {
      Optional<ArticleId> id = desk.upkeep().find(name);
      if (id.isEmpty()) {
        output.error().println(output.words().say("article.none", name));
        code = ExitCode.NOT_FOUND;
      }
      id.ifPresent(ids::add);
    }
    desk.marks().say(ReaderId.LOCAL, ids, said);
    if (common.json()) {
      output.json(ReadingShapes.ReadMarks.of(desk.marks().of(ReaderId.LOCAL, ids)));
    } else {
      output.line(output.words().say("mark.done." + action, ids.size()));
    }
    return code;
  }
}
