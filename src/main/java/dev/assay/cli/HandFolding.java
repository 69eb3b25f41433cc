package dev.assay.cli;

import dev.assay.api.CopyShapes;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.ingest.Folds;
import dev.assay.topic.ArticlePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `fold` and `unfold` share: finding the articles that are named, and saying what came of it.
final class HandFolding {

  private final Desk desk;
  private final Output output;
  private final boolean json;
  private int code = ExitCode.DONE;

  HandFolding(Desk desk, Output output, boolean json) {
    this.desk = desk;
    this.output = output;
    this.json = json;
  }

  /// The articles with these names; those that are not there are said to be missing.
  List<ArticleId> find(List<String> names) {
    List<ArticleId> found = new ArrayList<>();
    for (String name : names) {
      Optional<ArticleId> id = desk.upkeep().find(name);
      id.ifPresentOrElse(found::add, () -> missing(name));
    }
    return found;
  }

  private void missing(String name) {
    output.error().println(output.words().say("article.none", name));
    code = ExitCode.NOT_FOUND;
  }

  /// @param spokenOf the article whose group is printed
  void print(Folds.Result result, ArticleId spokenOf) {
    switch (result) {
      case Folds.Result.NoArticle(ArticleId id) -> missing(id.toString());
      case Folds.Result.Done(List<ArticleId> group) -> print(spokenOf, group, true);
      case Folds.Result.AlreadySo _ -> print(spokenOf, group(spokenOf), false);
    }
  }

  private List<ArticleId> group(ArticleId id) {
    return desk.topics().article(id, Language.EN).map(ArticlePage::group).orElse(List.of());
  }

  private void print(ArticleId id, List<ArticleId> group, boolean changed) {
    if (json) {
      output.json(CopyShapes.Folded.of(group, changed));
      return;
    }
    output.line(output.words().say(changed ? "fold.done" : "fold.already", id, group.size()));
    for (ArticleId member : group) {
      desk.topics()
          .article(member, Language.EN)
          .ifPresent(
              page ->
                  output.line(
                      "  %s  %s"
                          .formatted(
                              Byline.of(page.line(), output.words()), page.article().title())));
    }
  }

  int code() {
    return code;
  }
}
