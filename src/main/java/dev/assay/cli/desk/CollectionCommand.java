package dev.assay.cli.desk;

import dev.assay.api.desk.NoteShapes;
import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import dev.assay.desk.note.ArticleCollection;
import dev.assay.topic.ArticleLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "collection",
    description = {
      "Put articles together under a name of your own.",
      "assay collection                      your collections",
      "assay collection show NAME            the articles of one",
      "assay collection add NAME ID...       puts articles in; makes the collection if there is none",
      "assay collection remove NAME ID...    takes articles out",
      "assay collection delete NAME          takes the collection away; its articles stay"
    })
public final class CollectionCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      description = "list, show, add, remove or delete (default: list).")
  private String action = "list";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "NAME",
      description = "The collection's name, then article ids, or ids that a batch gave.")
  private List<String> names = List.of();

  public CollectionCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    boolean one = names.size() == 1;
    boolean more = names.size() > 1;
    return switch (action) {
      case "list" -> names.isEmpty() ? list() : misused();
      case "show" -> one ? show() : misused();
      case "add" -> more ? add() : misused();
      case "remove" -> more ? remove() : misused();
      case "delete" -> one ? delete() : misused();
      default -> misused();
    };
  }

  private int misused() {
    output.error().println(output.words().say("collection.how"));
    return ExitCode.USAGE;
  }

  private int list() {
    try (Desk desk = opener.toRead(common.data())) {
      List<ArticleCollection> all = desk.collections().all(ReaderId.LOCAL);
      if (common.json()) {
        output.json(NoteShapes.ReaderCollections.of(all));
      } else if (all.isEmpty()) {
        output.line(output.words().say("collection.none"));
      } else {
        all.forEach(
            one -> output.line(output.words().say("collection.line", one.name(), one.articles())));
      }
      return ExitCode.DONE;
    }
  }

  private int show() {
    try (Desk desk = opener.toRead(common.data())) {
      Optional<ArticleCollection> found = desk.collections().find(ReaderId.LOCAL, names.getFirst());
      return found.isEmpty() ? unknown() : print(desk, found.get());
    }
  }

  private int unknown() {
    output.error().println(output.words().say("collection.unknown", names.getFirst()));
    return ExitCode.NOT_FOUND;
  }

  private int print(Desk desk, ArticleCollection collection) {
    List<ArticleId> ids = desk.collections().articles(collection, ReaderId.LOCAL);
    Map<ArticleId, ArticleLine> lines = desk.topics().lines(ids);
    List<ArticleLine> articles =
        ids.stream().flatMap(id -> Stream.ofNullable(lines.get(id))).toList();
    if (common.json()) {
      output.json(NoteShapes.CollectedArticles.of(collection, articles, null));
    } else {
      output.line(output.words().say("collection.line", collection.name(), collection.articles()));
      articles.forEach(
          line -> output.line("  - " + line.title() + " · " + Byline.of(line, output.words())));
    }
    return ExitCode.DONE;
  }

  private int add() {
    try (Desk desk = opener.toWrite(common.data())) {
      List<ArticleId> ids = new ArrayList<>();
      int code = found(desk, ids);
      Optional<ArticleCollection> kept =
          ids.isEmpty()
              ? Optional.empty()
              : desk.collections().put(ReaderId.LOCAL, names.getFirst(), ids);
      if (ids.isEmpty()) {
        return code;
      }
      if (kept.isEmpty()) {
        output.error().println(output.words().say("collection.no-name"));
        return ExitCode.USAGE;
      }
      print(desk, kept.get());
      return code;
    }
  }

  /// The articles that are named.
  ///
  /// @return how the command ends
  private int found(Desk desk, List<ArticleId> ids) {
    int code = ExitCode.DONE;
    for (String name : names.subList(1, names.size())) {
      Optional<ArticleId> id = desk.upkeep().find(name);
      if (id.isEmpty()) {
        output.error().println(output.words().say("article.none", name));
        code = ExitCode.NOT_FOUND;
      }
      id.ifPresent(ids::add);
    }
    return code;
  }

  private int remove() {
    try (Desk desk = opener.toWrite(common.data())) {
      Optional<ArticleCollection> collection =
          desk.collections().find(ReaderId.LOCAL, names.getFirst());
      if (collection.isEmpty()) {
        return unknown();
      }
      List<ArticleId> ids = new ArrayList<>();
      int code = found(desk, ids);
      desk.collections().take(ReaderId.LOCAL, collection.get().id(), ids);
      desk.collections()
          .find(ReaderId.LOCAL, names.getFirst())
          .ifPresent(left -> print(desk, left));
      return code;
    }
  }

  private int delete() {
    try (Desk desk = opener.toWrite(common.data())) {
      Optional<ArticleCollection> collection =
          desk.collections().find(ReaderId.LOCAL, names.getFirst());
      if (collection.isEmpty()) {
        return unknown();
      }
      desk.collections().remove(ReaderId.LOCAL, collection.get().id());
      output.line(output.words().say("delete.done", collection.get().name()));
      return ExitCode.DONE;
    }
  }
}
