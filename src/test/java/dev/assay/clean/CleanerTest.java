package dev.assay.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.RawDocument;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CleanerTest {

  private static final Instant NOW = Instant.parse("2025-11-24T00:00:00Z");

  private final Cleaner cleaner = new Cleaner();

  @Test
  void readsABatchLineAsItStands() {
    Article article =
        cleaned(
            RawDocument.BATCH_LINE,
            """
            {"id":"7","title":"稀土出口","text":"十月出口增长。\\n\\n价格持平。","lang":"zh","url":"https://a.cn/x?utm_source=y","source":"矿业观察","published":"2025-11-20T08:00:00+08:00"}
            """);

    assertThat(article.title()).isEqualTo("稀土出口");
    assertThat(article.language()).isEqualTo(Language.ZH_HANS);
    assertThat(article.address()).isEqualTo(URI.create("https://a.cn/x"));
    assertThat(article.publishedAt().iso()).isEqualTo("2025-11-20T08:00+08:00");
    assertThat(texts(article)).containsExactly("十月出口增长。", "价格持平。");
  }

  @Test
  void believesTheTextOfABatchLineBeforeTheLanguageThatItGives() {
    assertThat(
            cleaned(
                    RawDocument.BATCH_LINE,
                    """
                    {"id":"8","title":"Lynas","text":"Die Grube hat im Jahr davor nach Angaben der Firma 3.000 Tonnen gefördert.","lang":"en"}
                    """)
                .language())
        .isEqualTo(new Language("de"));
    assertThat(
            cleaned(
                    RawDocument.BATCH_LINE,
                    """
                    {"id":"9","title":"莱纳斯","text":"矿山去年开采矿石3000吨。","lang":"en"}
                    """)
                .language())
        .isEqualTo(Language.ZH_HANS);
    assertThat(
            cleaned(RawDocument.BATCH_LINE, "{\"id\":\"10\",\"title\":\"Lynas\",\"lang\":\"fr\"}")
                .language())
        .isEqualTo(new Language("fr"));
  }

  @Test
  void anEmptyBatchTextIsAnArticleWithoutParagraphs() {
    Article article =
        cleaned(RawDocument.BATCH_LINE, "{\"id\":\"1\",\"title\":\"A\",\"text\":\"\"}");

    assertThat(article.title()).isEqualTo("A");
    assertThat(article.paragraphs()).isEmpty();
  }

  @Test
  void readsAPlainTextWithItsTitleAndBrokenLines() {
    Article article =
        cleaned(
            RawDocument.PLAIN,
            """
            Magnet plant opens in Texas

            The plant will make one thousand tonnes of sintered magnets a
            year from 2027, the company said on Tuesday, and will employ two
            hundred people.

            Its ore comes from California.
            """);

    assertThat(article.title()).isEqualTo("Magnet plant opens in Texas");
    assertThat(texts(article))
        .containsExactly(
            "The plant will make one thousand tonnes of sintered magnets a year from 2027, the company"
                + " said on Tuesday, and will employ two hundred people.",
            "Its ore comes from California.");
  }

  @Test
  void readsMarkdownByKind() {
    Article article =
        cleaned(
            RawDocument.MARKDOWN,
            """
            # 九月出口

            出口量为 **4000 吨**，见[海关](https://example.cn)。

            - 镨钕
            - 镝

            | 月份 | 吨 |
            | --- | ---: |
            | 八月 | 5792 |
            """);

    assertThat(article.title()).isEqualTo("九月出口");
    assertThat(article.paragraphs())
        .containsExactly(
            new Paragraph(1, Paragraph.Kind.TEXT, "出口量为 4000 吨，见海关。"),
            new Paragraph(2, Paragraph.Kind.LIST, "镨钕"),
            new Paragraph(3, Paragraph.Kind.LIST, "镝"),
            new Paragraph(4, Paragraph.Kind.TABLE, "月份 │ 吨\n八月 │ 5792"));
  }

  @Test
  void readsAMarkdownQuoteOfTwoParagraphs() {
    Article article = cleaned(RawDocument.MARKDOWN, "> 价格上涨。\n>\n> Prices rose.\n");

    assertThat(article.paragraphs())
        .containsExactly(
            new Paragraph(1, Paragraph.Kind.QUOTE, "价格上涨。"),
            new Paragraph(2, Paragraph.Kind.QUOTE, "Prices rose."));
  }

  @Test
  void readsTheHeadOfAMarkdownFileAndNoMarksOrPictures() {
    Article article =
        cleaned(
            RawDocument.MARKDOWN,
            """
            ---
            title: "Gallium prices"
            author: Li Wei
            date: 2025-03-04
            ---

            # Gallium prices

            Prices *rose* by `3 %` to
            a [record](https://example.org/a_(b)), the ministry\\
            said. ![chart](chart.png)

            ```
            2024  500
            2025  540
            ```

            <p>Prices are <b>ex works</b>.</p>
            """);

    assertThat(article.title()).isEqualTo("Gallium prices");
    assertThat(article.authors()).containsExactly("Li Wei");
    assertThat(article.publishedAt().local().toLocalDate()).hasToString("2025-03-04");
    assertThat(texts(article))
        .containsExactly(
            "Prices rose by 3 % to a record, the ministry said.",
            "2024 500", "2025 540", "Prices are ex works.");
  }

  @Test
  void refusesAnEmptyPageWithSomethingToDo() {
    assertThat(cleaner.clean(document(RawDocument.HTML, " ".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(
            new CleanResult.Refused(
                "the page is empty; open it in a browser to see whether it loads"));
  }

  @Test
  void readsAPageInGb18030ThatDeclaresGb2312() {
    String html =
        "<html><head><meta charset=gb2312><title>測試㐂</title></head><body><p>"
            + "镕基先生说，这是一段足够长的正文，用来检验编码。".repeat(3)
            + "</p></body></html>";
    CleanResult result =
        cleaner.clean(document(RawDocument.HTML, html.getBytes(Charset.forName("GB18030"))));

    Article article = ((CleanResult.Cleaned) result).article();
    assertThat(article.title()).isEqualTo("測試㐂");
    assertThat(texts(article)).containsExactly("镕基先生说，这是一段足够长的正文，用来检验编码。".repeat(3));
  }

  private Article cleaned(String mediaType, String text) {
    CleanResult result = cleaner.clean(document(mediaType, text.getBytes(StandardCharsets.UTF_8)));
    return ((CleanResult.Cleaned) result).article();
  }

  @Test
  void takesNoSentenceForTheIssuerOfADocument() {
    assertThat(source("# 青禾医院建培训中心\n\n青禾医院与澄江大学25日签署协议，每年培训急救人员600名。\n\n陆知夏说，培训明年开始。")).isEmpty();
    assertThat(
            source(
                "# Ferries stop\n\nSome 300 people met on the quay, and asked for a boat.\n\nNone came."))
        .isEmpty();
    assertThat(source("# 年度通报\n\n临岚市卫生健康委员会，2025年11月20日\n\n全市今年新增床位三千张。")).isEqualTo("临岚市卫生健康委员会");
  }

  private String source(String markdown) {
    return cleaned(RawDocument.MARKDOWN, markdown).source();
  }

  private static RawDocument document(String mediaType, byte[] bytes) {
    return new RawDocument(new Identity.OfFile("/a/b"), null, mediaType, bytes, Map.of(), NOW);
  }

  private static List<String> texts(Article article) {
    return article.paragraphs().stream().map(Paragraph::text).toList();
  }
}
