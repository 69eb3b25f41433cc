package dev.assay.cli;

import dev.assay.api.AskShapes;
import dev.assay.article.AskedTime;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.ask.Answer;
import dev.assay.ask.AnswerChange;
import dev.assay.ask.AnswerId;
import dev.assay.ask.Ask;
import dev.assay.ask.AskEvent;
import dev.assay.ask.AskScope;
import dev.assay.ask.AskWording;
import dev.assay.brief.BriefSentence;
import dev.assay.cite.Citation;
import dev.assay.cli.terminal.Byline;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Misused;
import dev.assay.cli.terminal.Output;
import dev.assay.cli.terminal.PastOption;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "ask",
    description =
        "Print the answer to a QUESTION in sentences of the articles, each with its citation, or why there is none.")
final class AskCommand implements Callable<Integer> {

  private static final int LISTED = 50;

  private final Desk.Opener opener;
  private final Output output;
  private final InputStream in;

  @Mixin private Common common = new Common();
  @Mixin private PastOption past = new PastOption();

  @Parameters(
      paramLabel = "QUESTION",
      arity = "0..*",
      description = "In Chinese or English; articles of both are asked.")
  private List<String> words = List.of();

  @Option(names = "--topic", paramLabel = "NAME", description = "Ask the articles of this topic.")
  private @Nullable String topic;

  @Option(names = "--source", paramLabel = "NAME", description = "Ask these outlets only.")
  private List<String> sources = List.of();

  @Option(
      names = "--article",
      paramLabel = "ID",
      description = "Ask these articles only; may be repeated.")
  private List<String> articles = List.of();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Ask articles in these languages only: zh, zh-Hant, en ...")
  private List<String> languages = List.of();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Ask what was published on this day or minute of UTC or later.")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Ask what was published before the end of this day or minute of UTC.")
  private @Nullable String until;

  @Option(
      names = "--model",
      description =
          "Have the language model write the answer from what was found, if one is set up; what its"
              + " passages do not carry is withheld.")
  private boolean model;

  @Option(
      names = "--keep",
      description = "Keep the answer, so that it can be shown and asked again.")
  private boolean keep;

  @Option(names = "--kept", description = "List the answers that were kept.")
  private boolean kept;

  @Option(names = "--show", paramLabel = "ID", description = "Print an answer that was kept.")
  private @Nullable String show;

  @Option(
      names = "--again",
      paramLabel = "ID",
      description = "Ask the question of a kept answer again, and print what is new since.")
  private @Nullable String again;

  @Option(names = "--forget", paramLabel = "ID", description = "Forget a kept answer.")
  private @Nullable String forget;

  @Option(
      names = "--batch",
      description = "Answer questions that are given as JSON lines {id, question} on input.")
  private boolean batch;

  AskCommand(Desk.Opener opener, Output output, InputStream in) {
    this.opener = opener;
    this.output = output;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    boolean writes = keep || model || again != null || forget != null;
    try (Desk desk = writes ? opener.toWrite(common.data()) : opener.toRead(common.data())) {
      if (batch) {
        AskBatch.run(desk, in, output.out());
        return ExitCode.DONE;
      }
      if (kept) {
        return list(desk.ask());
      }
      if (show != null) {
        return shown(desk.ask(), desk.ask().kept(ReaderId.LOCAL, id(show)), show);
      }
      if (again != null) {
        return again(desk.ask(), again);
      }
      if (forget != null) {
        return forget(desk.ask(), forget);
      }
      Answer answer = answer(desk);
      if (keep) {
        desk.ask().keep(ReaderId.LOCAL, answer);
      }
      return print(desk.ask(), answer);
    }
  }

  private Answer answer(Desk desk) {
    if (model && !desk.ask().hasModel()) {
      output.error().println(output.words().say("ask.no-model"));
    }
    return desk.ask()
        .answer(
            String.join(" ", words),
            scope(desk),
            reader(),
            model ? Ask.WrittenBy.MODEL : Ask.WrittenBy.SOURCES,
            AskEvent.Listener.NONE);
  }

  private Language reader() {
    return output.words().chinese() ? Language.ZH_HANS : Language.EN;
  }

  private AnswerId id(String text) {
    return AnswerId.parse(text)
        .orElseThrow(() -> new Misused(output.words().say("ask.unknown", text)));
  }

  private AskScope scope(Desk desk) {
    return new AskScope(
        topic,
        sources,
        articles.stream()
            .map(
                name ->
                    desk.upkeep()
                        .find(name)
                        .orElseThrow(() -> new Misused(output.words().say("article.none", name))))
            .toList(),
        languages.stream().map(this::language).toList(),
        moment(from, AskedTime::start),
        moment(until, AskedTime::end),
        past.moment(output.words()).orElse(null));
  }

  private Language language(String tag) {
    return Language.asked(tag)
        .orElseThrow(() -> new Misused(output.words().say("usage.language", tag)));
  }

  private @Nullable Instant moment(
      @Nullable String text, Function<String, Optional<LocalDateTime>> reading) {
    return text == null
        ? null
        : reading
            .apply(text)
            .orElseThrow(() -> new Misused(output.words().say("search.time", text)))
            .toInstant(ZoneOffset.UTC);
  }

  private int list(Ask ask) {
    List<Answer> answers = ask.kept(ReaderId.LOCAL, LISTED);
    if (common.json()) {
      output.json(AskShapes.Answers.of(answers, ask));
    } else {
      for (Answer answer : answers) {
        output.line(
            "%s  %s  %s"
                .formatted(
                    answer.id().value(),
                    ask.wording(reader()).state(answer.state()),
                    answer.question()));
      }
    }
    return answers.isEmpty() ? ExitCode.NOT_FOUND : ExitCode.DONE;
  }

  private int shown(Ask ask, Optional<Answer> answer, String asked) {
    if (answer.isEmpty()) {
      output.error().println(output.words().say("ask.unknown", asked));
      return ExitCode.NOT_FOUND;
    }
    return print(ask, answer.get());
  }

  private int forget(Ask ask, String asked) {
    if (!ask.forget(ReaderId.LOCAL, id(asked))) {
      output.error().println(output.words().say("ask.unknown", asked));
      return ExitCode.NOT_FOUND;
    }
    output.line(output.words().say("ask.forgotten", asked));
    return ExitCode.DONE;
  }

  private int again(Ask ask, String asked) {
    Optional<Answer> before = ask.kept(ReaderId.LOCAL, id(asked));
    Optional<Answer> now = before.flatMap(one -> ask.again(ReaderId.LOCAL, one.id()));
    if (before.isEmpty() || now.isEmpty()) {
      return shown(ask, Optional.empty(), asked);
    }
    AnswerChange change = AnswerChange.of(before.get(), now.get());
    if (common.json()) {
      output.json(AskShapes.AskedAgain.of(change, ask));
      return ExitCode.DONE;
    }
    output.line(
        output.words().say(change.isChange() ? "ask.changed" : "ask.same", before.get().madeAt()));
    change.came().forEach(one -> output.line("+ " + one.text()));
    change.went().forEach(one -> output.line("- " + one.text()));
    output.line("");
    return print(ask, now.get());
  }

  private int print(Ask ask, Answer answer) {
    if (common.json()) {
      output.json(AskShapes.AnswerShape.of(answer, ask));
    } else {
      print(answer, ask.wording(answer.reader()));
    }
    return answer.state() == Answer.State.REFUSED ? ExitCode.NOT_FOUND : ExitCode.DONE;
  }

  private void print(Answer answer, AskWording say) {
    Output.Words words = output.words();
    output.line(
        answer.state() == Answer.State.REFUSED
            ? say.state(answer.state())
            : say.state(answer.state())
                + " · "
                + words.say("ask.independent", answer.independent()));
    Text.maker(answer.maker(), words).forEach(output::line);
    String reason = say.reason(answer);
    if (!reason.isEmpty()) {
      output.line(reason);
    }
    String apart = say.disagreement(answer);
    if (!apart.isEmpty()) {
      output.line(apart);
    }
    for (BriefSentence sentence : answer.sentences()) {
      output.line("");
      output.line(sentence.text());
      sentence.citations().forEach(place -> output.line("  " + place(answer, place)));
    }
    if (!answer.figures().isEmpty()) {
      output.line("");
      output.line(words.say("ask.figures"));
      for (Answer.Figure figure : answer.figures()) {
        output.line("  %s · %s".formatted(say.figure(figure), place(answer, figure.place())));
      }
    }
    if (!answer.nearest().isEmpty()) {
      output.line("");
      output.line(words.say("ask.nearest"));
      for (Answer.Near near : answer.nearest()) {
        output.line("  " + near.text().replace('\n', ' '));
        output.line("    " + place(answer, near.place()));
      }
    }
    if (keep) {
      output.line("");
      output.line(words.say("ask.kept", answer.id().value()));
    }
    if (answer.searched().credit() != null) {
      output.error().println(answer.searched().credit());
    }
  }

  /// Title, outlet, time, id and paragraph of a place.
  private String place(Answer answer, Citation place) {
    return answer
            .article(place.article())
            .map(line -> line.title() + " · " + Byline.of(line, output.words()))
            .orElse(place.article().toString())
        + " ["
        + place.paragraph()
        + "]";
  }
}
