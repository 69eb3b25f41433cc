package dev.assay.check;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// MB of UTF-8 text a second for quantities, and checks a second, on one thread.
///
/// `java -cp ... dev.assay.check.NumbersSpeed articles.jsonl checks.jsonl`
final class NumbersSpeed {

  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /// Seconds to check a text against itself, one number after the other, as it is doubled.
  private static void growth(Checker checker) {
    for (String one : List.of("€1 ", "中国2024年稀土产量为27万吨，", "up 5 percent to 27 tonnes in 2024, ")) {
      StringBuilder line = new StringBuilder(one);
      for (int times = 500; times <= 16_000; times *= 2) {
        String text = one.repeat(times);
        long start = cpu();
        checker.check(text, List.of(text), Language.EN);
        line.append(" %d: %.2f s".formatted(times, (cpu() - start) / 1e9));
      }
      System.out.println(line);
    }
  }

  public static void main(String[] args) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    QuantityExtractor extractor = new QuantityExtractor(Lexicon.shipped());
    Checker checker = new Checker(extractor, Names.load(Lexicon.shipped()));
    growth(checker);
    List<String> texts = new ArrayList<>();
    long bytes = 0;
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      for (String paragraph : json.readTree(line).path("text").asString().split("\n")) {
        texts.add(paragraph);
        bytes += paragraph.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    List<String[]> checks = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[1]))) {
      JsonNode node = json.readTree(line);
      checks.add(new String[] {node.path("source").asString(), node.path("bullet").asString()});
    }
    for (int round = 0; round < 8; round++) {
      long start = cpu();
      int found = 0;
      for (String text : texts) {
        found += extractor.extract(text, LanguageDetector.detect(text, Language.UNKNOWN)).size();
      }
      double seconds = (cpu() - start) / 1e9;
      long checkStart = cpu();
      int supported = 0;
      for (int k = 0; k < 40; k++) {
        for (String[] check : checks) {
          supported +=
              checker.check(check[1], List.of(check[0]), Language.EN).isSupported() ? 1 : 0;
        }
      }
      double checkSeconds = (cpu() - checkStart) / 1e9;
      System.out.printf(
          "%.1f MB/s of text (%d quantities in %.1f MB), %.0f checks/s (%d)%n",
          bytes / 1e6 / seconds, found, bytes / 1e6, 40 * checks.size() / checkSeconds, supported);
    }
  }
}
