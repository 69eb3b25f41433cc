package dev.assay.clean;

import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;

/// Times cleaning against bare jsoup parsing and text of the same pages, in turns in one thread.
///
/// What counts is the thread's processor time, so that other work on the machine disturbs little;
/// the collector's is left out on both sides.
///
/// Run with folders of pages (plain or gzip), after `mvn test-compile`: `java -cp
/// target/classes:target/test-classes:CLASSPATH dev.assay.clean.CleanBench FOLDER...`
final class CleanBench {

  private static final int ROUNDS = 8;

  private CleanBench() {}

  public static void main(String[] folders) throws IOException {
    List<RawDocument> pages = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.sorted().toList()) {
          pages.add(page(file));
        }
      }
    }
    long bytes = pages.stream().mapToLong(page -> page.bytes().length).sum();
    System.out.printf("%d pages, %.1f MB%n", pages.size(), bytes / 1e6);
    Cleaner cleaner = new Cleaner();
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long kept = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      long bare = 0;
      long clean = 0;
      for (RawDocument page : pages) {
        long start = clock.getCurrentThreadCpuTime();
        kept += Jsoup.parse(new ByteArrayInputStream(page.bytes()), null, "").text().length();
        long middle = clock.getCurrentThreadCpuTime();
        kept += cleaner.clean(page) instanceof CleanResult.Cleaned ? 1 : 0;
        bare += middle - start;
        clean += clock.getCurrentThreadCpuTime() - middle;
      }
      System.out.printf(
          "round %d: jsoup %.0f pages/s, clean %.0f pages/s, clean takes %.2f x jsoup%n",
          round, pages.size() * 1e9 / bare, pages.size() * 1e9 / clean, (double) clean / bare);
    }
    System.out.println(kept);
  }

  private static RawDocument page(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".gz")) {
      bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
    return new RawDocument(
        new Identity.OfFile(file.toString()),
        null,
        RawDocument.HTML,
        bytes,
        Map.of(),
        Instant.now());
  }
}
