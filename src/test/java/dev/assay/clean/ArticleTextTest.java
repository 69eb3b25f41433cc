package dev.assay.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.Identity;
import dev.assay.article.Paragraph;
import dev.assay.article.RawDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which parts of a page are its article.
class ArticleTextTest {

  private static final Instant NOW = Instant.parse("2025-11-24T00:00:00Z");

  private static final String ONE =
      "The smelter will restart its second furnace in March, the company told its workers on Monday, after a year of repairs that cost more than it had planned.";
  private static final String TWO =
      "Output is to reach forty thousand tonnes of metal a year by the summer, about a fifth of what the country uses, and most of it is sold already.";
  private static final String THREE =
      "The union welcomed the news and asked for a new agreement on shifts before the furnace is lit, since the old one ended with the stoppage last year.";
  private static final String FOUR =
      "Buyers in the region have been paying a premium for metal from abroad, and several of them said they would rather have a local source again.";
  private static final String ZH_ONE = "公司周一对工人表示，第二座熔炉在维修一年之后将于三月恢复生产，维修费用高于原先的计划，资金来自去年发行的债券。";
  private static final String ZH_TWO = "到夏天，年产量将达到四万吨金属，约占全国用量的五分之一，其中大部分已经售出，剩余部分供应本地的加工企业。";
  private static final String ZH_THREE = "工会对此表示欢迎，并要求在点火之前就轮班签订新的协议，因为原来的协议在去年停产时已经到期，至今没有续签。";
  private static final String ZH_FOUR = "该地区的买家一直为进口金属支付溢价，其中几家表示更愿意重新从本地采购，但要求价格与期货挂钩并按季度调整。";

  @Test
  void headingsWhoseIdIsMadeOfTheirWordsStayInTheText() {
    assertThat(
            texts(
                """
                <h1>Smelter restarts</h1><article>%s<h2 id="related-tools-and-print">Related tools</h2>%s
                <h2 id="comments-of-the-union"><a href="#comments-of-the-union">What the union says</a></h2>%s%s</article>"""
                    .formatted(p(ONE), p(TWO), p(THREE), p(FOUR))))
        .containsExactly(ONE, "Related tools", TWO, "What the union says", THREE, FOUR);
    assertThat(
            texts(
                """
                <h1>冶炼厂复产</h1><article>%s<h2 id="share-of-output"><a href="#share-of-output">产量份额</a></h2>%s%s%s</article>"""
                    .formatted(p(ZH_ONE), p(ZH_TWO), p(ZH_THREE), p(ZH_FOUR))))
        .containsExactly(ZH_ONE, "产量份额", ZH_TWO, ZH_THREE, ZH_FOUR);
  }

  @Test
  void aShortSentenceBesideTheOnlyLongOneIsOfTheText() {
    assertThat(
            texts(
                "<h1>Smelter restarts</h1><article>%s<p>Prices stay as they were.</p></article><p>Read more</p>"
                    .formatted(p(ONE))))
        .containsExactly(ONE, "Prices stay as they were.");
    assertThat(
            texts(
                "<h1>Smelter restarts</h1><article><p>No date was given.</p>%s<p>Prices stay as they were.</p></article>"
                    .formatted(p(ONE))))
        .containsExactly("No date was given.", ONE, "Prices stay as they were.");
    assertThat(
            texts(
                "<h1>冶炼厂复产</h1><article>%s<p>价格不变。</p></article><p>更多新闻</p>".formatted(p(ZH_ONE))))
        .containsExactly(ZH_ONE, "价格不变。");
  }

  @Test
  void slidesWithHeadingsOfTheirOwnAreNoTeasers() {
    String slide = "<div><h2>%s</h2><a href='/x'>The full report on this one</a><p>%s</p></div>";
    assertThat(
            texts(
                "<h1>Four smelters to watch</h1><section>"
                    + slide.formatted("The first", ONE)
                    + slide.formatted("The second", TWO)
                    + slide.formatted("The third", THREE)
                    + slide.formatted("The fourth", FOUR)
                    + "</section>"))
        .containsExactly(
            "The first", ONE, "The second", TWO, "The third", THREE, "The fourth", FOUR);
    assertThat(
            texts(
                "<h1>值得关注的四家冶炼厂</h1><section>"
                    + slide.formatted("第一家", ZH_ONE)
                    + slide.formatted("第二家", ZH_TWO)
                    + slide.formatted("第三家", ZH_THREE)
                    + slide.formatted("第四家", ZH_FOUR)
                    + "</section>"))
        .containsExactly("第一家", ZH_ONE, "第二家", ZH_TWO, "第三家", ZH_THREE, "第四家", ZH_FOUR);
  }

  @Test
  void otherArticlesAfterTheTextAreLeftOutThoughTheyAreLonger() {
    String english =
        "<article><h1>Smelter restarts</h1>%s<h3>You may also like</h3>"
                .formatted(p(ONE + TWO + THREE + FOUR))
            + "<article>%s</article>".formatted(p("One: " + ONE + TWO))
            + "<article>%s</article>".formatted(p("Other: " + TWO + FOUR))
            + "<article>%s</article></article>".formatted(p("Third: " + THREE + FOUR));
    assertThat(texts(english)).containsExactly(ONE + TWO + THREE + FOUR);
    String chinese =
        "<article><h1>冶炼厂复产</h1>%s<h3>相关阅读</h3>".formatted(p(ZH_ONE + ZH_TWO + ZH_THREE + ZH_FOUR))
            + "<article>%s</article>".formatted(p("其一，" + ZH_ONE + ZH_TWO))
            + "<article>%s</article>".formatted(p("其二，" + ZH_TWO + ZH_FOUR))
            + "<article>%s</article></article>".formatted(p("其三，" + ZH_THREE + ZH_FOUR));
    assertThat(texts(chinese)).containsExactly(ZH_ONE + ZH_TWO + ZH_THREE + ZH_FOUR);
  }

  @Test
  void textForBrowsersWithoutScriptsCountsWhereItIsAllTheTextThereIs() {
    assertThat(
            texts(
                "<h1>Smelter restarts</h1><div><script type='text/template'>x</script><noscript>"
                    + p(ONE)
                    + p(TWO)
                    + p(THREE)
                    + p(FOUR)
                    + "</noscript></div>"))
        .containsExactly(ONE, TWO, THREE, FOUR);
    assertThat(
            texts(
                "<h1>冶炼厂复产</h1><div>"
                    + p(ZH_ONE)
                    + p(ZH_TWO)
                    + p(ZH_THREE)
                    + "<noscript><p>请在浏览器中启用脚本，以便查看本页的评论和图片。</p></noscript>"
                    + p(ZH_FOUR)
                    + "</div>"))
        .containsExactly(ZH_ONE, ZH_TWO, ZH_THREE, ZH_FOUR);
  }

  @Test
  void aPageThatOnlyAsksForScriptsIsRefused() {
    assertThat(
            clean(
                "<title>x</title><noscript><p>Please enable JavaScript in your browser to see this page of our site.</p></noscript>"))
        .isInstanceOf(CleanResult.Refused.class);
  }

  @Test
  void aTextInAnElementNamedForItsAuthorStays() {
    assertThat(
            texts(
                "<h1>Smelter restarts</h1><div class='author'><p>%s</p><ul><li>furnace two, from March</li><li>furnace one, from June</li></ul>%s</div>"
                    .formatted(ONE + TWO, p(THREE + FOUR))))
        .containsExactly(
            ONE + TWO, "furnace two, from March", "furnace one, from June", THREE + FOUR);
    assertThat(
            texts(
                "<h1>冶炼厂复产</h1><div class='author'><p>%s</p><ul><li>二号炉三月点火</li><li>一号炉六月点火</li></ul>%s</div>"
                    .formatted(ZH_ONE + ZH_TWO, p(ZH_THREE + ZH_FOUR))))
        .containsExactly(ZH_ONE + ZH_TWO, "二号炉三月点火", "一号炉六月点火", ZH_THREE + ZH_FOUR);
  }

  @Test
  void theLeadIsFoundWhereThePagesTitleIsLongerThanItsHeading() {
    assertThat(
            texts(
                "<title>Smelter restarts its second furnace - Metal Daily</title><div><h1>Furnace: Smelter restarts</h1><p class=lead>%s</p></div><div><span>Advert</span></div><article>%s%s%s</article>"
                    .formatted(ONE, p(TWO), p(THREE), p(FOUR))))
        .containsExactly(ONE, TWO, THREE, FOUR);
    assertThat(
            texts(
                "<title>冶炼厂第二座熔炉恢复生产_金属日报</title><div><h1>【熔炉】冶炼厂复产</h1><p class=lead>%s</p></div><div><span>广告</span></div><article>%s%s%s</article>"
                    .formatted(ZH_ONE, p(ZH_TWO), p(ZH_THREE), p(ZH_FOUR))))
        .containsExactly(ZH_ONE, ZH_TWO, ZH_THREE, ZH_FOUR);
  }

  @Test
  void joinersStayWhereAScriptIsWrittenWithThem() {
    String persian =
        "این شرکت می\u200cگوید که کوره\u200cهای خود را در ماه مارس دوباره روشن می\u200cکند. ";
    assertThat(texts("<h1>کوره</h1><article>" + p(persian.repeat(4)) + "</article>"))
        .containsExactly(persian.repeat(4).strip());
    assertThat(
            texts(
                "<h1>Smelter</h1><article>"
                    + p(ONE.replace("furnace", "fur\u200cnace") + TWO)
                    + "</article>"))
        .containsExactly(ONE + TWO);
    assertThat(
            texts(
                "<h1>冶炼厂</h1><article>"
                    + p(ZH_ONE.replace("工人", "工\u200d人") + ZH_TWO)
                    + "</article>"))
        .containsExactly(ZH_ONE + ZH_TWO);
  }

  @Test
  void longNoticesAroundATextAreNoPartOfIt() {
    String notice =
        "This post contains affiliate links. We may be paid when a reader of this page buys something through them, at no further cost to the reader; what we write, what we test and what we leave out does not depend on it, and the editors do not know which links are paid for.";
    assertThat(
            texts(
                "<h1>Smelter</h1><article>"
                    + p(notice)
                    + p(ONE)
                    + p(TWO)
                    + p(THREE)
                    + "</article>"))
        .containsExactly(ONE, TWO, THREE);
    assertThat(
            texts(
                "<h1>冶炼厂</h1><article>"
                    + p(ZH_ONE)
                    + p(ZH_TWO)
                    + p(ZH_THREE)
                    + p("本文来自微信公众号“金属日报”，作者：李明，经授权发布。")
                    + "</article>"))
        .containsExactly(ZH_ONE, ZH_TWO, ZH_THREE);
  }

  @Test
  void aLabelThatRecursWithinATextStays() {
    assertThat(
            texts(
                "<h1>Smelter plan</h1><article>%s<p>For each shift</p>%s<p>For each shift</p>%s<p>For each shift</p>%s</article>"
                    .formatted(p(ONE), p(TWO), p(THREE), p(FOUR))))
        .containsExactly(
            ONE, "For each shift", TWO, "For each shift", THREE, "For each shift", FOUR);
    assertThat(
            texts(
                "<h1>冶炼厂计划</h1><article>%s<p>每班安排</p>%s<p>每班安排</p>%s<p>每班安排</p>%s</article>"
                    .formatted(p(ZH_ONE), p(ZH_TWO), p(ZH_THREE), p(ZH_FOUR))))
        .containsExactly(ZH_ONE, "每班安排", ZH_TWO, "每班安排", ZH_THREE, "每班安排", ZH_FOUR);
  }

  @Test
  void aListUnderItsHeadingBeforeTheTextStays() {
    String page =
        "<h1>%s</h1><section><h2>%s</h2><ul><li>%s</li><li>%s</li><li>%s</li></ul></section><div class='article-body'>%s</div>";
    assertThat(
            texts(
                page.formatted(
                    "Bread",
                    "What you need",
                    "500 g flour",
                    "7 g yeast",
                    "300 ml water",
                    p(ONE) + p(TWO) + p(THREE) + p(FOUR))))
        .containsExactly(
            "What you need", "500 g flour", "7 g yeast", "300 ml water", ONE, TWO, THREE, FOUR);
    assertThat(
            texts(
                page.formatted(
                    "面包",
                    "配料",
                    "面粉500克",
                    "酵母7克",
                    "水300毫升",
                    p(ZH_ONE) + p(ZH_TWO) + p(ZH_THREE) + p(ZH_FOUR))))
        .containsExactly("配料", "面粉500克", "酵母7克", "水300毫升", ZH_ONE, ZH_TWO, ZH_THREE, ZH_FOUR);
  }

  private static String p(String text) {
    return "<p>" + text + "</p>";
  }

  private static List<String> texts(String html) {
    Article article = ((CleanResult.Cleaned) clean(html)).article();
    return article.paragraphs().stream().map(Paragraph::text).toList();
  }

  private static CleanResult clean(String html) {
    return new Cleaner()
        .clean(
            new RawDocument(
                new Identity.OfFile("/a/b"),
                null,
                RawDocument.HTML,
                html.getBytes(StandardCharsets.UTF_8),
                Map.of(),
                NOW));
  }
}
