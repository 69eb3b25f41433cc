package dev.assay.cli;

import dev.assay.api.ModelShapes;
import dev.assay.brief.NoBrief;
import dev.assay.brief.model.ModelDesk;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Output;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "models",
    description = "Say what the language model does, what it costs and how often it is wrong.")
final class ModelsCommand implements Callable<Integer> {

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "retry",
      description =
          "retry: have the model asked again at once for every article that it was sent and made no brief of.")
  private String action = "";

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
    if (!action.isEmpty() && !action.equals("retry")) {
      output.error().println(output.words().say("models.usage"));
      return ExitCode.USAGE;
    }
    boolean retry = !action.isEmpty();
    boolean writes = most > 0 || retry;
    try (Desk desk = writes ? opener.toWrite(common.data()) : opener.toRead(common.data())) {
      if (retry) {
        output.error().println(output.words().say("models.retry", desk.models().retry()));
      }
      if (most > 0) {
        write(desk.models());
      }
      ModelShapes.Models shapes = ModelShapes.of(desk.models());
      if (common.json()) {
        output.json(shapes);
      } else {
        lines(shapes, output);
        shapes
            .open()
            .forEach((language, open) -> open.forEach(article -> print(article, language)));
        shapes.shares().forEach(this::print);
      }
      return shapes.problem() == null ? ExitCode.DONE : ExitCode.FAILED;
    }
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
                share.model(),
                share.prompt(),
                share.source(),
                share.language(),
                share.briefs(),
                share.articles(),
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
