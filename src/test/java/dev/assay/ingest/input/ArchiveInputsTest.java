package dev.assay.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.article.Article;
import dev.assay.article.Identity;
import dev.assay.article.Outcome;
import dev.assay.article.Paragraph;
import dev.assay.article.RawDocument;
import dev.assay.clean.CleanResult;
import dev.assay.clean.Cleaner;
import dev.assay.fetch.FetchSettings;
import dev.assay.fetch.FetchSettings.PrivateAddresses;
import dev.assay.fetch.Fetcher;
import dev.assay.fetch.Origin;
import dev.assay.ingest.Newsstand;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/// Mails, archives and lists as somebody hands them in, until they are articles.
final class ArchiveInputsTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");
  private static final Instant KEPT = Instant.parse("2025-11-20T08:00:00Z");
  private static final FetchSettings LOCAL =
      new FetchSettings(
          Duration.ofSeconds(3), 1_000_000, 5, PrivateAddresses.ALLOWED, Duration.ZERO, "test");

  @TempDir Path folder;

  private Origin origin;
  private Fetcher fetcher;
  private Inputs inputs;

  @BeforeEach
  void start() throws IOException {
    origin = new Origin();
    fetcher = new Fetcher(LOCAL, () -> NOW);
    inputs = new Inputs(fetcher, () -> NOW);
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    origin.close();
  }

  private static String page(String title, String text) {
    return "<html><head><title>%s</title></head><body><article><h1>%s</h1><p>%s</p></article></body></html>"
        .formatted(title, title, text);
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private List<Given> given(Path path) {
    try (Stream<Given> given = inputs.of(path.toString())) {
      return given.toList();
    }
  }

  private static Article article(Given given) {
    RawDocument document = ((Given.Document) given).document();
    return ((CleanResult.Cleaned) new Cleaner().clean(document)).article();
  }

  private static List<String> paragraphs(Article article) {
    return article.paragraphs().stream().map(Paragraph::text).toList();
  }

  private static String reason(Given given) {
    return ((Given.Refused) given).reason();
  }

  @Test
  void aMailBecomesAnArticleWithoutWhatItAnswersAndHowToGetNoMore() throws IOException {
    Path mail =
        file(
            "a.eml",
            """
            From: "Carrow Daily" <news@carrow.example>
            Subject: Gallium rises
            Date: Thu, 20 Nov 2025 16:00:00 +0800
            Message-ID: <1@carrow.example>
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8

            <html><body><table><tr><td><p><a href="https://carrow.example/v/1">View this email in your browser</a></p></td></tr>
            <tr><td><h2>Gallium rises again</h2>
            <p>The price of gallium rose by a tenth on Monday, to 540 dollars a kilogram, traders at Songling said.</p>
            <p>Buyers had waited for a second export licence, which the ministry did not give, and bought from stock.</p></td></tr>
            <tr><td><p>You are receiving this since you signed up. <a href="https://carrow.example/u/1">Unsubscribe</a></p></td></tr></table>
            <div class="gmail_quote">On Monday Jo wrote:<blockquote>An older mail that is quoted at some length here.</blockquote></div>
            </body></html>
            """);
    Article article = article(given(mail).getFirst());

    assertThat(article.id())
        .isEqualTo(new Identity.OfExternal("mail", "1@carrow.example").articleId());
    assertThat(article.title()).isEqualTo("Gallium rises");
    assertThat(article.source()).isEqualTo("Carrow Daily");
    assertThat(article.publishedAt().instant()).isEqualTo(KEPT);
    assertThat(article.address()).isEqualTo(URI.create("https://carrow.example/v/1"));
    assertThat(paragraphs(article))
        .containsExactly(
            "Gallium rises again",
            "The price of gallium rose by a tenth on Monday, to 540 dollars a kilogram, traders at Songling said.",
            "Buyers had waited for a second export licence, which the ministry did not give, and bought from stock.");
  }

  @Test
  void aPlainMailInChineseLosesItsQuotesToo() throws IOException {
    Path mail =
        file(
            "b.eml",
            """
            From: 松岭早报 <a@songling.example>
            Subject: 镓价上涨
            Date: Thu, 20 Nov 2025 16:00:00 +0800
            Message-ID: <2@songling.example>
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            松岭的镓价周一上涨了一成，每公斤五百四十美元，贸易商这样说。

            买家等待第二张出口许可证，但商务部没有发放，只好动用库存。

            如需退订，请点击这里：https://songling.example/u
            > 上一封邮件的内容

            在2025年11月19日，林岚写道：
            > 更早的内容
            """);
    Article article = article(given(mail).getFirst());

    assertThat(article.title()).isEqualTo("镓价上涨");
    assertThat(paragraphs(article))
        .containsExactly("松岭的镓价周一上涨了一成，每公斤五百四十美元，贸易商这样说。", "买家等待第二张出口许可证，但商务部没有发放，只好动用库存。");
  }

  /// A mail by which one confirms that one wants others must be readable.
  @Test
  void aShortMailWithALinkIsReadable() throws IOException {
    Path mail =
        file(
            "c.eml",
            """
            From: Carrow Daily <news@carrow.example>
            Subject: Please confirm
            Message-ID: <3@carrow.example>
            Content-Type: text/html; charset=utf-8

            <p>Please confirm that you want Carrow Daily: <a href="https://carrow.example/c/1">https://carrow.example/c/1</a></p>
            """);

    assertThat(paragraphs(article(given(mail).getFirst())).getFirst())
        .contains("https://carrow.example/c/1");
  }

  /// Buttons are no text, but for the one by which one says that one wants the mails.
  @Test
  void aButtonThatConfirmsKeepsItsAddress() throws IOException {
    Path mail =
        file(
            "d.eml",
            """
            From: 松岭早报 <a@songling.example>
            Subject: 请确认订阅
            Message-ID: <4@songling.example>
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: 8bit

            <p>感谢您订阅松岭早报。</p><p><a href="https://songling.example/c/2">确认订阅</a></p>
            """);

    assertThat(paragraphs(article(given(mail).getFirst())))
        .containsExactly("感谢您订阅松岭早报。", "确认订阅 (https://songling.example/c/2)");
  }

  @Test
  void aMailLosesGreetingsFarewellsAndNotices() throws IOException {
    Path english =
        file(
            "e.eml",
            """
            From: Ostmark Briefing <briefing@ostmark.example>
            Subject: Exports rise
            Message-ID: <5@ostmark.example>
            Content-Type: text/plain; charset=utf-8

            View in browser [https://ostmark.example/v?token=eyJ1c2VyX2lkIjo5]

            EXPORTS RISE

            Dear subscriber,

            Exports of machine tools rose by 7.1 percent in October [https://ostmark.example/r/abc].

            Best regards,
            Your Ostmark Briefing team

            ---------------------------
            Thanks for reading! Subscribe for free
            to receive more posts.
            """);
    Path chinese =
        file(
            "f.eml",
            """
            From: 公告快递 <notice@qinghe.example>
            Subject: 清河物流公告
            Message-ID: <6@qinghe.example>
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: 8bit

            <div>尊敬的订阅者：</div><div>清河物流拟以十二亿元收购远栈仓储百分之六十的股权，公司周一公告。</div><div>---</div><div>本邮件由系统自动发出，请勿直接回复。</div>
            """);

    assertThat(paragraphs(article(given(english).getFirst())))
        .containsExactly("Exports of machine tools rose by 7.1 percent in October.");
    assertThat(paragraphs(article(given(chinese).getFirst())))
        .containsExactly("清河物流拟以十二亿元收购远栈仓储百分之六十的股权，公司周一公告。");
  }

  @Test
  void theLastPartOfAMailBetweenLinesOfMarksIsItsOwn() throws IOException {
    Path english =
        file(
            "h.eml",
            """
            From: The Anchor <anchor@seaways.example>
            Subject: Rates double
            Message-ID: <7@seaways.example>
            Content-Type: text/plain; charset=utf-8

            ** Tankers
            ------------------------------

            Rates for large tankers doubled in a week to $96,000 a day, brokers at Holm said.

            ** What to watch
            ------------------------------

            The strait's authority meets on Thursday, and may close it to ships without a pilot.

            ==============================
            You can update your preferences or unsubscribe from this list.
            """);
    Path chinese =
        file(
            "i.eml",
            """
            From: 远峰研究 <mail@yuanfeng.example>
            Subject: 猪价回落
            Message-ID: <8@yuanfeng.example>
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: 8bit

            <p>十一月第三周猪肉批发价为每公斤二十一元四角，环比下降百分之一点六，已连续四周回落。<a href="https://yuanfeng.example/1">阅读全文</a></p>
            """);

    assertThat(paragraphs(article(given(english).getFirst())))
        .containsExactly(
            "Tankers",
            "Rates for large tankers doubled in a week to $96,000 a day, brokers at Holm said.",
            "What to watch",
            "The strait's authority meets on Thursday, and may close it to ships without a pilot.");
    assertThat(paragraphs(article(given(chinese).getFirst())))
        .containsExactly("十一月第三周猪肉批发价为每公斤二十一元四角，环比下降百分之一点六，已连续四周回落。");
  }

  @Test
  void aMailThatOnlyBringsAnotherIsNoArticleBesideIt() throws IOException {
    Path mail =
        file(
            "g.eml",
            """
            From: Ben Carr <ben@desk.example>
            Subject: Fwd: 镓价
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=q

            --q
            Content-Type: text/plain

            See attached.
            --q
            Content-Type: message/rfc822

            From: Carrow Daily <news@carrow.example>
            Subject: Gallium rises
            Message-ID: <1@carrow.example>

            The price of gallium rose by a tenth on Monday, traders said.
            --q--
            """);
    List<Given> given = given(mail);

    assertThat(given).hasSize(1);
    assertThat(article(given.getFirst()).source()).isEqualTo("Carrow Daily");
    assertThat(article(given.getFirst()).title()).isEqualTo("Gallium rises");
  }

  @Test
  void everyMailOfAFileHasItsOwnOutcome() throws IOException {
    Path file =
        file(
            "all.mbox",
            """
            From a Thu Nov 20 08:00:00 2025
            From: a@foo.example
            Message-ID: <1@foo>
            Subject: One

            The plant at Songling made 54 tonnes of gallium last year.

            From b Thu Nov 20 08:00:00 2025
            Subject: nobody sent it

            Text.

            From c Thu Nov 20 08:00:00 2025
            From: c@foo.example
            Message-ID: <3@foo>
            Subject: Three

            The plant at Carrow made 12 tonnes of germanium last year.
            """);
    List<Given> given = given(file);

    assertThat(given).hasSize(3);
    assertThat(article(given.get(0)).title()).isEqualTo("One");
    assertThat(reason(given.get(1)))
        .isEqualTo("The mail does not say who sent it, so it has no source.");
    assertThat(article(given.get(2)).title()).isEqualTo("Three");
  }

  private Path warc() throws IOException {
    Path file = folder.resolve("kept.warc.gz");
    try (FileChannel out =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        WarcWriter writer = new WarcWriter(out, WarcCompression.GZIP)) {
      writer.write(
          new WarcResponse.Builder(URI.create("https://songling.example/a"))
              .date(KEPT)
              .body(
                  new HttpResponse.Builder(200, "OK")
                      .body(
                          MediaType.parse("text/html; charset=utf-8"),
                          page("松岭的镓", "松岭工厂去年生产了五十四吨镓，比前年多一成。").getBytes(StandardCharsets.UTF_8))
                      .build())
              .build());
    }
    return file;
  }

  @Test
  void aPageOfAnArchiveIsKnownByItsAddressAndOfItsTime() throws IOException {
    Given given = given(warc()).getFirst();

    assertThat(given.identity())
        .isEqualTo(new Identity.OfAddress(URI.create("https://songling.example/a")));
    assertThat(article(given).fetchedAt()).isEqualTo(KEPT);
    assertThat(article(given).title()).isEqualTo("松岭的镓");
  }

  @Test
  void anArchiveThatIsUploadedGivesWhatItGivesAsAFile() throws IOException {
    byte[] bytes = Files.readAllBytes(warc());

    try (Stream<Given> given = inputs.ofUpload("kept.warc.gz", bytes)) {
      assertThat(article(given.toList().getFirst()).title()).isEqualTo("松岭的镓");
    }
    try (Stream<Given> given = inputs.ofUpload("none.warc", new byte[1])) {
      assertThat(given.toList().getFirst().identity().shown()).contains("none.warc");
    }
  }

  @Test
  void aFolderOfAllKindsGivesWhatEachOfThemHolds() throws IOException {
    warc();
    origin.on(
        "/b",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8",
        page(
            "Floor price",
            "The floor price of gallium was raised on Monday, the ministry said; it holds for all exporters from May."));
    file(
        "bookmarks.html",
        "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF=\"%s\" ADD_DATE=\"1763625600\">Floor</A></DL>"
            .formatted(origin.address("/b")));
    file(
        "single.html",
        "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://carrow.example/s \n saved date: Thu Nov 20 2025 16:00:00 GMT+0800 (CST)\n-->"
            + page("Saved", "A page that was saved whole, with its pictures and its styles."));
    file("data.csv", "year,tonnes\n2024,54\n");
    file("data.json", "{\"a\":1}");
    List<Given> given = given(folder);

    assertThat(given.stream().map(one -> one.identity().shown()))
        .containsExactly(
            origin.address("/b").toString(),
            folder.resolve("data.json").toString(),
            "https://songling.example/a",
            "https://carrow.example/s");
    assertThat(((Given.Document) given.getFirst()).document().header(RawDocument.ADDED_AT))
        .contains("2025-11-20T08:00:00Z");
    assertThat(article(given.getLast()).fetchedAt()).isEqualTo(KEPT);
  }

  @Test
  void aLibraryGivesItsFilesElseItsPagesElseItsAbstracts() throws IOException {
    file(
        "files/12/notes.md",
        "# A draft\n\nThe plant at Songling made 54 tonnes of gallium last year, officials said.\n");
    file("../outside.md", "# Not ours\n\nText.\n");
    origin.on(
        "/page",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8",
        page(
            "Page",
            "The floor price of gallium was raised on Monday, the ministry said; it holds for all exporters from May."));
    Path library =
        file(
            "library.ris",
            """
            TY  - JOUR
            TI  - Gallium after the quota
            AU  - Marsh, Jo
            DA  - 2024/05/01/
            T2  - Metals Quarterly
            L1  - files/12/notes.md
            ER  -
            TY  - NEWS
            TI  - The page
            UR  - %s
            ER  -
            TY  - JOUR
            TI  - Only an abstract
            UR  - %s
            AB  - Fifty-four tonnes of gallium were made at Songling in 2024, a tenth more than before.
            ER  -
            TY  - JOUR
            TI  - Nothing
            L1  - ../outside.md
            ER  -
            """
                .formatted(origin.address("/page"), origin.address("/none")));
    List<Given> given = given(library);

    Article notes = article(given.get(0));
    assertThat(notes.title()).isEqualTo("Gallium after the quota");
    assertThat(notes.authors()).containsExactly("Marsh, Jo");
    assertThat(notes.source()).isEqualTo("Metals Quarterly");
    assertThat(notes.publishedAt().toString()).contains("2024-05-01");
    assertThat(article(given.get(1)).title()).isEqualTo("The page");
    assertThat(paragraphs(article(given.get(2))))
        .containsExactly(
            "Fifty-four tonnes of gallium were made at Songling in 2024, a tenth more than before.");
    assertThat(reason(given.get(3))).isEqualTo("The reference has no file and no address.");
  }

  @Test
  void saysWhatIsWrongWithWhatCannotBeRead() throws IOException {
    assertThat(reason(given(file("x.warc", "no archive")).getFirst()))
        .isEqualTo("The file does not begin as a web archive (WARC) does.");
    assertThat(reason(given(file("x.wacz", "no zip")).getFirst()))
        .startsWith("The file cannot be read:");
    assertThat(reason(given(file("x.mbox", "no mail")).getFirst()))
        .isEqualTo("The file holds no mails (mbox).");
    assertThat(reason(given(file("x.mhtml", "no page")).getFirst()))
        .isEqualTo("The file holds no page: none of its parts is HTML.");
    assertThat(reason(given(file("x.ris", "no works")).getFirst()))
        .isEqualTo("The file holds no references (RIS, CSL-JSON).");
    assertThat(reason(given(file("x.json", "{}")).getFirst()))
        .startsWith("The file is no list of references (CSL-JSON) and no JSON Feed.");
    assertThat(reason(given(file("x.eml", "")).getFirst()))
        .isEqualTo("The mail does not say who sent it, so it has no source.");
  }

  @Test
  void aLargeLibraryLooksAtEachOfItsFilesOnce() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      file(
          "storage/%d/Notes on plant %<d of the long valley.md".formatted(i),
          "# Notes\n\nThe plant made 54 tonnes of gallium last year, officials said.\n");
    }
    String others =
        IntStream.range(0, 30_000)
            .mapToObj("TY  - JOUR\nTI  - A history of kiln %d at Carrow\nER  - \n"::formatted)
            .collect(Collectors.joining());
    Path library =
        file(
            "library.ris",
            others + "TY  - JOUR\nTI  - Notes on Plant 7 of the Long Valley\nER  - \n");

    List<Given> given = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> given(library));

    assertThat(given).hasSize(30_001);
    assertThat(given.subList(0, 30_000)).allMatch(Given.Refused.class::isInstance);
    assertThat(given.getLast().identity().shown())
        .endsWith("storage/7/Notes on plant 7 of the long valley.md");
  }

  /// A page that is here already as it was later is not set back by an archive.
  @Test
  void anArchiveDoesNotTakeALaterTextAway() throws IOException {
    Identity identity = new Identity.OfAddress(URI.create("https://songling.example/a"));
    try (Newsstand stand = new Newsstand(folder.resolve("data"))) {
      RawDocument later =
          new RawDocument(
              identity,
              URI.create("https://songling.example/a"),
              RawDocument.HTML,
              page("松岭的镓", "松岭工厂去年生产了五十六吨镓，比前年多一成。").getBytes(StandardCharsets.UTF_8),
              Map.of(),
              NOW);
      stand.ingest.run(List.<Given>of(new Given.Document(later)).iterator(), (_, _) -> {});
      List<Outcome> outcomes = new ArrayList<>();
      stand.ingest.run(given(warc()).iterator(), (_, outcome) -> outcomes.add(outcome));

      assertThat(outcomes)
          .containsExactly(
              new Outcome.Refused(
                  "A text of it that was fetched later (2025-11-23T00:00:00Z) is here already."));
      assertThat(
              stand
                  .store
                  .read(s -> s.articles().find(identity.articleId()))
                  .orElseThrow()
                  .article())
          .satisfies(article -> assertThat(paragraphs(article).getFirst()).contains("五十六吨"));
    }
  }
}
