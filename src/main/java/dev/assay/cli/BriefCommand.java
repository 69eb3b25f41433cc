package dev.assay.cli;

import dev.assay.api.Shapes;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.topic.ArticlePage;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "brief", description = "Print the cited brief of one article.")
final class BriefCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(paramLabel = "ID", description = "The article's id, or the id that a batch gave it.")
  private String id = "";

  BriefCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    try (Desk desk = opener.toRead(common.data())) {
      Language reader = output.words().chinese() ? Language.ZH_HANS : Language.EN;
      Optional<ArticlePage> page =
          desk.upkeep().find(id).flatMap(found -> desk.topics().article(found, reader));
      Optional<Brief> brief = page.flatMap(found -> Optional.ofNullable(found.brief()));
      if (brief.isEmpty()) {
        output.error().println(output.words().say("article.none", id));
        return ExitCode.NOT_FOUND;
      }
      if (common.json()) {
        output.json(Shapes.Summary.of(brief.get()));
      } else {
        output.line(page.get().article().title());
        Text.brief(brief.get(), output.words()).forEach(output::line);
        Text.maker(brief.get().maker(), output.words()).forEach(output::line);
        Text.keyFigures(brief.get(), output.words()).forEach(output::line);
        Text.numbers(brief.get(), output.words()).forEach(output::line);
      }
      return ExitCode.DONE;
    }
  }
}
