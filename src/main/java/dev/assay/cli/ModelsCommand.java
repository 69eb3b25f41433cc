package dev.assay.cli;

import dev.assay.api.ModelShapes;
import dev.assay.article.Language;
import dev.assay.brief.NoBrief;
import dev.assay.brief.model.Standing;
import dev.assay.brief.work.ModelDesk;
import dev.assay.brief.work.ModelTrials;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "models",
    description = {
      "Say what the language model does, what it costs and how often it is wrong.",
      "assay models               what it does; without one, what runs on this machine",
      "assay models find          servers of models on this machine, and what they have",
      "assay models try MODEL     have one write briefs of three articles; none is shown",
      "assay models use MODEL     have it write the briefs from here on",
      "assay models retry         ask again at once about every article without a brief"
    })
final class ModelsCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      description = "find, try, use or retry.")
  private String action = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "MODEL",
      description = "With try and use: its name, as find writes it.")
  private String name = "";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Look at this port of this machine rather than at the usual ones.")
  private int port;

  @Option(
      names = "--write",
      paramLabel = "N",
      description =
          "Have briefs of up to N waiting articles written now. A running server does it by itself.")
  private int most;

  ModelsCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  @Override
  public Integer call() {
    boolean named = !name.isEmpty();
    return switch (action) {
      case "" -> tell();
      case "retry" -> named ? misused() : retry();
      case "find" -> named ? misused() : find();
      case "try" -> named ? withPick(this::tryOut) : misused();
      case "use" -> named ? withPick(this::use) : misused();
      default -> misused();
    };
  }

  private int misused() {
    output.error().println(output.words().say("models.usage"));
    return ExitCode.USAGE;
  }

  private int tell() {
    try (Desk desk = most > 0 ? opener.toWrite(common.data()) : opener.toRead(common.data())) {
      return tell(desk);
    }
  }

  private int retry() {
    try (Desk desk = opener.toWrite(common.data())) {
      output.error().println(output.words().say("models.retry", desk.models().retry()));
      return tell(desk);
    }
  }

  private int tell(Desk desk) {
    if (most > 0) {
      write(desk.models());
    }
    ModelShapes.Models shapes = ModelShapes.of(desk.models());
    if (common.json()) {
      output.json(shapes);
    } else {
      lines(shapes, output);
      if (shapes.model() == null) {
        print(servers(desk));
      } else {
        printDictionary(desk);
      }
      shapes.open().forEach((language, open) -> open.forEach(article -> print(article, language)));
      shapes.shares().forEach(this::print);
    }
    return shapes.problem() == null ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void printDictionary(Desk desk) {
    output.line(
        desk.search()
            .dictionaryCredit()
            .map(credit -> output.words().say("models.dictionary", credit))
            .orElseGet(() -> output.words().say("models.no-dictionary")));
  }

  private int find() {
    try (Desk desk = opener.toRead(common.data())) {
      List<ModelTrials.Server> servers = servers(desk);
      if (common.json()) {
        output.json(ModelShapes.ModelServers.of(servers));
      } else {
        print(servers);
      }
      return servers.isEmpty() ? ExitCode.NOT_FOUND : ExitCode.DONE;
    }
  }

  private List<ModelTrials.Server> servers(Desk desk) {
    return port > 0 ? desk.modelTrials().find(port) : desk.modelTrials().find();
  }

  /// What is done with a model that was found.
  private interface Act {
    int on(ModelTrials trials, ModelTrials.Pick pick);
  }

  private int withPick(Act act) {
    try (Desk desk = opener.toWrite(common.data())) {
      List<ModelTrials.Server> servers = servers(desk);
      Optional<ModelTrials.Pick> pick = desk.modelTrials().pick(name);
      if (pick.isPresent()) {
        return act.on(desk.modelTrials(), pick.get());
      }
      output.error().println(output.words().say("models.unknown", name));
      print(servers);
      return ExitCode.NOT_FOUND;
    }
  }

  private int tryOut(ModelTrials trials, ModelTrials.Pick pick) {
    Output.Words words = output.words();
    output.error().println(words.say("models.trying", name));
    output.error().flush();
    ModelTrials.Trial trial =
        trials.run(
            pick,
            words.chinese() ? Language.ZH_HANS : Language.EN,
            done -> {
              output.error().println(words.say("models.tried", done));
              output.error().flush();
            });
    if (common.json()) {
      output.json(ModelShapes.of(trial));
    } else {
      print(trial);
    }
    return trial.made() > 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void print(ModelTrials.Trial trial) {
    Output.Words words = output.words();
    if (trial.articles() == 0) {
      output.line(words.say("models.trial.no-articles"));
      return;
    }
    Standing standing = trial.standing();
    output.line(words.say("models.trial", trial.model(), trial.made(), trial.articles()));
    if (standing.sentences() > 0) {
      output.line(
          words.say(
              "models.trial.standing",
              standing.sentences(),
              standing.confirmedPercent(),
              standing.markedPercent(),
              standing.withheldPercent()));
    }
    output.line(words.say("models.trial.seconds", trial.secondsAnArticle()));
    trial
        .reasons()
        .forEach(
            (reason, times) ->
                output.line(
                    words.say(
                        "models.trial.reason",
                        times,
                        words.say("models.outcome." + reason.word()))));
    if (trial.made() > 0) {
      output.line(words.say("models.trial.use", trial.model()));
    }
  }

  private int use(ModelTrials trials, ModelTrials.Pick pick) {
    Optional<String> refused = trials.choose(pick);
    output.line(
        refused
            .map(reason -> output.words().say("models.problem", reason))
            .orElseGet(() -> output.words().say("models.used", name)));
    return refused.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void print(List<ModelTrials.Server> servers) {
    if (servers.isEmpty()) {
      output.line(output.words().say("models.none-found"));
      return;
    }
    for (ModelTrials.Server server : servers) {
      output.line(output.words().say("models.found", server.provider(), server.address()));
      server.models().forEach(model -> output.line("  " + model));
    }
    output.line(output.words().say("models.find.try", servers.getFirst().models().getFirst()));
  }

  private void write(ModelDesk models) {
    models.run(most, (id, language, reason) -> print(id.toString(), language.tag(), reason));
    models
        .pause()
        .ifPresent(
            until -> output.error().println(output.words().say("models.paused", until, most)));
  }

  private void print(String id, String language, @Nullable NoBrief reason) {
    String outcome = reason == null ? "made" : reason.word();
    synchronized (output) {
      output
          .error()
          .println(
              "%s %s: %s".formatted(id, language, output.words().say("models.outcome." + outcome)));
    }
  }

  /// What the model does, as `status` says it too.
  static void lines(ModelDesk desk, Output output) {
    lines(ModelShapes.of(desk), output);
  }

  private static void lines(ModelShapes.Models shapes, Output output) {
    Output.Words words = output.words();
    ModelShapes.ModelName model = shapes.model();
    if (shapes.problem() != null) {
      output.line(words.say("models.problem", shapes.problem()));
    }
    if (model == null) {
      output.line(words.say("models.off"));
      return;
    }
    output.line(
        words.say("models.on", model.name(), model.provider(), model.address(), model.prompt()));
    output.line(words.say("models.waiting", counts(shapes.waiting())));
    output.line(words.say("models.waiting-titles", counts(shapes.waiting_titles())));
    output.line(words.say("models.waiting-claims", String.valueOf(shapes.waiting_claims())));
    ModelShapes.ModelDay day = shapes.today();
    output.line(
        words.say("models.today", day.questions(), day.tokens(), day.most_tokens(), day.cost()));
    if (shapes.last_at() != null) {
      output.line(
          words.say(
              "models.last",
              shapes.last_at(),
              words.say("models.outcome." + shapes.last_outcome())));
    }
  }

  private void print(ModelShapes.ModelOpen open, String language) {
    Output.Words words = output.words();
    String next =
        open.next_at() == null
            ? words.say("models.open.given-up")
            : words.say("models.open.again", open.next_at());
    output.line(
        words.say(
            "models.open",
            open.article(),
            language,
            words.say("models.outcome." + open.reason()),
            next,
            open.title()));
  }

  private void print(ModelShapes.ModelTally share) {
    output.line(
        output
            .words()
            .say(
                "models.share",
                output.words().say("models.product." + share.product()),
                share.model(),
                share.prompt(),
                share.source(),
                share.language(),
                share.briefs(),
                share.articles(),
                share.confirmed(),
                share.marked(),
                share.withheld(),
                share.unsupported_numbers(),
                share.numbers()));
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> "%s %,d".formatted(count.getKey(), count.getValue()))
        .collect(Collectors.joining(", "));
  }
}
