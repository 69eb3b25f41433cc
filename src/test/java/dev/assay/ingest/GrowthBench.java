package dev.assay.ingest;

import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.sqlite.SqliteStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// How the time of the stages grows with what they are given: families of hostile text, doubled five
/// times, through all readers of files and all that reads their text after. Run by hand:
///
///     mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=dev.assay.ingest.GrowthBench
///
/// A line for each family and kind of file: processor time of each size in milliseconds, and the
/// worst growth among sizes that take over 40 ms.
public final class GrowthBench {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double LEAST_MILLIS = 40;
  private static final double MOST_GROWTH = 2.3;
  private static final int DOUBLINGS = 5;

  private GrowthBench() {}

  /// @param arguments the smallest size in characters, 4,000 if not given; then names of families
  public static void main(String[] arguments) throws IOException {
    int least = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4_000;
    List<String> asked =
        List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    Preparation stages =
        new Preparation(
            SqliteStore.openToWrite(Files.createTempDirectory("assay-growth")),
            ShippedStages.of(Names.load(Lexicon.shipped())));
    int over = 0;
    for (Map.Entry<String, String> family : HostileTexts.families().entrySet()) {
      for (String type :
          List.of(
              RawDocument.BATCH_LINE, RawDocument.HTML, RawDocument.MARKDOWN, RawDocument.PLAIN)) {
        if (asked.isEmpty() || asked.contains(family.getKey())) {
          over += measured(stages, family, type, least) > MOST_GROWTH ? 1 : 0;
        }
      }
    }
    System.out.println(over + " grow by more than " + MOST_GROWTH);
    System.exit(over == 0 ? 0 : 1);
  }

  private static double measured(
      Preparation stages, Map.Entry<String, String> family, String type, int least) {
    StringBuilder line = new StringBuilder("%-22s %-42s".formatted(family.getKey(), type));
    double worst = 0;
    double before = 0;
    int size = least;
    for (int i = 0; i <= DOUBLINGS; i++, size *= 2) {
      double millis = millis(stages, document(type, family.getValue(), size));
      line.append(" %8.0f".formatted(millis));
      if (before > LEAST_MILLIS) {
        worst = Math.max(worst, millis / before);
      }
      before = millis;
      if (millis > 3_000) {
        break;
      }
    }
    System.out.println(line + "   x %.1f".formatted(worst));
    return worst;
  }

  private static double millis(Preparation stages, RawDocument document) {
    double best = Double.MAX_VALUE;
    for (int run = 0; run < 2; run++) {
      long start = THREADS.getCurrentThreadCpuTime();
      stages.again(new Given.Document(document));
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
      if (best > 500) {
        break;
      }
    }
    return best;
  }

  private static RawDocument document(String type, String part, int size) {
    String text = part.repeat(Math.max(1, size / part.length()));
    String bytes =
        switch (type) {
          case RawDocument.BATCH_LINE ->
              JsonMapper.shared()
                  .writeValueAsString(Map.of("id", "1", "title", "Germanium 锗", "text", text));
          case RawDocument.HTML ->
              "<html><head><title>Germanium 锗</title></head><body><article><h1>Germanium 锗</h1><p>"
                  + text
                  + "</p></article></body></html>";
          case String _ -> text;
        };
    return new RawDocument(
        new Identity.OfFile("/given"),
        null,
        type,
        bytes.getBytes(StandardCharsets.UTF_8),
        Map.of(),
        NOW);
  }
}
