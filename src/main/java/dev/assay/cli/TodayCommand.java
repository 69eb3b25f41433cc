package dev.assay.cli;

import dev.assay.api.desk.ReadingShapes;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.desk.Mute;
import dev.assay.desk.Unread;
import dev.assay.desk.morning.Edition;
import dev.assay.desk.morning.Edition.TopicNews;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Mentioning;
import dev.assay.topic.event.EventLine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "today",
    description =
        "Print what is new since you last looked: of each followed topic the newest article with what it says.")
final class TodayCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Option(
      names = "--seen",
      description = "Keep that you looked now: what comes after is new the next time.")
  private boolean seen;

  TodayCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    Language language = output.words().chinese() ? Language.ZH_HANS : Language.EN;
    try (Desk desk = seen ? opener.toWrite(common.data()) : opener.toRead(common.data())) {
      Edition edition = desk.morning().edition(ReaderId.LOCAL, language);
      if (common.json()) {
        output.json(ReadingShapes.Today.of(edition));
      } else {
        print(edition);
      }
      if (seen) {
        desk.marks().look(ReaderId.LOCAL);
      }
      return ExitCode.DONE;
    }
  }

  private void print(Edition edition) {
    output.line(
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .withLocale(output.words().chinese() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH)
            .format(edition.made().atZone(ZoneId.systemDefault())));
    Instant since = edition.since();
    output.line(
        since == null
            ? output.words().say("today.first", edition.articles(), edition.independent())
            : output
                .words()
                .say(
                    "today.since",
                    clock(since),
                    edition.arrived(),
                    edition.ledger().disputes(),
                    edition.ledger().moved()));
    edition.topics().forEach(topic -> print(topic, edition));
    if (edition.topics().isEmpty()) {
      output.line(output.words().say("today.no-topics"));
    }
    heading("today.disputed", edition.disputed());
    edition.disputed().forEach(this::print);
    heading("today.newest", edition.newest());
    edition.newest().forEach(article -> print(article, edition));
    heading("today.undated", edition.undated());
    edition.undated().forEach(this::line);
    if (!edition.mutes().isEmpty()) {
      output.line("");
      output.line(
          output
              .words()
              .say(
                  "today.mutes",
                  edition.mutes().stream().map(Mute::subject).collect(Collectors.joining(", "))));
    }
  }

  private static String clock(Instant moment) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
        .format(moment.atZone(ZoneId.systemDefault()));
  }

  private void print(TopicNews topic, Edition edition) {
    output.line("");
    Unread unread = topic.unread();
    String count =
        output.words().say(unread.exact() ? "unread.count" : "unread.atleast", unread.count());
    output.line(topic.name().label() + "   " + count);
    Mentioning lead = topic.lead();
    ArticleLine above = topic.above();
    if (topic.isEmpty()) {
      output.line("  " + output.words().say("today.none-yet"));
    } else if (above != null) {
      output.line("  " + output.words().say("today.told"));
      line(above);
    } else if (lead != null) {
      print(lead, edition);
    }
    topic.lines().forEach(this::line);
  }

  private void print(EventLine event) {
    EventLine told = event.inWordsOf(output.words().chinese() ? Language.ZH_HANS : Language.EN);
    output.line("  " + told.lead().title());
    counts(told);
  }

  private void counts(EventLine event) {
    String differing =
        event.differing() == 0
            ? ""
            : output.words().say("event.differing", event.differing()) + " · ";
    output.line(
        "  "
            + output.words().say("event.counts", event.texts(), event.independent())
            + " · "
            + differing
            + event.id());
  }

  private void print(Mentioning article, Edition edition) {
    output.line("  " + article.article().title());
    output.line("  " + Byline.of(article.article(), output.words()));
    EventLine event = edition.events().get(article.article().id());
    if (event != null) {
      counts(event);
    }
    article.said().forEach(sentence -> output.line("  > " + Text.cited(sentence, output.words())));
  }

  private void line(ArticleLine line) {
    output.line("  - " + line.title() + " · " + Byline.of(line, output.words()));
  }

  private void heading(String key, List<?> articles) {
    if (!articles.isEmpty()) {
      output.line("");
      output.line(output.words().say(key));
    }
  }
}
