package dev.assay.cli.time;

import dev.assay.api.TimeShapes;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.PastOption;
import dev.assay.event.kept.EventsByHand.Result;
import dev.assay.topic.event.EventLine;
import dev.assay.topic.event.EventList;
import dev.assay.topic.event.EventPage;
import dev.assay.topic.event.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `assay event`: different texts on one happening.
@Command(
    name = "event",
    description = {
      "Print the texts that tell of one happening: who was first, why each is there, what it alone says, and"
          + " which outlets are silent. Without an ID, the newest happenings of the desk or of a topic.",
      "With --join or --part, say that texts belong together or do not; this is kept, and --forget takes it back."
    })
public final class EventCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();
  @Mixin private PastOption past = new PastOption();

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "Id of any article of it, or the id that a batch gave.")
  private String id = "";

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      description = "List the happenings of this topic.")
  private String topic = "";

  @Option(
      names = "--join",
      paramLabel = "ID",
      description = "Say that these articles tell of the same happening.")
  private List<String> join = List.of();

  @Option(names = "--part", description = "Say that the article tells of another happening.")
  private boolean part;

  @Option(
      names = "--forget",
      description = "Forget what was said of the article: the comparison decides again.")
  private boolean forget;

  public EventCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    boolean changes = part || forget || !join.isEmpty();
    if (id.isEmpty() && changes) {
      output.error().println(output.words().say("event.no-id"));
      return ExitCode.USAGE;
    }
    try (Desk desk = changes ? opener.toWrite(common.data()) : opener.toRead(common.data())) {
      return changes ? said(desk) : shown(past.of(desk, output.words()).events(), desk);
    }
  }

  private int shown(Events events, Desk desk) {
    if (id.isEmpty()) {
      list(events.newest(topic.strip()));
      return ExitCode.DONE;
    }
    Optional<EventPage> page =
        desk.upkeep().find(id).flatMap(found -> events.page(found, reader()));
    if (page.isEmpty()) {
      return missing(id);
    }
    if (common.json()) {
      output.json(TimeShapes.Event.of(page.get()));
    } else {
      print(page.get());
    }
    return ExitCode.DONE;
  }

  private int missing(String name) {
    output.error().println(output.words().say("article.none", name));
    return ExitCode.NOT_FOUND;
  }

  private Language reader() {
    return output.words().chinese() ? Language.ZH_HANS : Language.EN;
  }

  private void list(List<EventLine> events) {
    if (common.json()) {
      output.json(TimeShapes.Events.of(new EventList(events, null)));
      return;
    }
    if (events.isEmpty()) {
      output.line(output.words().say("event.none"));
    }
    for (EventLine event : events) {
      output.line(event.lead().title());
      output.line(
          "  "
              + Byline.of(event.lead(), output.words())
              + " · "
              + output.words().say("event.counts", event.texts(), event.independent())
              + (event.differing() == 0
                  ? ""
                  : " · " + output.words().say("event.differing", event.differing())));
      event.others().stream()
          .limit(4)
          .forEach(other -> output.line("    " + other.source() + "  " + other.title()));
    }
  }

  private void print(EventPage page) {
    output.line(page.lead().title());
    output.line(
        output.words().say("event.counts", page.texts().size(), page.voices().size())
            + " · "
            + page.names().stream().map(name -> name.label()).collect(Collectors.joining(", ")));
    for (EventPage.Text text : page.texts()) {
      output.line("");
      output.line(text.article().title());
      String also =
          text.copies().isEmpty() ? "" : " · " + output.words().say("copies", text.copies().size());
      output.line(Byline.of(text.article(), output.words()) + also);
      output.line("  " + reason(text.joined()));
      text.alone()
          .forEach(
              sentence ->
                  output.line(
                      "  "
                          + output.words().say("event.alone")
                          + " "
                          + sentence.text()
                          + " ["
                          + sentence.citations().getFirst().paragraph()
                          + "]"));
    }
    compared(page);
    if (!page.silent().isEmpty()) {
      output.line("");
      output.line(output.words().say("event.silent", String.join(", ", page.silent())));
    }
  }

  private void compared(EventPage page) {
    if (!page.compared().isEmpty()) {
      output.line("");
      output.line(output.words().say("event.figures"));
    }
    for (EventPage.Compared compared : page.compared()) {
      output.line("  " + output.words().say(compared.differ() ? "event.differ" : "event.agree"));
      compared.sides().forEach(side -> output.line("    " + side(side)));
    }
  }

  private static String side(EventPage.Side side) {
    return side.written()
        + " · "
        + side.article().source()
        + " · "
        + side.sentence().text()
        + " ["
        + side.sentence().citations().getFirst().paragraph()
        + "]";
  }

  private String reason(EventPage.@Nullable Joined joined) {
    if (joined == null) {
      return output.words().say("event.first");
    }
    if (joined.byHand()) {
      return output.words().say("event.by-hand");
    }
    String shared =
        joined.shared().stream()
            .map(
                one ->
                    one.inFirst().equals(one.inSecond())
                        ? one.inFirst()
                        : one.inFirst() + " = " + one.inSecond())
            .collect(Collectors.joining(", "));
    return output.words().say("event.joined", joined.percent(), joined.like().source(), shared);
  }

  private int said(Desk desk) {
    List<ArticleId> named = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of(id));
    names.addAll(join);
    for (String name : names) {
      Optional<ArticleId> found = desk.upkeep().find(name);
      if (found.isEmpty()) {
        return missing(name);
      }
      named.add(found.get());
    }
    Result result =
        part
            ? desk.eventsByHand().part(named.getFirst())
            : forget
                ? desk.eventsByHand().forget(named.getFirst())
                : desk.eventsByHand().join(named);
    switch (result) {
      case Result.Done(List<ArticleId> texts) -> answer(texts, true);
      case Result.AlreadySo _ -> answer(List.of(named.getFirst()), false);
      case Result.NoArticle(ArticleId gone) -> missing(gone.toString());
    }
    return ExitCode.DONE;
  }

  private void answer(List<ArticleId> texts, boolean changed) {
    if (common.json()) {
      output.json(TimeShapes.Said.of(texts, changed));
    } else {
      output.line(output.words().say(changed ? "event.said" : "event.so", texts.size()));
    }
  }
}
