package dev.assay.ingest;

import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.RawDocument;
import dev.assay.check.Checker;
import dev.assay.clean.date.DateText;
import dev.assay.clean.file.DocxText;
import dev.assay.clean.text.TextDecoder;
import dev.assay.index.IndexTerms;
import dev.assay.ingest.input.Given;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.source.Feed;
import dev.assay.source.LinkSet;
import dev.assay.source.Opml;
import dev.assay.source.Sitemap;
import dev.assay.source.archive.LinkLists;
import dev.assay.source.archive.Mhtml;
import dev.assay.source.archive.ReferenceLists;
import dev.assay.source.mail.Letter;
import dev.assay.source.mail.Mbox;
import dev.assay.store.sqlite.SqliteStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import tools.jackson.databind.json.JsonMapper;

/// How time grows with what is given: families of hostile text, doubled five times, through the
/// readers of files, each with all that reads its text after, and through the readers of lists,
/// mails, dates, words and checks by themselves. Run by hand:
///
///     mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=dev.assay.ingest.GrowthBench
///
/// A line for each family and reader: processor time of each size in milliseconds, and the worst
/// growth among sizes that take over 40 ms. What grows by more is measured once more before it
/// counts, since the memory of the machine is shared.
public final class GrowthBench {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");
  private static final LocalDateTime THEN = LocalDateTime.parse("2025-11-23T08:00:00");
  private static final URI PAGE = URI.create("https://example.org/news/");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double LEAST_MILLIS = 40;
  private static final double MOST_GROWTH = 2.3;
  private static final int DOUBLINGS = 5;

  private GrowthBench() {}

  /// @param form how a text stands in a file of this kind
  /// @param read what reads the file
  private record Reader(Function<String, String> form, Consumer<byte[]> read) {}

  /// @param arguments the smallest size in characters, 4,000 if not given; then names of families
  ///   or of readers, all if none is given
  public static void main(String[] arguments) throws IOException {
    int least = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4_000;
    List<String> asked =
        List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    Map<String, Reader> readers = readers();
    int tried = 0;
    int over = 0;
    for (Map.Entry<String, String> family : HostileTexts.families().entrySet()) {
      for (Map.Entry<String, Reader> reader : readers.entrySet()) {
        if (asked.isEmpty() || asked.contains(family.getKey()) || asked.contains(reader.getKey())) {
          tried++;
          over += grows(reader, family, least) ? 1 : 0;
        }
      }
    }
    System.out.printf(
        "%d of %d grow by more than %.1f in one doubling%n", over, tried, MOST_GROWTH);
    System.exit(over == 0 ? 0 : 1);
  }

  private static Map<String, Reader> readers() throws IOException {
    Preparation stages =
        new Preparation(
            SqliteStore.openToWrite(Files.createTempDirectory("assay-growth")),
            ShippedStages.of(Names.load(Lexicon.shipped())));
    Checker checker = Checker.of(Lexicon.shipped());
    Map<String, Reader> readers = new LinkedHashMap<>();
    readers.put("batch", file(stages, RawDocument.BATCH_LINE, GrowthBench::line));
    readers.put("html", file(stages, RawDocument.HTML, GrowthBench::page));
    readers.put("markdown", file(stages, RawDocument.MARKDOWN, text -> text));
    readers.put("plain", file(stages, RawDocument.PLAIN, text -> text));
    readers.put("word", new Reader(GrowthBench::wordText, GrowthBench::readWord));
    readers.put("feed", new Reader(GrowthBench::feed, bytes -> Feed.parse(bytes, NOW)));
    readers.put("opml", new Reader(GrowthBench::opml, Opml::parse));
    readers.put(
        "sitemap", new Reader(GrowthBench::sitemap, bytes -> Sitemap.recent(bytes, PAGE, NOW)));
    readers.put("links", new Reader(GrowthBench::page, bytes -> LinkSet.of(bytes, PAGE, "")));
    readers.put("bookmarks", new Reader(GrowthBench::bookmarks, LinkLists::read));
    readers.put(
        "references",
        new Reader(
            text -> "TY  - NEWS\nTI  - " + text + "\nAB  - " + text + "\nER  - \n",
            ReferenceLists::read));
    readers.put("mail", new Reader(text -> mail("text/plain", text), Letter::parse));
    readers.put("mail page", new Reader(text -> mail("text/html", text), Letter::parse));
    readers.put(
        "mailbox",
        new Reader(
            text -> "From a@example.org\n" + mail("text/plain", text), GrowthBench::readMbox));
    readers.put("saved page", new Reader(text -> mail("text/html", text), Mhtml::read));
    readers.put("dates", ofText(text -> DateText.findAll(text, true, THEN)));
    readers.put("charset", new Reader(text -> text, bytes -> TextDecoder.decode(bytes, "")));
    readers.put("words", ofText(IndexTerms::of));
    readers.put(
        "check",
        ofText(text -> checker.check("China made 270,000 tonnes.", List.of(text), Language.EN)));
    return readers;
  }

  private static Reader file(Preparation stages, String type, Function<String, String> form) {
    return new Reader(
        form,
        bytes ->
            stages.again(
                new Given.Document(
                    new RawDocument(
                        new Identity.OfFile("/given"), null, type, bytes, Map.of(), NOW))));
  }

  private static Reader ofText(Consumer<String> read) {
    return new Reader(
        text -> text, bytes -> read.accept(new String(bytes, StandardCharsets.UTF_8)));
  }

  private static String line(String text) {
    return JsonMapper.shared()
        .writeValueAsString(Map.of("id", "1", "title", "Germanium 锗", "text", text));
  }

  private static String page(String text) {
    return "<html><head><title>Germanium 锗</title></head><body><article><h1>Germanium 锗</h1><p>"
        + text
        + "</p></article></body></html>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String wordText(String text) {
    return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
        + escaped(text)
        + "</w:t></w:r></w:p></w:body></w:document>";
  }

  private static void readWord(byte[] bytes) {
    try {
      DocxText.read(bytes, bytes, bytes).paragraphs();
    } catch (XMLStreamException e) {
      // no XML: refused by the reader with a reason
    }
  }

  private static String feed(String text) {
    return "<rss version=\"2.0\"><channel><title>锗</title><link>https://example.org/</link><item><title>锗</title>"
        + "<link>https://example.org/1</link><description>"
        + escaped(text)
        + "</description></item></channel></rss>";
  }

  private static String opml(String text) {
    return "<opml version=\"2.0\"><body><outline text=\""
        + escaped(text)
        + "\" xmlUrl=\"https://example.org/feed\"/></body></opml>";
  }

  private static String sitemap(String text) {
    return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://example.org/"
        + escaped(text)
        + "</loc><lastmod>2025-11-22</lastmod></url></urlset>";
  }

  private static String bookmarks(String text) {
    return "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF=\"https://example.org/1\">"
        + text
        + "</A>\n</DL><p>\n";
  }

  private static String mail(String type, String text) {
    return "From: a@example.org\nTo: b@example.org\nSubject: Germanium\nMIME-Version: 1.0\nContent-Type: "
        + type
        + "; charset=utf-8\nContent-Location: https://example.org/1\n\n"
        + text
        + "\n";
  }

  private static void readMbox(byte[] bytes) {
    try (Mbox mails = new Mbox(new ByteArrayInputStream(bytes))) {
      mails.forEachRemaining(Letter::parse);
    }
  }

  private static boolean grows(
      Map.Entry<String, Reader> reader, Map.Entry<String, String> family, int least) {
    return measured(reader, family, least) > MOST_GROWTH
        && measured(reader, family, least) > MOST_GROWTH;
  }

  private static double measured(
      Map.Entry<String, Reader> reader, Map.Entry<String, String> family, int least) {
    StringBuilder line =
        new StringBuilder("%-22s %-12s".formatted(family.getKey(), reader.getKey()));
    double worst = 0;
    double before = 0;
    int size = least;
    for (int i = 0; i <= DOUBLINGS; i++, size *= 2) {
      double millis = millis(reader.getValue(), family.getValue(), size);
      line.append(" %8.0f".formatted(millis));
      if (before > LEAST_MILLIS) {
        worst = Math.max(worst, millis / before);
      }
      before = millis;
      if (millis > 10_000) {
        break;
      }
    }
    System.out.println(line + "   x %.1f".formatted(worst));
    return worst;
  }

  private static double millis(Reader reader, String part, int size) {
    String text = part.repeat(Math.max(1, size / part.length()));
    byte[] bytes = reader.form().apply(text).getBytes(StandardCharsets.UTF_8);
    double best = Double.MAX_VALUE;
    for (int run = 0; run < 3; run++) {
      long start = THREADS.getCurrentThreadCpuTime();
      reader.read().accept(bytes);
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e6);
      if (best > 1_500) {
        break;
      }
    }
    return best;
  }
}
