package dev.assay.cli;

import dev.assay.analyze.Analysis;
import dev.assay.analyze.Analyzer;
import dev.assay.analyze.measure.MeasureReader;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.reading.ClaimReader;
import dev.assay.api.LedgerShapes;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.NoBrief;
import dev.assay.brief.claim.SecondReader;
import dev.assay.brief.work.ModelDesk;
import dev.assay.check.Checker;
import dev.assay.cli.terminal.Cells;
import dev.assay.cli.terminal.Common;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.ExitCode;
import dev.assay.cli.terminal.Misused;
import dev.assay.cli.terminal.Output;
import dev.assay.evaluate.ClaimScore;
import dev.assay.evaluate.LabelledPassage;
import dev.assay.lexicon.LanguageDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "evaluate",
    description = {
      "How well figures are read and sentences are checked, by what persons said of them.",
      "assay evaluate                 by the labels of this desk (assay labels)",
      "assay evaluate FILE...         by files of JSON lines: claims as assay labels export writes",
      "                               them, or checks {\"source\",\"bullet\",\"verdict\"}",
      "assay evaluate --model FILE    the same for the language model, side by side"
    })
final class EvaluateCommand implements Callable<Integer> {

  /// Places for what is evaluated, and for who reads.
  private static final int NAME = 8;

  private final Desk.Opener opener;
  private final Output output;

  @Mixin private Common common = new Common();

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Labelled passages or checks.")
  private List<Path> files = List.of();

  @Option(
      names = "--model",
      description = "Ask the language model too; it is counted against the day's budget.")
  private boolean withModel;

  EvaluateCommand(Desk.Opener opener, Output output) {
    this.opener = opener;
    this.output = output;
  }

  /// A sentence that a person held against a source.
  private record LabelledCheck(String source, String bullet, boolean supported) {

    LabelledCheck {
      if (source.isBlank() || bullet.isBlank()) {
        throw new IllegalArgumentException("a check must have source and bullet");
      }
    }

    /// @param given whether a reader finds it supported
    ClaimScore score(boolean given) {
      return new ClaimScore(
          supported ? 1 : 0, supported && given ? 1 : 0, !supported && given ? 1 : 0);
    }
  }

  /// How one reader did on one kind of label.
  ///
  /// @param right what a person found right, of which the reader gives `found`
  /// @param wrong what the reader gives and a person found wrong
  /// @param precision null if the reader gives nothing
  /// @param recall null if nothing is right
  public record Score(
      String what,
      String reader,
      int right,
      int found,
      int wrong,
      @Nullable Double precision,
      @Nullable Double recall) {
    static Score of(String what, String reader, ClaimScore score) {
      return new Score(
          what,
          reader,
          score.right(),
          score.found(),
          score.wrong(),
          known(score.precision()),
          known(score.recall()));
    }

    private static @Nullable Double known(double share) {
      return Double.isNaN(share) ? null : Double.valueOf(share);
    }
  }

  @Override
  public Integer call() throws IOException {
    List<LabelledPassage> passages = new ArrayList<>();
    List<LabelledCheck> checks = new ArrayList<>();
    for (Path file : files) {
      read(file, passages, checks);
    }
    try (Desk desk = withModel ? opener.toWrite(common.data()) : opener.toRead(common.data())) {
      if (files.isEmpty()) {
        desk.ledgers()
            .labels(
                label ->
                    passages.add(
                        LabelledPassage.read(
                            JsonMapper.shared().valueToTree(LedgerShapes.LabelLine.of(label)))));
      }
      if (passages.isEmpty() && checks.isEmpty()) {
        output.line(output.words().say("evaluate.none"));
        return ExitCode.NOT_FOUND;
      }
      if (withModel && desk.models().reach().isEmpty()) {
        output.error().println(output.words().say("evaluate.no-model"));
        return ExitCode.PROBLEMS;
      }
      List<Score> scores = new ArrayList<>();
      scores.addAll(claims(passages, desk));
      scores.addAll(checks(checks, desk));
      print(scores);
    }
    return ExitCode.DONE;
  }

  private static void read(Path file, List<LabelledPassage> passages, List<LabelledCheck> checks)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Misused("There is no file " + file + ".");
    }
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        JsonNode node = JsonMapper.shared().readTree(line);
        if (node.has("bullet")) {
          checks.add(
              new LabelledCheck(
                  node.path("source").asString(""),
                  node.path("bullet").asString(""),
                  node.path("verdict").asString("").equals("supported")));
        } else {
          passages.add(LabelledPassage.read(node));
        }
      } catch (JacksonException | IllegalArgumentException e) {
        throw new Misused(
            "Line %d of %s is no labelled passage or check: %s"
                .formatted(number, file, firstLine(e)));
      }
    }
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private List<Score> claims(List<LabelledPassage> passages, Desk desk) {
    Analyzer analyzer =
        new Analyzer(
            new QuantityExtractor(opener.lexicon()),
            desk.names().matcher(),
            new ClaimReader(opener.lexicon()),
            new MeasureReader(opener.lexicon()));
    SecondReader second = new SecondReader(opener.lexicon(), analyzer);
    Map<String, ClaimScore> scores = new LinkedHashMap<>();
    Map<Article, Optional<ModelDesk.ReadFigures>> asked = new HashMap<>(); // labels share passages
    int unanswered = 0;
    boolean spent = false; // then asking on only fills the record of runs
    for (LabelledPassage passage : passages) {
      Article article = passage.article();
      Analysis analysis = analyzer.analyze(article);
      add("rules", ClaimScore.of(passage, analysis.claims()), scores);
      if (withModel) {
        Optional<ModelDesk.ReadFigures> read =
            spent && !asked.containsKey(article)
                ? Optional.empty()
                : asked.computeIfAbsent(article, desk.models()::readFigures);
        spent |= read.filter(each -> each.reason() == NoBrief.BUDGET).isPresent();
        if (read.isEmpty() || read.get().reason() != null) {
          unanswered++;
        } else {
          var reading = read.get().reading();
          add(
              "model",
              ClaimScore.of(passage, second.hold(reading.said(), analysis).claims()),
              scores);
          add("both", ClaimScore.of(passage, second.join(analysis, reading).claims()), scores);
        }
      }
    }
    tellUnanswered(unanswered);
    return scored("claims", scores);
  }

  private static void add(String reader, ClaimScore score, Map<String, ClaimScore> scores) {
    scores.merge(reader, score, ClaimScore::plus);
  }

  /// A sentence that is found supported and is not counts as given and wrong.
  private List<Score> checks(List<LabelledCheck> checks, Desk desk) {
    if (checks.isEmpty()) {
      return List.of();
    }
    Checker checker = Checker.of(opener.lexicon());
    Map<String, ClaimScore> scores = new LinkedHashMap<>();
    int unanswered = 0;
    boolean spent = false;
    for (LabelledCheck check : checks) {
      Language language = LanguageDetector.detect(check.bullet(), Language.UNKNOWN);
      boolean ours =
          checker.check(check.bullet(), check.source().lines().toList(), language).isSupported();
      add("rules", check.score(ours), scores);
      if (withModel) {
        Optional<ModelDesk.Judged> said = spent ? Optional.empty() : judged(check, desk);
        spent |= said.filter(each -> each.reason() == NoBrief.BUDGET).isPresent();
        if (said.isEmpty() || said.get().reason() != null) {
          unanswered++;
        } else {
          add("model", check.score(said.get().supported()), scores);
          add("both", check.score(ours && said.get().supported()), scores);
        }
      }
    }
    tellUnanswered(unanswered);
    return scored("checks", scores);
  }

  private static Optional<ModelDesk.Judged> judged(LabelledCheck check, Desk desk) {
    Language language = LanguageDetector.detect(check.source(), Language.UNKNOWN);
    return desk.models().judge(Article.ofPassage(check.source(), language), check.bullet());
  }

  private void tellUnanswered(int unanswered) {
    if (unanswered > 0) {
      output.error().println(output.words().say("evaluate.unanswered", unanswered));
    }
  }

  private static List<Score> scored(String what, Map<String, ClaimScore> scores) {
    return scores.entrySet().stream()
        .map(score -> Score.of(what, score.getKey(), score.getValue()))
        .toList();
  }

  private void print(List<Score> scores) {
    if (common.json()) {
      scores.forEach(output::json);
      return;
    }
    output.line(output.words().say("evaluate.head"));
    for (Score score : scores) {
      output.line(
          "%s %s %9s %9s %7d %7d %7d"
              .formatted(
                  Cells.filled(output.words().say("evaluate." + score.what()), NAME),
                  Cells.filled(output.words().say("evaluate." + score.reader()), NAME),
                  share(score.precision()),
                  share(score.recall()),
                  score.right(),
                  score.found(),
                  score.wrong()));
    }
  }

  private static String share(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.3f", share);
  }
}
