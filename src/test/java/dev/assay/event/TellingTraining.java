package dev.assay.event;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.assay.analyze.Analyses;
import dev.assay.article.Article;
import dev.assay.event.DatedSentences.Candidate;
import dev.assay.event.TellingSigns.Sign;
import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Learns how much what is seen of a sentence with a day speaks for its telling what happened on
/// it, and writes `lexicon/event-telling.tsv`; first, to standard error, how many sentences are
/// told right by what was learned from others, an eighth of the articles at a time, and of the
/// unread ones by all.
///
///     bench/telling_texts.py EVAL pages.jsonl > articles.jsonl
///     java -cp ... dev.assay.event.TellingTraining bench articles.jsonl > body
///
/// `bench/telling-labels.tsv` says of sentences, by article and hash, whether their day is right and
/// whether they tell a happening: of the reports in `bench/event-reports.jsonl`, and of the articles;
/// `telling-labels-unread.tsv` of sentences that are not learned from.
final class TellingTraining {

  private static final int PARTS = 8;

  private static final int[] LEAST = {0, 5, 10, 15, 20};
  private static final int HASH = 12;

  /// A word is a sign if so many sentences have it.
  private static final int LEAST_SENTENCES = 12;

  /// The points of the rules that were set by hand before there were sentences to learn from: where
  /// these say nothing, they stand.
  private static final Map<Sign, Double> POINTS =
      Map.ofEntries(
          Map.entry(Sign.FIRST, 2.0),
          Map.entry(Sign.DAY, 2.0),
          Map.entry(Sign.LONG, -1.0),
          Map.entry(Sign.SAID, -2.0),
          Map.entry(Sign.SPEECH, -2.0),
          Map.entry(Sign.EARLY, 1.0),
          Map.entry(Sign.UNWIELDY, -4.0),
          Map.entry(Sign.NAMES, 1.0),
          Map.entry(Sign.TITLE, 0.5),
          Map.entry(Sign.TIMES, -1.0),
          Map.entry(Sign.QUESTION, -5.0),
          Map.entry(Sign.POINTING, -2.0),
          Map.entry(Sign.PLAN, -1.0));

  /// What a point is worth.
  private static final double A_POINT = 0.4;

  /// A sentence that was read.
  ///
  /// @param right whether its day is right and it tells a happening
  private record Told(String article, boolean right, Map<String, Double> signs) {
    boolean isOf(int part) {
      return Math.floorMod(article.hashCode(), PARTS) == part;
    }

    double[] signs(List<String> names) {
      return names.stream().mapToDouble(name -> signs.getOrDefault(name, 0.0)).toArray();
    }
  }

  private TellingTraining() {}

  public static void main(String[] files) throws IOException {
    Path bench = Path.of(files[0]);
    Path articles = Path.of(files[1]);
    List<Told> read = told(bench, "telling-labels.tsv", articles);
    Map<Told, Integer> weights = new HashMap<>();
    for (int part = 0; part < PARTS; part++) {
      int held = part;
      Telling learned = new Telling(learned(read, one -> !one.isOf(held)));
      read.stream()
          .filter(one -> one.isOf(held))
          .forEach(one -> weights.put(one, learned.weight(one.signs())));
    }
    tell("learned from others", weights);
    Map<String, Double> learned = learned(read, _ -> true);
    Telling telling = new Telling(learned);
    Map<Told, Integer> unread = new HashMap<>();
    told(bench, "telling-labels-unread.tsv", articles)
        .forEach(one -> unread.put(one, telling.weight(one.signs())));
    tell("unread", unread);
    learned.forEach((sign, weight) -> System.out.printf(Locale.ROOT, "%s\t%.2f%n", sign, weight));
  }

  private static Map<String, Double> learned(List<Told> told, Predicate<Told> from) {
    List<Told> some = told.stream().filter(from).toList();
    List<String> names = names(some);
    double[] weights =
        Logistic.learn(
            some.stream().map(one -> new Logistic.Pair(one.signs(names), one.right(), 1)).toList(),
            names.stream().mapToDouble(TellingTraining::before).toArray());
    Map<String, Double> learned = new LinkedHashMap<>();
    for (int i = 0; i < weights.length; i++) {
      learned.put(names.get(i), weights[i]);
    }
    return learned;
  }

  /// The words that stand in enough sentences, and the signs that were thought of; that of any
  /// sentence is the last.
  private static List<String> names(List<Told> told) {
    Map<String, Long> seen =
        told.stream()
            .flatMap(one -> one.signs().keySet().stream())
            .collect(groupingBy(sign -> sign, counting()));
    List<String> thought = Arrays.stream(Sign.values()).map(Sign::word).toList();
    seen.keySet().removeAll(thought);
    seen.values().removeIf(sentences -> sentences < LEAST_SENTENCES);
    return Stream.concat(new TreeSet<>(seen.keySet()).stream(), thought.stream()).toList();
  }

  private static double before(String name) {
    return Arrays.stream(Sign.values())
        .filter(sign -> sign.word().equals(name))
        .mapToDouble(sign -> A_POINT * POINTS.getOrDefault(sign, 0.0))
        .sum();
  }

  private static void tell(String what, Map<Told, Integer> weights) {
    long right = weights.keySet().stream().filter(Told::right).count();
    System.err.printf("%s: %d sentences, %d right%n", what, weights.size(), right);
    for (int least : LEAST) {
      List<Told> kept =
          weights.entrySet().stream()
              .filter(entry -> entry.getValue() >= least)
              .map(Map.Entry::getKey)
              .toList();
      System.err.printf(
          "  weight %d and more: %d, right %d%n",
          least, kept.size(), kept.stream().filter(Told::right).count());
    }
  }

  private static List<Told> told(Path bench, String file, Path articles) throws IOException {
    Map<String, Boolean> labels = new HashMap<>();
    for (String line : Files.readAllLines(bench.resolve(file))) {
      String[] cells = line.split("\t");
      if (!line.startsWith("#")) {
        labels.put(cells[0] + cells[1], cells[2].equals("1") && cells[3].equals("1"));
      }
    }
    Set<String> wanted =
        labels.keySet().stream()
            .map(key -> key.substring(0, key.length() - HASH))
            .collect(Collectors.toSet());
    DatedSentences days = new DatedSentences(Lexicon.shipped());
    List<Told> told = new ArrayList<>();
    LabelledTexts.written(bench.resolve("event-reports.jsonl"), articles, wanted)
        .forEach((id, article) -> told.addAll(told(id, article, days, labels)));
    return told;
  }

  private static List<Told> told(
      String id, Article article, DatedSentences days, Map<String, Boolean> labels) {
    List<Told> told = new ArrayList<>();
    for (Candidate one : days.candidates(Analyses.analyzer().analyze(article))) {
      Boolean right = labels.get(id + hash(one.sentence().text()));
      if (right != null) {
        told.add(new Told(id, right, one.signs()));
      }
    }
    return told;
  }

  private static String hash(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
