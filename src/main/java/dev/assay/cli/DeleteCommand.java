package dev.assay.cli;

import dev.assay.article.ArticleId;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "delete",
    description =
        "Take articles, or a saved topic with --topic, away with everything derived from them.")
final class DeleteCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Option(names = "--topic", description = "The NAMEs are saved topics; their articles stay.")
  private boolean topic;

  @Parameters(
      paramLabel = "ID|NAME",
      arity = "1..*",
      description = "Article ids, or ids that a batch gave.")
  private List<String> names = List.of();

  DeleteCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    int code = ExitCode.DONE;
    try (Desk desk = opener.toWrite(common.data())) {
      for (String name : names) {
        boolean deleted = topic ? desk.topics().saved().remove(name) : deleteArticle(desk, name);
        if (deleted) {
          output.line(output.words().say("delete.done", name));
        } else {
          output
              .error()
              .println(output.words().say(topic ? "delete.topic.none" : "article.none", name));
          code = ExitCode.NOT_FOUND;
        }
      }
    }
    return code;
  }

  private static boolean deleteArticle(Desk desk, String name) {
    Optional<ArticleId> id = desk.upkeep().find(name);
    return id.isPresent() && desk.upkeep().delete(id.get());
  }
}
