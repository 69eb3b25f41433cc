package dev.assay.check;

import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Language;
import dev.assay.cite.Span;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How many near misses the check catches, and how often it cries wolf. Takes a file of passages
/// (JSON Lines with `text`) or of checks (`source`, `bullet`, `verdict`); the supported sentences
/// are checked as they are, then with one number changed: its last digit, the digits of a
/// neighbouring figure, a year next to it, or two numbers of one unit exchanged. Fixed seed.
///
/// `java -cp ... dev.assay.check.NearMissBench claims.jsonl checks.jsonl`
final class NearMissBench {

  private static final long SEED = 20251122;

  private final QuantityExtractor extractor = new QuantityExtractor(Lexicon.shipped());
  private final Checker checker = new Checker(extractor, Names.load(Lexicon.shipped()));
  private final Random random = new Random(SEED);
  private final Map<String, int[]> counts = new TreeMap<>();

  public static void main(String[] args) throws IOException {
    for (String file : args) {
      new NearMissBench().run(Path.of(file));
    }
  }

  private void run(Path file) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      if (node.has("bullet")) {
        if (node.path("verdict").asString().equals("supported")) {
          measure(node.path("source").asString(), node.path("bullet").asString());
        }
      } else {
        measure(node.path("text").asString(), node.path("text").asString());
      }
    }
    System.out.println(file.getFileName());
    counts.forEach(
        (kind, n) ->
            System.out.printf("  %-18s %4d of %4d %.3f%n", kind, n[0], n[1], n[0] / (double) n[1]));
  }

  private void measure(String source, String sentence) {
    QuantityExtractor.Reading reading =
        extractor.read(sentence, LanguageDetector.detect(sentence, Language.UNKNOWN), null);
    if (reading.quantities().isEmpty() && reading.times().isEmpty()) {
      return;
    }
    count("false alarms", source, sentence, sentence);
    List<Quantity> quantities = reading.quantities();
    for (int i = 0; i < quantities.size(); i++) {
      Span digits = digits(sentence, quantities.get(i).span());
      if (digits == null) {
        continue;
      }
      count("last digit", source, sentence, lastDigit(sentence, digits));
      for (int k = 0; k < quantities.size(); k++) {
        Span other = digits(sentence, quantities.get(k).span());
        if (k == i || other == null || other.in(sentence).equals(digits.in(sentence))) {
          continue;
        }
        boolean kin = quantities.get(k).unit().equals(quantities.get(i).unit());
        if (!kin) {
          count(
              "neighbour figure", source, sentence, replace(sentence, digits, other.in(sentence)));
        } else if (k > i) {
          count("exchanged", source, sentence, exchange(sentence, digits, other));
        }
        if (kin) {
          count("wrong entity", source, sentence, replace(sentence, digits, other.in(sentence)));
        }
      }
    }
    for (TimeExpression time : reading.times()) {
      if (time.yearStated() && time.grain() != TimeExpression.Grain.DECADE) {
        String year = String.valueOf(time.year());
        int at = sentence.indexOf(year, time.span().start());
        if (at >= 0 && at < time.span().end()) {
          String next = String.valueOf(time.year() + (random.nextBoolean() ? 1 : -1));
          count("neighbour year", source, sentence, replace(sentence, new Span(at, at + 4), next));
        }
      }
    }
  }

  private void count(String kind, String source, String sentence, String changed) {
    boolean unchanged = kind.equals("false alarms");
    if (!unchanged && changed.equals(sentence)) {
      return;
    }
    boolean flagged = !checker.check(changed, source.lines().toList(), Language.EN).isSupported();
    int[] n = counts.computeIfAbsent(kind, _ -> new int[2]);
    n[0] += flagged ? 1 : 0;
    n[1]++;
    if (flagged == unchanged && Boolean.getBoolean("show")) {
      System.out.println(kind + " | " + changed + (changed.equals(source) ? "" : " || " + source));
    }
  }

  /// The run of digits, points and commas within a span, or null.
  private static Span digits(String text, Span span) {
    int start = span.start();
    while (start < span.end() && !isDigit(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < span.end()
        && (isDigit(text.charAt(end))
            || ".,".indexOf(text.charAt(end)) >= 0
                && end + 1 < span.end()
                && isDigit(text.charAt(end + 1)))) {
      end++;
    }
    return start == end ? null : new Span(start, end);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String lastDigit(String text, Span digits) {
    int last = text.charAt(digits.end() - 1) - '0';
    char changed = (char) ('0' + (last + 1 + random.nextInt(9)) % 10);
    return text.substring(0, digits.end() - 1) + changed + text.substring(digits.end());
  }

  private static String replace(String text, Span span, String words) {
    return text.substring(0, span.start()) + words + text.substring(span.end());
  }

  private static String exchange(String text, Span first, Span second) {
    return text.substring(0, first.start())
        + second.in(text)
        + text.substring(first.end(), second.start())
        + first.in(text)
        + text.substring(second.end());
  }
}
