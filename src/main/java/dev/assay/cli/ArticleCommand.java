package dev.assay.cli;

import dev.assay.api.Shapes;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.check.ArithmeticFinding;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.PastOption;
import dev.assay.topic.ArticlePage;
import dev.assay.topic.From;
import dev.assay.topic.time.Past;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "article",
    description = "Print one article with its numbered paragraphs, its copies and earlier texts.")
final class ArticleCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();
  @Mixin private PastOption past = new PastOption();

  @Parameters(paramLabel = "ID", description = "Its id, or the id that a batch gave it.")
  private String id = "";

  @Option(
      names = "--changes",
      description =
          "Print what differs instead: from the first of its copies, or with --against or --revision.")
  private boolean changes;

  @Option(
      names = "--against",
      paramLabel = "ID",
      description = "With --changes: from this article, whatever it is.")
  private @Nullable String against;

  @Option(
      names = "--revision",
      paramLabel = "N",
      description = "With --changes: what its source changed after its text N.")
  private @Nullable Integer revision;

  ArticleCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    try (Desk desk = opener.toRead(common.data())) {
      Language reader = output.words().chinese() ? Language.ZH_HANS : Language.EN;
      Past.At at = past.of(desk, output.words());
      Optional<ArticlePage> page =
          desk.upkeep().find(id).flatMap(found -> at.topics().article(found, reader));
      if (page.isEmpty()) {
        output.error().println(output.words().say("article.none", id));
        return ExitCode.NOT_FOUND;
      }
      if (changes) {
        return new ChangesPrint(desk, at.differences(), output, common.json())
            .print(page.get().article().id(), against, revision);
      }
      if (common.json()) {
        output.json(Shapes.Whole.of(page.get()));
      } else {
        print(page.get());
      }
      return ExitCode.DONE;
    }
  }

  private void print(ArticlePage page) {
    Article article = page.article();
    output.line(article.title());
    From from = page.editions().from();
    output.line(
        Byline.of(page.line(), output.words())
            + (from == null ? "" : " · " + output.words().say("origin", from.name().label())));
    if (article.address() != null) {
      output.line(article.address().toString());
    }
    for (var paragraph : article.paragraphs()) {
      output.line("");
      output.line("[%d] %s".formatted(paragraph.number(), paragraph.text()));
    }
    Language reader = output.words().chinese() ? Language.ZH_HANS : Language.EN;
    for (ArithmeticFinding finding : page.findings()) {
      String text = article.paragraph(finding.paragraph()).text();
      output.line("");
      output.line("! [%d] %s".formatted(finding.paragraph(), finding.say(text, reader)));
    }
    CopiesText.of(page.editions(), output.words()).forEach(output::line);
  }
}
