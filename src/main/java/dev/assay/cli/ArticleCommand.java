package dev.assay.cli;

import dev.assay.api.Shapes;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.check.ArithmeticFinding;
import dev.assay.topic.ArticlePage;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "article", description = "Print one article with its numbered paragraphs.")
final class ArticleCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(paramLabel = "ID", description = "Its id, or the id that a batch gave it.")
  private String id = "";

  ArticleCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    try (Desk desk = opener.toRead(common.data())) {
      Language reader = output.words().chinese() ? Language.ZH_HANS : Language.EN;
      Optional<ArticlePage> page =
          desk.upkeep().find(id).flatMap(found -> desk.topics().article(found, reader));
      if (page.isEmpty()) {
        output.error().println(output.words().say("article.none", id));
        return ExitCode.NOT_FOUND;
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
    output.line(Text.byline(page.line(), output.words()));
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
  }
}
