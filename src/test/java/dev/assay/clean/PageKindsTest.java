package dev.assay.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.Identity;
import dev.assay.article.Paragraph;
import dev.assay.article.Paragraph.Kind;
import dev.assay.article.RawDocument;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Live blogs, AMP pages, tables, times of change, and pages without their text.
class PageKindsTest {

  private static final Instant NOW = Instant.parse("2025-11-24T00:00:00Z");

  private static final String ONE =
      "The smelter will restart its second furnace in March, the company told its workers on Monday, after a year of repairs.";
  private static final String TWO =
      "Output is to reach forty thousand tonnes of metal a year by the summer, and most of it is sold already, it said.";
  private static final String THREE =
      "The union welcomed the news and asked for a new agreement on shifts before the furnace is lit in the spring.";
  private static final String ZH_ONE = "公司周一对工人表示，第二座熔炉在维修一年之后将于三月恢复生产，维修费用高于原先的计划，资金来自去年发行的债券。";
  private static final String ZH_TWO = "到夏天，年产量将达到四万吨金属，约占全国用量的五分之一，其中大部分已经售出，剩余部分供应本地的加工企业。";
  private static final String ZH_THREE = "工会对此表示欢迎，并要求在点火之前就轮班签订新的协议，因为原来的协议在去年停产时已经到期，至今没有续签。";

  @Test
  void aLiveBlogHasItsOwnTitleAndTimeAndAllItsPosts() {
    String live =
        """
        <script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"%s","datePublished":"2025-11-21T08:00:00+00:00",
        "liveBlogUpdate":[{"@type":"BlogPosting","headline":"Later post","datePublished":"2025-11-21T11:00:00+00:00","articleBody":"x","author":"A B"}]}</script>
        <h1>%s</h1><main><article class="post"><time datetime="2025-11-21T11:00:00Z">11:00</time><h2>%s</h2><p>%s</p></article>
        <article class="post"><time datetime="2025-11-21T10:00:00Z">10:00</time><h2>%s</h2><p>%s</p></article>
        <article class="post"><time datetime="2025-11-21T09:00:00Z">9:00</time><h2>%s</h2><p>%s</p></article></main>""";
    Article english =
        article(
            live.formatted(
                "Smelter day, live",
                "Smelter day, live",
                "The union",
                THREE,
                "Output",
                TWO,
                "March",
                ONE));
    assertThat(english.title()).isEqualTo("Smelter day, live");
    assertThat(english.publishedAt().instant()).isEqualTo(Instant.parse("2025-11-21T08:00:00Z"));
    assertThat(texts(english)).containsExactly("The union", THREE, "Output", TWO, "March", ONE);
    Article chinese =
        article(live.formatted("冶炼厂直播", "冶炼厂直播", "工会", ZH_THREE, "产量", ZH_TWO, "三月", ZH_ONE));
    assertThat(chinese.title()).isEqualTo("冶炼厂直播");
    assertThat(texts(chinese)).containsExactly("工会", ZH_THREE, "产量", ZH_TWO, "三月", ZH_ONE);
  }

  @Test
  void anAmpPageIsReadAndKnowsThePageItIsMadeFrom() {
    Article article =
        article(
            "<html ⚡ lang=en><head><link rel=canonical href='https://www.metal.example/news/smelter'>"
                + "<style amp-boilerplate>body{visibility:hidden}</style><noscript><style amp-boilerplate>.x{display:none}</style></noscript>"
                + "</head><body><amp-sidebar><p>Menu of the site with all its parts, from markets to opinion, in one place.</p></amp-sidebar>"
                + "<article><h1>Smelter restarts</h1><amp-img src=a.jpg></amp-img><p class=x>"
                + ONE
                + "</p><amp-ad><p>Buy the new thing that everybody wants to have this year, now.</p></amp-ad><p>"
                + TWO
                + "</p><p>"
                + THREE
                + "</p></article></body></html>",
            "https://www-metal-example.cdn.ampproject.org/c/s/www.metal.example/amp/news/smelter");
    assertThat(article.address()).isEqualTo(URI.create("https://www.metal.example/news/smelter"));
    assertThat(texts(article)).containsExactly(ONE, TWO, THREE);
  }

  @Test
  void aTableKeepsItsCaptionItsUnitAndItsHeader() {
    Article chinese =
        article(
            "<h1>十月出口</h1><article><p>"
                + ZH_ONE
                + "</p><p>单位：万吨</p><table><tr><th>月份</th><th>出口量</th></tr>"
                + "<tr><td>九月</td><td>0.40</td></tr><tr><td>十月</td><td>0.55</td></tr></table><p>"
                + ZH_TWO
                + "</p></article>");
    assertThat(chinese.paragraphs())
        .containsExactly(
            new Paragraph(1, Kind.TEXT, ZH_ONE),
            new Paragraph(2, Kind.CAPTION, "单位：万吨"),
            new Paragraph(3, Kind.TABLE, "月份 │ 出口量\n九月 │ 0.40\n十月 │ 0.55"),
            new Paragraph(4, Kind.TEXT, ZH_TWO));
    Article english =
        article(
            "<h1>Exports</h1><article><p>"
                + ONE
                + "</p><table><caption>Exports, in thousand tonnes</caption><thead><tr><th>Month</th><th>Exports</th></tr></thead>"
                + "<tr><td>September</td><td>4.0</td></tr><tr><td>October</td><td>5.5</td></tr></table><p>"
                + TWO
                + "</p></article>");
    assertThat(english.paragraphs())
        .containsExactly(
            new Paragraph(1, Kind.TEXT, ONE),
            new Paragraph(2, Kind.CAPTION, "Exports, in thousand tonnes"),
            new Paragraph(3, Kind.TABLE, "Month │ Exports\nSeptember │ 4.0\nOctober │ 5.5"),
            new Paragraph(4, Kind.TEXT, TWO));
  }

  @Test
  void aQuoteAListAndACaptionAreTold() {
    Article article =
        article(
            "<h1>Smelter</h1><article><p>"
                + ONE
                + "</p><figure><img src=a.jpg><figcaption>The second furnace, before its repair, in a picture of last year.</figcaption></figure>"
                + "<blockquote><p>"
                + TWO
                + "</p></blockquote><ul><li>furnace two in March</li><li>furnace one in June</li></ul><p>"
                + THREE
                + "</p></article>");
    assertThat(article.paragraphs())
        .containsExactly(
            new Paragraph(1, Kind.TEXT, ONE),
            new Paragraph(
                2,
                Kind.CAPTION,
                "The second furnace, before its repair, in a picture of last year."),
            new Paragraph(3, Kind.QUOTE, TWO),
            new Paragraph(4, Kind.LIST, "furnace two in March"),
            new Paragraph(5, Kind.LIST, "furnace one in June"),
            new Paragraph(6, Kind.TEXT, THREE));
  }

  @Test
  void tellsWhenAPageWasChangedAsItShowsIt() {
    assertThat(
            article(
                    "<h1>Smelter</h1><time datetime='2025-11-20T08:00:00Z'>20 Nov</time><span class=updated>Updated 21 November 2025 10:30</span><article><p>"
                        + ONE
                        + "</p><p>"
                        + TWO
                        + "</p></article>")
                .updatedAt()
                .iso())
        .startsWith("2025-11-21T10:30");
    assertThat(
            article(
                    "<h1>冶炼厂</h1><span class=date>2025年11月20日</span><span class=update-time>更新于2025年11月21日 10:30</span><article><p>"
                        + ZH_ONE
                        + "</p><p>"
                        + ZH_TWO
                        + "</p></article>")
                .updatedAt()
                .iso())
        .startsWith("2025-11-21T10:30");
  }

  @Test
  void sectionPictureAndSiteAreTold() {
    Article article =
        article(
            "<meta property=og:image content='https://metal.example/a.jpg'><meta property=article:section content=Markets>"
                + "<meta property=og:site_name content='金属日报'><h1>冶炼厂</h1><article><p>"
                + ZH_ONE
                + "</p><p>"
                + ZH_TWO
                + "</p></article>");
    assertThat(article.image()).isEqualTo(URI.create("https://metal.example/a.jpg"));
    assertThat(article.section()).isEqualTo("Markets");
    assertThat(article.source()).isEqualTo("金属日报");
  }

  @Test
  void aPageWithoutItsTextStillTellsItsTitleAndTime() {
    CleanResult result =
        clean(
            "<title>Smelter restarts</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Smelter restarts\",\"datePublished\":\"2025-11-21\"}</script><div id=app></div>",
            null);
    Article article = ((CleanResult.Untold) result).article();
    assertThat(article.title()).isEqualTo("Smelter restarts");
    assertThat(article.publishedAt().iso()).isEqualTo("2025-11-21");
    assertThat(article.paragraphs()).isEmpty();
    assertThat(
            clean(
                "<title>冶炼厂复产</title><h1>冶炼厂复产</h1><span class=date>2025年11月21日</span><div id=app></div>",
                null))
        .isInstanceOf(CleanResult.Untold.class);
  }

  @Test
  void ofAPageThatGoesOnForEverTheFirstArticleIsRead() {
    Article article =
        article(
            "<title>Smelter restarts</title><div><article><h1>Smelter restarts</h1><p>"
                + ONE
                + "</p><p>"
                + TWO
                + "</p></article><article><h1>冶炼厂停产</h1><p>"
                + ZH_ONE
                + "</p><p>"
                + ZH_TWO
                + "</p></article></div>");

    assertThat(texts(article)).containsExactly(ONE, TWO);
  }

  @Test
  void aGalleryIsToldByItsPictures() {
    String picture = "<figure><img src=a.jpg><figcaption>%s</figcaption></figure>";
    Article article =
        article(
            "<title>Furnaces in pictures</title><h1>Furnaces in pictures</h1><article><p>Our photographer was there.</p>"
                + picture.formatted(ONE)
                + picture.formatted(TWO)
                + picture.formatted(ZH_ONE)
                + "</article>");

    assertThat(texts(article)).contains(ONE, TWO, ZH_ONE);
  }

  @Test
  void theMarkOfANoteIsNoPartOfANumber() {
    Article article =
        article(
            "<h1>Copper</h1><article><p>Floods took 140,000 tonnes from the estimate for 2027.<sup>1</sup> A plant of 900 m<sup>2</sup> was closed, and so was the one at Kolm<sup><a href='#n2'>[2]</a></sup> by the sea.</p><p>去年产量为五十四吨，比前年多一成。<sup>3</sup>今年还会再多一些，公司这样说，并且没有给出理由。</p><p>"
                + ONE
                + "</p></article>");

    assertThat(texts(article))
        .startsWith(
            "Floods took 140,000 tonnes from the estimate for 2027. A plant of 900 m2 was closed, and so was the one at Kolm by the sea.",
            "去年产量为五十四吨，比前年多一成。今年还会再多一些，公司这样说，并且没有给出理由。");
  }

  @Test
  void namesThoseWhoWroteItByTheirNamesAlone() {
    String text = "<article><p>" + ONE + "</p><p>" + TWO + "</p></article>";
    Article office = article("<h1>Rates</h1><p>By Economics correspondent Dara Quill</p>" + text);
    Article library =
        article(
            "<meta name=citation_author content='Averill, Tom'><meta name=citation_author content='Osei, Grace'><h1>Copper</h1>"
                + text);
    Article traditional = article("<meta name=author content='記者許雅文／南灣報導'><h1>貨櫃</h1>" + text);
    Article wire =
        article(
            "<h1>宁州地震</h1><article><p>环山社宁州11月22日电（记者李沐、周遥）据地震台测定，安平县发生4.8级地震，震源深度9千米。</p><p>"
                + ZH_ONE
                + "</p><p>"
                + ZH_TWO
                + "</p></article>");

    assertThat(office.authors()).containsExactly("Dara Quill");
    assertThat(library.authors()).containsExactly("Tom Averill", "Grace Osei");
    assertThat(traditional.authors()).containsExactly("許雅文");
    assertThat(wire.authors()).containsExactly("李沐", "周遥");
  }

  @Test
  void aPageAroundAFilmIsOfTheDayOnWhichThatCame() {
    Article article =
        article(
            "<script type='application/ld+json'>{\"@type\":\"VideoObject\",\"name\":\"Smelter\",\"uploadDate\":\"2025-11-19T18:00:00Z\"}</script><h1>Smelter</h1><article><p>"
                + ONE
                + "</p><p>"
                + ZH_ONE
                + "</p></article>");

    assertThat(article.publishedAt().instant()).isEqualTo("2025-11-19T18:00:00Z");
  }

  private static List<String> texts(Article article) {
    return article.paragraphs().stream().map(Paragraph::text).toList();
  }

  private static Article article(String html) {
    return article(html, null);
  }

  private static Article article(String html, String address) {
    return ((CleanResult.Cleaned) clean(html, address)).article();
  }

  private static CleanResult clean(String html, String address) {
    return new Cleaner()
        .clean(
            new RawDocument(
                new Identity.OfFile("/a/b"),
                address == null ? null : URI.create(address),
                RawDocument.HTML,
                html.getBytes(StandardCharsets.UTF_8),
                Map.of(),
                NOW));
  }
}
