package dev.assay.analyze.name;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Measures what it costs to read the names of an article, known ones alone and all; not a test:
/// `ReadNamesBench FILE`, with an object a line that has `paragraphs`. The texts are put together
/// to articles of 4 kB; time is processor time of the one thread.
final class ReadNamesBench {

  private static final int BYTES = 4096;
  private static final int ROUNDS = Integer.getInteger("rounds", 12);

  private ReadNamesBench() {}

  public static void main(String[] arguments) throws IOException {
    List<List<String>> articles = new ArrayList<>();
    List<String> article = new ArrayList<>();
    int bytes = 0;
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      JsonNode paragraphs = JsonMapper.shared().readTree(line).get("paragraphs");
      for (String text :
          StreamSupport.stream(paragraphs.spliterator(), false).map(JsonNode::asString).toList()) {
        article.add(text);
        bytes += text.getBytes(StandardCharsets.UTF_8).length;
      }
      if (bytes >= BYTES) {
        articles.add(article);
        article = new ArrayList<>();
        bytes = 0;
      }
    }
    TagMatcher matcher = new TagMatcher(Names.load(Lexicon.shipped()));
    for (int round = 0; round < ROUNDS; round++) {
      long start = now();
      articles.forEach(one -> matcher.match("", one));
      long known = now() - start;
      start = now();
      articles.forEach(one -> matcher.read("", one));
      long all = now() - start;
      System.out.printf(
          "%d articles: known %.2f ms, all %.2f ms each%n",
          articles.size(), known / 1e6 / articles.size(), all / 1e6 / articles.size());
    }
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
