package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.RawDocument;
import dev.assay.article.ReaderId;
import dev.assay.ask.Answer;
import dev.assay.ask.AskScope;
import dev.assay.cli.terminal.Desk;
import dev.assay.desk.note.Notes;
import dev.assay.export.Export;
import dev.assay.export.PackSubject;
import dev.assay.ingest.input.Given;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What stands in an evidence pack, and that it stands in the desk's texts too.
@TestInstance(Lifecycle.PER_CLASS)
final class ExportTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Instant NOW = Instant.parse("2025-11-20T08:00:00Z");
  private static final String FORMULA = "=HYPERLINK(\"https://example.org\") 早报";

  private Desk desk;

  @BeforeAll
  void fill(@TempDir Path folder) {
    desk = new Desks(Lexicon.shipped(), () -> NOW, Optional::empty).toWrite(folder);
    take(
        "share-en",
        "Carrow Dispatch",
        "Gallium refining 🜁 stays where it is",
        "China accounts for 85% of global gallium refining, analysts of the port said on Monday.\n"
            + "Kestrel Minerals will open its plant in Carrow in March, its chairman told a meeting & left <early>.",
        Map.of());
    take(
        "share-zh",
        FORMULA,
        "镓精炼格局未变",
        "中国占全球镓精炼产能的60%，松岭研究所周一发布的报告说。\n出口管制从今年十二月一日起实施，出口商须申请许可证。",
        Map.of());
    take(
        "reserved",
        "Port Ellery Post",
        "Gallium of the port",
        "A cargo of gallium lay in the port of Ellery for weeks, "
            + "while its owners and its buyers spoke of little else, ".repeat(9)
            + "and left in May.\nNobody in the port of Ellery saw the gallium leave.",
        Map.of(RawDocument.RESERVED, "tdm-reservation: 1"));
  }

  @AfterAll
  void close() {
    desk.close();
  }

  private void take(
      String id, String source, String title, String text, Map<String, String> headers) {
    Map<String, String> line =
        Map.of(
            "id", id,
            "url", "https://library.example/" + id,
            "source", source,
            "published", "2025-11-19T09:30:00Z",
            "title", title,
            "text", text);
    BatchLines.take(desk, NOW, line, headers);
  }

  private static ArticleId id(String name) {
    return new Identity.OfExternal("", name).articleId();
  }

  private byte[] pack(PackSubject subject, Language reader) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    desk.export().of(subject, ReaderId.LOCAL, reader, Optional.empty()).orElseThrow().writeTo(out);
    return out.toByteArray();
  }

  private Map<String, byte[]> gallium() throws IOException {
    return files(pack(new PackSubject.OfTopic("镓"), Language.EN));
  }

  private static Map<String, byte[]> files(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  @Test
  void givesTheSameBytesForTheSameState() throws IOException {
    PackSubject gallium = new PackSubject.OfTopic("gallium");

    assertThat(pack(gallium, Language.ZH_HANS)).isEqualTo(pack(gallium, Language.ZH_HANS));
  }

  @Test
  void holdsEveryFileAndItsSum() throws Exception {
    Map<String, byte[]> files = gallium();

    assertThat(files)
        .containsKeys(
            "index.html",
            "memo.md",
            "memo.docx",
            "figures.csv",
            "figures.xlsx",
            "citations.ris",
            "citations.bib",
            "citations.csl.json",
            "annotations.jsonld",
            "ro-crate-metadata.json",
            "manifest-sha256.txt",
            "sources/%s.txt".formatted(id("share-en")),
            "sources/%s.txt".formatted(id("share-zh")));
    String manifest = text(files, "manifest-sha256.txt");
    assertThat(manifest.lines()).hasSize(files.size() - 1);
    for (String line : manifest.lines().toList()) {
      byte[] file = files.get(line.substring(66));
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
          .isEqualTo(line.substring(0, 64));
    }
  }

  @Test
  void everyQuoteStandsAtItsPlace() throws IOException {
    Map<String, byte[]> files = gallium();

    int places = 0;
    for (JsonNode item : JSON.readTree(files.get("annotations.jsonld")).path("items")) {
      JsonNode target = item.path("target");
      JsonNode quote = target.path("selector").path(0);
      if (target.path("state").has("cached")) {
        String source = text(files, target.path("state").path("cached").asString(""));
        JsonNode place = target.path("selector").path(1);
        int[] letters = source.codePoints().toArray();
        int start = place.path("start").asInt(-1);
        int end = place.path("end").asInt(-1);
        assertThat(new String(letters, start, end - start))
            .isEqualTo(quote.path("exact").asString(""));
        assertThat(new String(letters, 0, start)).endsWith(quote.path("prefix").asString(""));
        places++;
      }
    }
    assertThat(places).isGreaterThan(3);
  }

  @Test
  void tellsTheTopicsFiguresAndWhatEachArticleSaysOfIt() throws IOException {
    String memo = text(gallium(), "memo.md");

    assertThat(memo.lines().filter(line -> line.startsWith("## ")).limit(3))
        .containsExactly("## What is new", "## What is announced", "## Where sources differ");
    assertThat(memo)
        .contains(
            "China, share of world gallium refining capacity: 85%; 60%. 85% cannot hold together")
        .contains("Carrow Dispatch, 2025-11-19")
        .doesNotContain("Kestrel Minerals will open its plant");
    List<String> marks = marks(memo, "\\[\\^(\\d+)](?!:)");
    assertThat(marks(memo, "(?m)^\\[\\^(\\d+)]:")).containsExactlyInAnyOrderElementsOf(marks);
  }

  private static List<String> marks(String memo, String pattern) {
    return Pattern.compile(pattern)
        .matcher(memo)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  @Test
  void quotesAReservedTextAndDoesNotHandItOn() throws IOException {
    desk.collections().put(ReaderId.LOCAL, "Port", List.of(id("reserved")));
    desk.notes()
        .add(ReaderId.LOCAL, id("reserved"), 1, new Notes.Where.Whole(), "all of it", List.of());

    Map<String, byte[]> files = files(pack(new PackSubject.OfCollection("Port"), Language.EN));

    assertThat(files).doesNotContainKey("sources/%s.txt".formatted(id("reserved")));
    assertThat(text(files, "index.html"))
        .contains("The site reserves its text (tdm-reservation: 1)")
        .contains("Nobody in the port of Ellery saw the gallium leave.")
        .contains("A cargo of gallium lay in the port");
    files.values().stream()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .forEach(text -> assertThat(text).doesNotContain("left in May"));
    for (JsonNode item : JSON.readTree(files.get("annotations.jsonld")).path("items")) {
      String quote = item.path("target").path("selector").path(0).path("exact").asString("");
      assertThat(quote.length()).isBetween(1, 300);
    }
  }

  @Test
  void givesEachSentenceAFootnoteInMarkdownAndInWord() throws IOException {
    List<ArticleId> articles = List.of(id("share-en"), id("share-zh"), id("reserved"));
    Map<String, byte[]> files = files(pack(new PackSubject.OfArticles(articles), Language.EN));

    String memo = text(files, "memo.md");
    assertThat(memo)
        .contains(
            "- China accounts for 85% of global gallium refining, analysts of the port said on Monday.[^")
        .contains("meeting & left \\<early\\>.")
        .contains(
            "” — Carrow Dispatch, 2025-11-19T09:30Z, Gallium refining 🜁 stays where it is, article %s, paragraph 1 <https://library.example/share-en>"
                .formatted(id("share-en")));
    Map<String, byte[]> word = files(files.getOrDefault("memo.docx", new byte[0]));
    Document document = xml(word, "word/document.xml");
    Document notes = xml(word, "word/footnotes.xml");
    List<String> marks = document.select("w|footnoteReference").eachAttr("w:id");
    assertThat(notes.select("w|footnote").eachAttr("w:id")).containsAll(marks);
    assertThat(notes.text()).contains("85% of global gallium refining").contains("paragraph 1");
    List<String> links =
        xml(word, "word/_rels/footnotes.xml.rels").select("Relationship").eachAttr("Id");
    assertThat(links).containsAll(notes.select("w|hyperlink").eachAttr("r:id"));
  }

  private static Document xml(Map<String, byte[]> files, String name) {
    Document document = Jsoup.parse(text(files, name), Parser.xmlParser());
    assertThat(document.children()).as(name).isNotEmpty();
    return document;
  }

  @Test
  void writesFiguresAsTypedCellsAndNoFormula() throws IOException {
    Map<String, byte[]> files = gallium();

    String csv = text(files, "figures.csv");
    assertThat(csv)
        .startsWith("entry,title,verdict,written,low,high,unit")
        .contains(",85%,85,85,%,exact,")
        .contains(",\"'=HYPERLINK(");
    Map<String, byte[]> book = files(files.getOrDefault("figures.xlsx", new byte[0]));
    Document sheet = xml(book, "xl/worksheets/sheet1.xml");
    assertThat(sheet.select("row").get(1).select("c:not([t]) > v").eachText()).contains("85");
    assertThat(sheet.select("f")).isEmpty();
    assertThat(sheet.select("hyperlink")).isNotEmpty();
  }

  @Test
  void citesSourcesAsReferenceManagersReadThem() throws IOException {
    Map<String, byte[]> files = gallium();

    assertThat(text(files, "citations.ris"))
        .contains("TY  - NEWS\r\n")
        .contains("TI  - 镓精炼格局未变\r\n")
        .contains("PY  - 2025\r\nDA  - 2025/11/19\r\n")
        .contains("UR  - https://library.example/share-zh\r\n");
    assertThat(text(files, "citations.bib"))
        .contains("title = {{Gallium of the port}}")
        .contains("organization = {{Port Ellery Post}}")
        .contains("date = {2025-11-19}");
    JsonNode first = JSON.readTree(files.get("citations.csl.json")).path(0);
    assertThat(first.path("issued").path("date-parts").path(0).path(0).asInt(0)).isEqualTo(2025);
  }

  @Test
  void readsOfflineInTheReadersLanguage() throws IOException {
    Map<String, byte[]> files = files(pack(new PackSubject.OfTopic("镓"), Language.ZH_HANS));

    Document page = Jsoup.parse(text(files, "index.html"));
    assertThat(page.select("html").attr("lang")).isEqualTo("zh-Hans");
    assertThat(page.select("h2").eachText()).contains("说法不一的数字", "引文", "来源文章");
    assertThat(page.select("script, link, img")).isEmpty();
    for (Element mark : page.select("sup a")) {
      assertThat(page.select(mark.attr("href"))).hasSize(1);
    }
    assertThat(page.select("a[href^=sources/]").eachAttr("href")).allMatch(files::containsKey);
  }

  @Test
  void packsAnAnswerForItsReaderAlone() throws IOException {
    Answer answer =
        desk.ask()
            .answer(
                "What share of global gallium refining does China have?",
                AskScope.ALL,
                Language.EN);
    desk.ask().keep(ReaderId.LOCAL, answer);
    PackSubject subject = new PackSubject.OfAnswer(answer.id());

    String memo = text(files(pack(subject, Language.EN)), "memo.md");

    assertThat(memo)
        .contains("# What share of global gallium refining does China have?")
        .contains("## Answer")
        .contains("85% cannot hold together with 60%")
        .contains("## Where sources differ");
    assertThat(desk.export().of(subject, new ReaderId("other"), Language.EN, Optional.empty()))
        .isEmpty();
  }

  @Test
  void packsACollectionWithTheReadersNotes() throws IOException {
    desk.collections().put(ReaderId.LOCAL, "Quota talks", List.of(id("share-zh")));
    desk.notes()
        .add(
            ReaderId.LOCAL,
            id("share-zh"),
            2,
            new Notes.Where.Quoted("出口商须申请许可证"),
            "who grants it?",
            List.of());

    Map<String, byte[]> files =
        files(pack(new PackSubject.OfCollection("Quota talks"), Language.EN));

    assertThat(text(files, "memo.md")).contains("> Note: who grants it?[^");
    assertThat(text(files, "annotations.jsonld")).contains("\"commenting\"", "\"出口商须申请许可证\"");
  }

  private void fetched(String name, String words, Map<String, String> headers) {
    URI address = URI.create("https://library.example/" + name.replace(" ", "%20"));
    Given page =
        new Given.Document(
            new RawDocument(
                new Identity.OfAddress(address),
                address,
                RawDocument.HTML,
                "<html lang=en><title>%s</title><article><h1>%s</h1><p>%s</p></article></html>"
                    .formatted(name, name, words)
                    .getBytes(StandardCharsets.UTF_8),
                headers,
                NOW));
    desk.ingest().run(List.of(page).iterator(), (_, _) -> {});
  }

  @Test
  void packsThePagesAsTheyWereFetchedButThoseThatAreReserved() throws Exception {
    String words =
        "The dredger Meridian lay in the port of Ellery while its crew waited for a permit to sail. "
            .repeat(6);
    fetched("Dredger waits", words, Map.of());
    fetched("Dredger sails", "At last. " + words, Map.of(RawDocument.RESERVED, "noarchive"));
    PackSubject dredger = new PackSubject.OfTopic("Meridian");

    Map<String, byte[]> plain = files(pack(dredger, Language.EN));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    desk.export()
        .of(dredger, ReaderId.LOCAL, Language.EN, Optional.empty(), Export.Extent.PAGES)
        .orElseThrow()
        .writeTo(out);
    Map<String, byte[]> whole = files(out.toByteArray());

    assertThat(plain.keySet()).noneMatch(name -> name.startsWith("raw/"));
    List<String> archives =
        whole.keySet().stream().filter(name -> name.startsWith("raw/")).toList();
    assertThat(archives).hasSize(1);
    assertThat(text(whole, "manifest-sha256.txt")).contains(archives.getFirst());
    byte[] archive = whole.getOrDefault(archives.getFirst(), new byte[0]);
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(archive))) {
      WarcResource page = (WarcResource) reader.next().orElseThrow();
      assertThat(page.target()).isEqualTo("https://library.example/Dredger%20waits");
      assertThat(page.date()).isEqualTo(NOW);
      byte[] bytes = page.body().stream().readAllBytes();
      assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("<h1>Dredger waits</h1>");
      assertThat(page.payloadDigest().orElseThrow().hex())
          .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }
  }

  @Test
  void packsNothingOutOfNothing() {
    PackSubject none = new PackSubject.OfTopic("nothing is called so");

    assertThat(desk.export().of(none, ReaderId.LOCAL, Language.EN, Optional.empty())).isEmpty();
  }
}
