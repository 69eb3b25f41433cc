package dev.assay.cli;

import dev.assay.article.ArticleId;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Output;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `assay unfold`: takes articles out of their groups of copies.
@Command(
    name = "unfold",
    description = {
      "Take articles out of their groups of copies: they are texts of their own.",
      "This is kept, and holds whatever Assay makes of the texts later. fold --forget takes it back."
    })
final class UnfoldCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description = "Article ids, or ids that a batch gave.")
  private List<String> names = List.of();

  UnfoldCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    try (Desk desk = opener.toWrite(common.data())) {
      HandFolding folding = new HandFolding(desk, output, common.json());
      for (ArticleId id : folding.find(names)) {
        folding.print(desk.folds().unfold(id), id);
      }
      return folding.code();
    }
  }
}
