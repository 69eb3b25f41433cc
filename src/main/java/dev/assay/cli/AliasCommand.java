package dev.assay.cli;

import dev.assay.api.NameShapes;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Misused;
import dev.assay.cli.terminal.Output;
import dev.assay.ingest.NameBook;
import dev.assay.ingest.NameCandidates;
import dev.assay.ingest.NameChange;
import dev.assay.ingest.SaidName;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.NamedEntity;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "alias",
    description = {
      "Say what things are called. Your words are remembered, and articles are tagged again.",
      "assay alias                        what you said so far",
      "assay alias list THING             every name of a thing",
      "assay alias add THING NAME...      give a thing other names",
      "assay alias remove THING NAME...   take names from a thing",
      "assay alias new NAME... --type T   make a thing that no pack has",
      "assay alias candidates             what looks like a name and is none yet",
      "assay alias dismiss NAME...        say that a candidate is no name",
      "assay alias split NAME SHOWN ID... say in which articles a name is another thing",
      "assay alias apply                  tag the articles that wait"
    })
final class AliasCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      description = "list, add, remove, new, candidates, dismiss, split or apply.")
  private String action = "list";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "NAME",
      description = "A thing by any of its names, then names.")
  private List<String> names = List.of();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description =
          "With new: company, person, organisation, place, industry, product, event or concept.")
  private String type = "";

  @Option(
      names = "--ambiguous",
      description =
          "With add: the name counts only in an article that has another name of the thing.")
  private boolean ambiguous;

  AliasCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    return switch (action) {
      case "list" -> list();
      case "add" ->
          names.size() < 2
              ? howTo()
              : eachOf((book, name) -> book.add(names.getFirst(), name, !ambiguous));
      case "remove" ->
          names.size() < 2 ? howTo() : eachOf((book, name) -> book.remove(names.getFirst(), name));
      case "new" ->
          EntityType.of(type).isEmpty() || names.isEmpty()
              ? howTo()
              : make(EntityType.of(type).get());
      case "candidates" -> candidates();
      case "dismiss" -> names.isEmpty() ? howTo() : dismiss();
      case "split" -> names.size() < 3 ? howTo() : split();
      case "apply" -> changing(_ -> ExitCode.DONE);
      default -> howTo();
    };
  }

  private int howTo() {
    output.error().println(output.words().say("alias.how"));
    return ExitCode.USAGE;
  }

  private int list() {
    try (Desk desk = opener.toRead(common.data())) {
      if (!names.isEmpty()) {
        return listThing(desk.names(), names.getFirst());
      }
      if (common.json()) {
        output.json(NameShapes.OwnNames.of(desk.names(), desk.tagging().state()));
        return ExitCode.DONE;
      }
      List<SaidName> own = desk.names().own();
      own.forEach(name -> output.line(line(desk.names(), name)));
      if (own.isEmpty()) {
        output.line(output.words().say("alias.none"));
      }
      NameLines.state(desk, output);
      return ExitCode.DONE;
    }
  }

  private int listThing(NameBook book, String name) {
    Optional<NamedEntity> thing = book.find(name);
    if (thing.isEmpty()) {
      return unknown(name);
    }
    if (common.json()) {
      output.json(NameShapes.Thing.of(thing.get()));
      return ExitCode.DONE;
    }
    NamedEntity entity = thing.get();
    output.line(entity.id() + " · " + entity.type().word());
    entity
        .labels()
        .forEach((language, label) -> output.line("  %-8s %s".formatted(language.tag(), label)));
    entity
        .aliases()
        .forEach(
            alias -> output.line("  %-8s %s".formatted(alias.isSure() ? "" : "?", alias.text())));
    return ExitCode.DONE;
  }

  private int candidates() {
    try (Desk desk = opener.toRead(common.data())) {
      List<NameCandidates.Proposal> proposals = desk.candidates().refresh();
      if (common.json()) {
        output.json(NameShapes.Candidates.of(proposals));
      } else {
        proposals.forEach(this::print);
      }
      return proposals.isEmpty() ? ExitCode.NOT_FOUND : ExitCode.DONE;
    }
  }

  private void print(NameCandidates.Proposal proposal) {
    output.line(
        output
            .words()
            .say("alias.candidate", proposal.name(), proposal.guess().word(), proposal.articles()));
    NameCandidates.Example example = proposal.examples().getFirst();
    output.line("    " + example.before() + proposal.name() + example.after());
  }

  private int dismiss() {
    try (Desk desk = opener.toWrite(common.data())) {
      names.forEach(desk.names()::dismiss);
      return ExitCode.DONE;
    }
  }

  private int split() {
    List<ArticleId> articles = names.subList(2, names.size()).stream().map(this::article).toList();
    return changing(
        book -> say(book.split(names.getFirst(), articles, names.get(1)), names.getFirst()));
  }

  private ArticleId article(String id) {
    return ArticleId.parse(id)
        .orElseThrow(() -> new Misused(output.words().say("article.none", id)));
  }

  private String line(NameBook book, SaidName name) {
    String thing =
        book.find(name.thing())
            .map(entity -> entity.label(output.words().chinese() ? Language.ZH_HANS : Language.EN))
            .orElse(name.thing());
    return output.words().say("alias.use." + name.how().word(), thing, name.name());
  }

  private interface Change {
    NameChange of(NameBook book, String name);
  }

  private int eachOf(Change change) {
    return changing(
        book -> {
          int code = ExitCode.DONE;
          for (String name : names.subList(1, names.size())) {
            code = Math.max(code, say(change.of(book, name), name));
          }
          return code;
        });
  }

  private int make(EntityType of) {
    return changing(book -> say(book.make(of, names), String.join(", ", names)));
  }

  /// Changes names, then brings the articles up to them.
  private int changing(Function<NameBook, Integer> change) {
    try (Desk desk = opener.toWrite(common.data())) {
      int code = change.apply(desk.names());
      long waiting = desk.tagging().state().waiting();
      if (waiting > 0) {
        desk.tagging().run(_ -> {});
        output.error().println(output.words().say("alias.applied", waiting));
      }
      return code;
    }
  }

  private int say(NameChange change, String name) {
    return switch (change) {
      case NameChange.Done(NamedEntity thing) -> {
        if (common.json()) {
          output.json(NameShapes.Thing.of(thing));
        } else {
          output.line(output.words().say("alias.done." + action, name, names(thing)));
        }
        yield ExitCode.DONE;
      }
      case NameChange.Unknown(String thing) -> unknown(thing);
      case NameChange.Refused refused -> {
        output.error().println(refusal(refused));
        yield ExitCode.FAILED;
      }
    };
  }

  private int unknown(String thing) {
    output.error().println(output.words().say("alias.unknown", thing, thing));
    return ExitCode.NOT_FOUND;
  }

  private String refusal(NameChange.Refused refused) {
    NamedEntity other = refused.other();
    return output
        .words()
        .say(
            "alias.refused." + refused.reason().word(),
            refused.name(),
            other == null ? "" : names(other));
  }

  private static String names(NamedEntity thing) {
    return thing.labels().values().stream().distinct().collect(Collectors.joining(" · "));
  }
}
