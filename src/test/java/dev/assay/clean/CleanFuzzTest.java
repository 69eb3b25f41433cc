package dev.assay.clean;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.OperatingSystemMXBean;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.clean.date.DateText;
import dev.assay.clean.file.DocxText;
import dev.assay.clean.text.TextDecoder;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.stream.XMLStreamException;

/// Any bytes end in a result or a reason. In a build these run on the kept inputs only
/// (`CleanFuzzTestInputs` among the test resources); with `JAZZER_FUZZ=1 mvn test
/// -Dtest=CleanFuzzTest#html -Djazzer.max_duration=1h` one of them searches for new ones.
class CleanFuzzTest {

  private static final Instant NOW = Instant.parse("2025-11-24T00:00:00Z");

  /// Nanoseconds of processor time that one input of a search may take. Not looked at in a build.
  private static final long MOST_NANOS = 1_000_000_000L;

  private static final boolean SEARCHING = System.getenv("JAZZER_FUZZ") != null;

  /// PDFBox tells each fault of a broken file, and a search breaks thousands a minute.
  private static final Logger QUIET = Logger.getLogger("org.apache.pdfbox");

  static {
    QUIET.setLevel(Level.OFF);
  }

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  @FuzzTest(maxDuration = "3m")
  void html(byte[] bytes) {
    clean(RawDocument.HTML, bytes);
  }

  @FuzzTest(maxDuration = "3m")
  void pdf(byte[] bytes) {
    clean(RawDocument.PDF, bytes);
  }

  @FuzzTest(maxDuration = "3m")
  void docx(byte[] bytes) {
    clean(RawDocument.DOCX, bytes);
  }

  /// The main part of a Word file by itself, which no check sum of its package guards.
  @FuzzTest(maxDuration = "3m")
  void wordText(byte[] bytes) {
    try {
      DocxText.properties(bytes);
      DocxText.read(bytes, bytes, bytes).paragraphs();
    } catch (XMLStreamException e) {
      // no XML: refused by the reader with a reason
    }
  }

  @FuzzTest(maxDuration = "3m")
  void markdown(byte[] bytes) {
    clean(RawDocument.MARKDOWN, bytes);
  }

  @FuzzTest(maxDuration = "3m")
  void date(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    LocalDateTime now = LocalDateTime.parse("2025-11-24T08:00:00");
    bounded(() -> DateText.findAll(text, true, now));
  }

  @FuzzTest(maxDuration = "3m")
  void charset(byte[] bytes) {
    bounded(() -> TextDecoder.decode(bytes, ""));
  }

  private static void clean(String mediaType, byte[] bytes) {
    RawDocument document =
        new RawDocument(new Identity.OfFile("/fuzz"), null, mediaType, bytes, Map.of(), NOW);
    bounded(() -> new Cleaner().clean(document));
  }

  /// Whose first time is over its bound is timed once more: classes were loaded for it.
  private static void bounded(Runnable cleaning) {
    if (nanos(cleaning) > MOST_NANOS && SEARCHING && nanos(cleaning) > MOST_NANOS) {
      throw new AssertionError("one input took more than a second of processor time");
    }
  }

  private static long nanos(Runnable cleaning) {
    long start = SYSTEM.getProcessCpuTime();
    cleaning.run();
    return SYSTEM.getProcessCpuTime() - start;
  }
}
