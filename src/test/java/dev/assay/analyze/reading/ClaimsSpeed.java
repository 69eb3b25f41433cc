package dev.assay.analyze.reading;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Articles of 4 kB a second for claims on one thread, by processor time; numbers and names are
/// read before and not counted, then counted.
///
/// `java -cp ... dev.assay.analyze.claim.ClaimsSpeed articles.jsonl`
final class ClaimsSpeed {

  private static final double ARTICLE = 4000;

  private record Prepared(List<TextReading> texts, Language language, List<Tag> tags) {}

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  public static void main(String[] args) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    QuantityExtractor numbers = new QuantityExtractor(Lexicon.shipped());
    TagMatcher tags = new TagMatcher(Names.load(Lexicon.shipped()));
    ClaimReader reader = new ClaimReader(Lexicon.shipped());
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    for (int round = 0; round < 8; round++) {
      List<Prepared> articles = new ArrayList<>();
      long bytes = 0;
      long start = cpu();
      for (String line : lines) {
        JsonNode node = json.readTree(line);
        bytes += node.path("text").asString().getBytes(StandardCharsets.UTF_8).length;
        articles.add(prepare(node.path("text").asString(), numbers, tags));
      }
      long prepared = cpu();
      int claims = 0;
      for (Prepared one : articles) {
        claims += reader.read(one.texts(), one.language(), one.tags()).size();
      }
      double seconds = (cpu() - prepared) / 1e9;
      double all = (cpu() - start) / 1e9;
      System.out.printf(
          "claims alone %.0f, with numbers and names %.0f articles of 4 kB a second (%d claims)%n",
          bytes / ARTICLE / seconds, bytes / ARTICLE / all, claims);
    }
  }

  private static Prepared prepare(String text, QuantityExtractor numbers, TagMatcher tags) {
    List<String> paragraphs = Stream.of(text.split("\n")).filter(line -> !line.isBlank()).toList();
    Language language = LanguageDetector.detect(text, Language.EN);
    List<TextReading> texts = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      String paragraph = paragraphs.get(i);
      texts.add(numbers.readAlone(i + 1, paragraph, language, null));
    }
    return new Prepared(texts, language, tags.read("", paragraphs));
  }
}
