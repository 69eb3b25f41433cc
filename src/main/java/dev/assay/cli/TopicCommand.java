package dev.assay.cli;

import dev.assay.api.Shapes;
import dev.assay.api.TopicBriefShapes;
import dev.assay.article.Language;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Misused;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.PastOption;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.topic.Card;
import dev.assay.topic.Facts;
import dev.assay.topic.Mentioning;
import dev.assay.topic.Name;
import dev.assay.topic.Selection;
import dev.assay.topic.TopicPage;
import dev.assay.topic.Topics;
import dev.assay.topic.brief.TopicBrief;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "topic",
    description = {
      "Print the topic page of any NAME: newest first, each article with its cited brief.",
      "A name that Assay knows, in any script, finds the articles that mention it; any other is a query."
    })
final class TopicCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();
  @Mixin private PastOption past = new PastOption();

  @Parameters(paramLabel = "NAME", description = "Any name, such as 稀土联盟 or Lynas.")
  private String name = "";

  @Option(
      names = "--page",
      paramLabel = "TOKEN",
      description = "The page after the one that printed this token.")
  private @Nullable String page;

  @Option(names = "--save", description = "Keep the topic on the first page.")
  private boolean save;

  @Option(
      names = "--alias",
      paramLabel = "NAME",
      description =
          "With --save: another name that stands for the topic, in any language; may be repeated.")
  private List<String> aliases = List.of();

  @Option(
      names = "--brief",
      paramLabel = "DAY",
      arity = "0..1",
      fallbackValue = "",
      description =
          "What the topic says as a whole, made now and kept; with a day, the one kept of it.")
  private @Nullable String brief;

  TopicCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  private void save(Topics topics) {
    if (aliases.isEmpty()) {
      topics.saved().save(name);
    } else {
      topics.saved().save(name, aliases.stream().map(TopicCommand::alias).toList());
    }
  }

  @Override
  public Integer call() {
    boolean writes = save || brief != null && brief.isEmpty();
    try (Desk desk = writes ? opener.toWrite(common.data()) : opener.toRead(common.data())) {
      if (save) {
        save(desk.topics());
      }
      if (brief != null) {
        return brief(desk, brief);
      }
      TopicPage topic =
          past.of(desk, output.words()).topics().page(name, Selection.all(), page, reader());
      if (common.json()) {
        output.json(Shapes.Topic.of(topic));
      } else {
        print(topic);
      }
      boolean found = !topic.cards().isEmpty() || topic.passing() > 0;
      return found ? ExitCode.DONE : ExitCode.NOT_FOUND;
    }
  }

  private int brief(Desk desk, String day) {
    Optional<TopicBrief> found =
        day.isEmpty() ? desk.topicBriefs().make(name) : desk.topicBriefs().on(name, day(day));
    if (found.isEmpty()) {
      output
          .error()
          .println(
              day.isEmpty()
                  ? output.words().say("topic.none", name)
                  : output.words().say("topic.brief.none", name, day));
      return ExitCode.NOT_FOUND;
    }
    if (day.isEmpty()) {
      desk.topicBriefs().keep(found.get());
    }
    if (common.json()) {
      output.json(TopicBriefShapes.BriefOfTopic.of(found.get(), desk.topicBriefs().days(name)));
    } else {
      print(found.get());
    }
    return ExitCode.DONE;
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Misused(output.words().say("search.time", text));
    }
  }

  private static String announced(TopicBrief.Told one) {
    return one.ahead() == null
        ? ""
        : one.ahead() + (one.until() == null ? "" : ".." + one.until()) + "  ";
  }

  private void print(TopicBrief told) {
    output.line(told.topic() + " · " + told.day());
    output.line(output.words().say("topic.brief.counts", told.articles(), told.independent()));
    for (TopicBrief.Part part : told.parts()) {
      output.line("");
      output.line(output.words().say("topic.brief." + part.kind().word()));
      for (TopicBrief.Told one : part.told()) {
        output.line("  - " + announced(one) + one.sentence().text());
        told.article(one)
            .ifPresent(
                line ->
                    output.line(
                        "    %s [%d]%s"
                            .formatted(
                                Byline.of(line, output.words()),
                                one.sentence().citations().getFirst().paragraph(),
                                one.independent() > 1
                                    ? " · "
                                        + output.words().say("ask.independent", one.independent())
                                    : "")));
      }
    }
  }

  private static Name alias(String label) {
    return new Name(label.strip(), LanguageDetector.detect(label, Language.UNKNOWN));
  }

  private Language reader() {
    return output.words().chinese() ? Language.ZH_HANS : Language.EN;
  }

  private void print(TopicPage topic) {
    String others =
        topic.heading().otherNames().stream().map(Name::label).collect(Collectors.joining(" · "));
    output.line(topic.heading().name().label() + (others.isEmpty() ? "" : "   " + others));
    Facts facts = topic.facts();
    if (topic.cards().isEmpty() && topic.passing() == 0) {
      output.line(output.words().say("topic.none", topic.heading().name().label()));
      return;
    }
    output.line(
        output
            .words()
            .say(
                facts.exact() ? "topic.counts" : "topic.counts.atleast",
                facts.articles(),
                facts.independent(),
                facts.sources()));
    topic
        .parts()
        .ifPresent(
            parts ->
                output.line(
                    output
                        .words()
                        .say("topic.parts", parts.about(), parts.passing(), parts.copies())));
    for (Card card : topic.inOrder()) {
      output.line("");
      output.line(card.article().title());
      output.line(byline(card));
      card.said().forEach(sentence -> output.line("  > " + Text.cited(sentence, output.words())));
      if (card.brief() != null) {
        Text.focus(card.focus(), output.words()).forEach(output::line);
        Text.maker(card.brief().maker(), output.words()).forEach(output::line);
        Text.keyFigures(card.brief(), output.words()).forEach(output::line);
      }
    }
    mentions(topic);
    if (topic.next() != null) {
      output.line("");
      output.line(
          output.words().say("page.more", "assay topic '" + name + "' --page " + topic.next()));
    }
  }

  private void mentions(TopicPage topic) {
    if (topic.passing() > 0) {
      output.line("");
      output.line(output.words().say("topic.mentions", topic.passing()));
    }
    for (Mentioning mention : topic.mentions()) {
      output.line("  " + mention.article().title());
      output.line("    " + Byline.of(mention.article(), output.words()));
      mention
          .said()
          .forEach(sentence -> output.line("    > " + Text.cited(sentence, output.words())));
    }
  }

  private String byline(Card card) {
    String also =
        card.copies().isEmpty() ? "" : " · " + output.words().say("copies", card.copies().size());
    String from =
        card.from() == null ? "" : " · " + output.words().say("origin", card.from().name().label());
    String part =
        card.arrival().isPart()
            ? " · " + output.words().say("sources.text." + card.arrival().completeness())
            : "";
    return Byline.of(card.article(), output.words()) + part + from + also;
  }
}
