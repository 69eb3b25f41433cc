package dev.assay.brief.extract;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.text.Sentences;
import dev.assay.article.Article;
import dev.assay.article.Paragraph;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefNumbers;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.extract.EvalArticles.Sample;
import dev.assay.check.Checker;
import dev.assay.check.NumberVerdict;
import dev.assay.cite.Span;
import dev.assay.lexicon.HanScript;
import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Measures briefs: `BriefBench articles.jsonl`. For the articles with a summary, ROUGE-L and the
/// share of the summary's numbers, beside lead and LexRank of three sentences and of as many as the
/// brief has; for all others recall of the title; for all, whether the citations hold.
final class BriefBench {

  /// Equal lengths for all systems, in Chinese characters or words.
  private static final List<Integer> BUDGETS = List.of(30, 60, 120);

  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");

  private BriefBench() {}

  private record Score(double precision, double recall, double f1, double numbers, double length) {}

  public static void main(String[] arguments) throws IOException {
    List<Sample> samples = EvalArticles.read(Path.of(arguments[0]));
    List<Sample> summarised = samples.stream().filter(s -> !s.summary().isEmpty()).toList();
    List<Sample> others =
        samples.stream().filter(s -> s.summary().isEmpty() && hasHeadline(s.article())).toList();
    IO.println("summaries (%d)".formatted(summarised.size()));
    table(summarised, Sample::summary);
    IO.println("titles (%d)".formatted(others.size()));
    table(others, sample -> sample.article().title());
    integrity(samples);
  }

  /// False if the text's head repeats the title word for word: then copying the head finds it.
  private static boolean hasHeadline(Article article) {
    List<String> title = units(article.title());
    List<String> most = title.subList(0, (int) Math.ceil(0.8 * title.size()));
    return Collections.indexOfSubList(units(lead(sentences(article), 3)), most) < 0;
  }

  private static void table(List<Sample> samples, Function<Sample, String> reference) {
    Map<String, List<Score>> scores = new LinkedHashMap<>();
    for (Sample sample : samples) {
      systems(sample.article())
          .forEach(
              (name, text) ->
                  scores
                      .computeIfAbsent(name, _ -> new ArrayList<>())
                      .add(score(text, reference.apply(sample))));
    }
    scores.forEach(
        (name, all) ->
            IO.println(
                "  %-12s P %.3f  R %.3f  F1 %.3f  numbers %.3f  length %.0f"
                    .formatted(
                        name,
                        mean(all, Score::precision),
                        mean(all, Score::recall),
                        mean(all, Score::f1),
                        mean(all.stream().filter(s -> s.numbers >= 0).toList(), Score::numbers),
                        mean(all, Score::length))));
  }

  private static double mean(List<Score> scores, Function<Score, Double> part) {
    return scores.stream().mapToDouble(part::apply).average().orElse(Double.NaN);
  }

  private static Map<String, String> systems(Article article) {
    List<String> sentences = sentences(article);
    Brief brief = ExtractiveBriefs.of(Analyses.of(article));
    List<String> ours = brief.sentences().map(BriefSentence::text).toList();
    List<List<String>> terms = sentences.stream().map(text -> terms(article, text)).toList();
    List<Integer> ranked = LexRank.ranked(terms);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("lead-1", lead(sentences, 1));
    texts.put("LexRank-1", picked(sentences, ranked, 1));
    texts.put("viewpoint", brief.viewpoint().getFirst().text());
    texts.put("lead-3", lead(sentences, 3));
    texts.put("LexRank-3", picked(sentences, ranked, 3));
    texts.put("brief-3", String.join("\n", firstChoices(article, 3)));
    texts.put("lead-n", lead(sentences, ours.size()));
    texts.put("LexRank-n", picked(sentences, ranked, ours.size()));
    texts.put("brief", String.join("\n", ours));
    for (int budget : BUDGETS) {
      texts.put("lead " + budget, first(budget, lead(sentences, sentences.size())));
      texts.put("LexRank " + budget, first(budget, best(sentences, ranked)));
      texts.put("ours " + budget, first(budget, String.join("\n", firstChoices(article, 12))));
    }
    return texts;
  }

  /// The first `count` sentences that the rules would choose.
  private static List<String> firstChoices(Article article, int count) {
    Draft draft = Draft.of(Analyses.of(article));
    if (draft.candidates().isEmpty()) {
      return List.of();
    }
    Choice choice = new Choice(draft);
    List<String> texts = new ArrayList<>();
    texts.add(choice.viewpoint().text());
    choice.bullets(count - 1).forEach(bullet -> texts.add(bullet.text()));
    return texts;
  }

  private static List<String> terms(Article article, String text) {
    return Tongue.of(article.language()).cutter().of(text).tokens().stream()
        .filter(Token::isContent)
        .map(Token::term)
        .toList();
  }

  private static List<String> sentences(Article article) {
    List<String> sentences = new ArrayList<>();
    for (Paragraph paragraph : article.paragraphs()) {
      if (paragraph.kind() != Paragraph.Kind.HEADING && paragraph.kind() != Paragraph.Kind.TABLE) {
        for (Span span : Sentences.of(paragraph.text())) {
          sentences.add(span.in(paragraph.text()));
        }
      }
    }
    return sentences;
  }

  /// The first `budget` units of a text, as if a card had room for no more.
  private static String first(int budget, String text) {
    List<String> units = units(text);
    return String.join(" ", units.subList(0, Math.min(budget, units.size())));
  }

  /// The twelve best sentences by LexRank, the best first.
  private static String best(List<String> sentences, List<Integer> ranked) {
    return ranked.stream().limit(12).map(sentences::get).collect(Collectors.joining("\n"));
  }

  private static String lead(List<String> sentences, int count) {
    return String.join("\n", sentences.subList(0, Math.min(count, sentences.size())));
  }

  private static String picked(List<String> sentences, List<Integer> ranked, int count) {
    return ranked.stream()
        .limit(count)
        .sorted()
        .map(sentences::get)
        .collect(Collectors.joining("\n"));
  }

  private static Score score(String text, String reference) {
    List<String> ours = units(text);
    List<String> theirs = units(reference);
    int common = longestCommon(ours, theirs);
    double precision = ours.isEmpty() ? 0 : (double) common / ours.size();
    double recall = theirs.isEmpty() ? 0 : (double) common / theirs.size();
    double f1 = common == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return new Score(precision, recall, f1, numbers(text, reference), ours.size());
  }

  private static double numbers(String text, String reference) {
    TreeSet<String> wanted = numbers(reference);
    if (wanted.isEmpty()) {
      return -1;
    }
    TreeSet<String> found = numbers(text);
    return (double) wanted.stream().filter(found::contains).count() / wanted.size();
  }

  private static TreeSet<String> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(result -> result.group().replace(",", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Chinese characters one by one, other words whole.
  private static List<String> units(String text) {
    List<String> units = new ArrayList<>();
    Matcher matcher =
        Pattern.compile("[\\u3400-\\u9fff]|[\\p{L}\\p{N}&&[^\\u3400-\\u9fff]]+").matcher(text);
    while (matcher.find()) {
      units.add(HanScript.simplify(matcher.group()).toLowerCase(Locale.ROOT));
    }
    return units;
  }

  private static int longestCommon(List<String> one, List<String> other) {
    int[] row = new int[other.size() + 1];
    for (String unit : one) {
      int diagonal = 0;
      for (int j = 1; j <= other.size(); j++) {
        int above = row[j];
        row[j] = unit.equals(other.get(j - 1)) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
        diagonal = above;
      }
    }
    return row[other.size()];
  }

  private static void integrity(List<Sample> samples) {
    BriefNumbers numbers = new BriefNumbers(Checker.of(Lexicon.shipped()));
    int sentences = 0;
    int held = 0;
    Map<NumberVerdict, Integer> verdicts = new EnumMap<>(NumberVerdict.class);
    for (Sample sample : samples) {
      Brief brief =
          numbers.check(ExtractiveBriefs.of(Analyses.of(sample.article())), sample.article());
      for (BriefSentence sentence : brief.sentences().toList()) {
        sentences++;
        held += Integrity.holds(sample.article(), sentence) ? 1 : 0;
        sentence.numbers().forEach(n -> verdicts.merge(n.verdict(), 1, Integer::sum));
      }
    }
    IO.println("integrity: %d of %d sentences stand where they cite".formatted(held, sentences));
    IO.println("numbers: " + verdicts);
  }
}
