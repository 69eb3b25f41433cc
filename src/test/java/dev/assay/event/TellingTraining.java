package dev.assay.event;

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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Learns how much what is seen of a sentence with a day speaks for its telling what happened on
/// it, and writes `lexicon/event-telling.tsv`; first, to standard error, how many sentences are
/// told right by what was learned from others, an eighth of the articles at a time.
///
///     bench/telling_texts.py EVAL pages.jsonl > articles.jsonl
///     java -cp ... dev.assay.event.TellingTraining bench articles.jsonl > body
///
/// `bench/telling-labels.tsv` says of sentences, by article and hash, whether their day is right and
/// whether they tell a happening: of the reports in `bench/event-reports.jsonl`, and of the articles.
final class TellingTraining {

  private static final int PARTS = 8;

  private static final int[] LEAST = {0, 5, 10, 15, 20};
  private static final int HASH = 12;

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
  private record Told(String article, boolean right, double[] signs) {
    boolean isOf(int part) {
      return Math.floorMod(article.hashCode(), PARTS) == part;
    }
  }

  private TellingTraining() {}

  public static void main(String[] files) throws IOException {
    List<Told> read = told(Path.of(files[0]), Path.of(files[1]));
    Map<Told, Integer> weights = new HashMap<>();
    for (int part = 0; part < PARTS; part++) {
      int held = part;
      Telling learned = new Telling(learned(read, one -> !one.isOf(held)));
      read.stream()
          .filter(one -> one.isOf(held))
          .forEach(one -> weights.put(one, learned.weight(one.signs())));
    }
    tell("learned from others", weights);
    learned(read, _ -> true)
        .forEach(
            (sign, weight) ->
                System.out.printf(
                    Locale.ROOT, "%s\t%.2f%n", sign.name().toLowerCase(Locale.ROOT), weight));
  }

  private static Map<Sign, Double> learned(List<Told> told, Predicate<Told> from) {
    List<Logistic.Pair> pairs =
        told.stream()
            .filter(from)
            .map(one -> new Logistic.Pair(one.signs(), one.right(), 1))
            .toList();
    double[] weights = Logistic.learn(pairs, before());
    Map<Sign, Double> learned = new EnumMap<>(Sign.class);
    for (int i = 0; i < weights.length; i++) {
      learned.put(Sign.values()[i], weights[i]);
    }
    return learned;
  }

  private static double[] before() {
    return Arrays.stream(Sign.values())
        .mapToDouble(sign -> A_POINT * POINTS.getOrDefault(sign, 0.0))
        .toArray();
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

  private static List<Told> told(Path bench, Path articles) throws IOException {
    Map<String, Boolean> labels = new HashMap<>();
    for (String line : Files.readAllLines(bench.resolve("telling-labels.tsv"))) {
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
