package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.topic.Library;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerPagesTest {

  private static final Thing CHINA = new Thing("country:CN", "中国");
  private static final Part RARE_EARTHS = new Part(Facet.MATERIAL, "material:rare-earths", "稀土");
  private static final Part REFINING = new Part(Facet.STAGE, "refining", "精炼");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;

  private Library library;
  private RunningPages server;
  private Article chinese;

  @BeforeEach
  void start() {
    library = new Library(folder);
    chinese =
        library.add(
            "zh",
            Language.ZH_HANS,
            "东岭网",
            "2025-07-08T02:00:00Z",
            "精炼仍集中在一国",
            "这是导语。",
            "中国的稀土精炼占全球的85%<左右>。");
    Article english =
        library.add(
            "en",
            Language.EN,
            "Kestrel Commodities",
            "2025-09-27T08:00:00Z",
            "Refining stays where it is",
            "China runs over 90% of the world's refining of rare earths.");
    library.claim(chinese, "85%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);
    library.claim(english, "over 90%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);
    server = RunningPages.of(library);
  }

  @AfterEach
  void stop() {
    server.close();
    library.close();
  }

  private Document page(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = CLIENT.send(request(path).build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(response.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  private int send(String path, String... fields) throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return CLIENT
        .send(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void leaveOutWordsOfAnAxisThatWouldRunIntoOthers() throws Exception {
    Article article =
        library.add(
            "won",
            Language.EN,
            "Wire",
            "2025-07-11T08:00:00Z",
            "Profit of Daesan",
            "Daesan made a profit of 11.4 trillion won, 62% more than a year before.");
    Thing daesan = new Thing(null, "Daesan");
    library.claim(article, "11.4 trillion won", daesan, Property.PROFIT);
    library.claim(article, "62%", daesan, Property.CHANGE, new Part(Facet.MEASURE, "profit", ""));

    Document english = page("/ledger?lang=en&verdict=none");
    Element sum = entry(english, "Daesan, profit");
    assertThat(sum.select("thead svg text").eachText())
        .containsExactly("11.35 trillion", "11.4 trillion", "11.45 trillion");
    assertThat(sum.selectFirst("path.grid").attr("d").split("M")).hasSize(6);
    assertThat(entry(english, "Daesan, change in profit").select("tbody").text()).contains("62%");
    assertThat(page("/ledger?lang=zh&verdict=none").select(".entry h2").eachText())
        .contains("Daesan，利润变动");
  }

  private static Element entry(Document page, String title) {
    return page.select(".entry").stream()
        .filter(entry -> entry.select("h2").text().equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sayWhereNoOutletIsNamed() throws Exception {
    Article unnamed =
        library.add(
            "none",
            Language.EN,
            "",
            "2025-07-01T08:00:00Z",
            "A note without a name",
            "China holds 85% of the world's refining of rare earths.");
    Article later =
        library.add(
            "later",
            Language.EN,
            "Wire",
            "2025-07-11T08:00:00Z",
            "A repetition",
            "China holds 85% of the world's refining of rare earths still.");
    library.claim(unnamed, "85%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);
    library.claim(later, "85%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);

    Document list = page("/ledger?lang=en");
    assertThat(list.select(".src").eachText()).contains("no source named, 1 Jul 2025");
    Document figure = page(list.selectFirst(".entry h2 a").attr("href") + "?lang=zh");
    assertThat(figure.select(".lines li").eachText()).anyMatch(told -> told.contains("来源未注明"));
    assertThat(figure.select(".lines li a").eachText()).doesNotContain("[1]");
  }

  @Test
  void showAChineseFigureToAReaderOfEnglishWithItsQuoteAndItsParagraph() throws Exception {
    Document page = page("/topics/%E7%A8%80%E5%9C%9F/ledger?lang=en");

    Element entry = page.selectFirst(".entry");
    assertThat(entry.selectFirst("h2").text()).isEqualTo("China, share of rare earth refining");
    assertThat(entry.selectFirst(".verdict").text()).isEqualTo("differ");
    assertThat(entry.selectFirst("p").text()).isEqualTo("85% cannot hold together with over 90%.");
    Element row = entry.selectFirst("tbody tr");
    assertThat(row.select("td").eachText())
        .containsExactly(
            "85% 84.5% to 85.5%", "no time stated", "中国的稀土精炼占全球的85%<左右>。[2]东岭网, 8 Jul 2025");
    assertThat(row.selectFirst("q").attr("lang")).isEqualTo("zh-Hans");
    assertThat(row.selectFirst("q mark").text()).isEqualTo("85%");
    assertThat(row.selectFirst("a.cite").attr("href"))
        .isEqualTo("/articles/" + chinese.id() + "#p2");
    assertThat(entry.select("g").eachAttr("class")).containsExactly("", "alt");
  }

  @Test
  void speakChineseToAReaderOfChinese() throws Exception {
    Document page = page("/topics/rare%20earths/ledger?lang=zh");

    assertThat(page.selectFirst(".entry h2").text()).isEqualTo("中国，稀土精炼占比");
    assertThat(page.selectFirst(".counts").text()).isEqualTo("2个数字，1个条目。 1个不一致、0个一致、0个不可比。");
    assertThat(page.selectFirst(".verdict").text()).isEqualTo("不一致");
  }

  @Test
  void showWhatWasComparedWhereNothingDiffers() throws Exception {
    Thing chile = new Thing("country:CL", "智利");
    Article first =
        library.add("first", Language.ZH_HANS, "东岭网", "2025-07-08T02:00:00Z", "一", "智利占全球的5%。");
    Article second =
        library.add(
            "second", Language.EN, "Wire", "2025-07-09T02:00:00Z", "Two", "Chile has 5% of it.");
    library.claim(first, "5%", chile, Property.SHARE, RARE_EARTHS, REFINING);
    library.claim(second, "5%", chile, Property.SHARE, RARE_EARTHS, REFINING);
    String ofChile = "/ledger?entity=%23country%3ACL&lang=";

    Document english = page(ofChile + "en");
    assertThat(english.select(".entry")).hasSize(1);
    assertThat(english.selectFirst(".counts").text())
        .isEqualTo("2 figures on 1 thing. 0 differ, 1 agrees, 0 not comparable.");
    assertThat(english.selectFirst(".note").text()).startsWith("No sources differ.");
    Document chinese = page(ofChile + "zh");
    assertThat(chinese.select(".entry")).hasSize(1);
    assertThat(chinese.selectFirst(".note").text()).startsWith("没有互相矛盾的来源。");
    assertThat(page(ofChile + "en&verdict=differ").select(".entry")).isEmpty();
  }

  @Test
  void countWhatTheyList() throws Exception {
    Article alone =
        library.add(
            "alone", Language.EN, "Wire", "2025-07-09T02:00:00Z", "One", "Daesan sold 14 mills.");
    library.claim(alone, "14", new Thing(null, "Daesan"), Property.REVENUE);

    Document disputes = page("/ledger?lang=en");
    assertThat(disputes.selectFirst(".counts").text())
        .isEqualTo("2 figures on 1 thing. 1 differs.");
    assertThat(disputes.select(".links a").eachText()).contains("All that were compared");
    assertThat(page("/ledger?lang=en&verdict=none").selectFirst(".counts").text())
        .isEqualTo("1 figure on 1 thing.");
    assertThat(page("/ledger?lang=zh&verdict=none").selectFirst(".counts").text())
        .isEqualTo("1个数字，1个条目。");
  }

  @Test
  void keepTheChoicesInTheAddress() throws Exception {
    assertThat(page("/ledger?lang=en&language=fr").select(".entry")).isEmpty();
    assertThat(page("/ledger?lang=en&language=fr").selectFirst(".note").text())
        .isEqualTo("No entry of the ledger fits these choices. Show all");
    Document chosen =
        page(
            "/ledger?lang=en&language=zh&source=%E4%B8%9C%E5%B2%AD%E7%BD%91&property=share&from=2025-07-01");
    assertThat(chosen.select(".entry")).hasSize(1);
    assertThat(chosen.select("select[name=property] option[selected]").attr("value"))
        .isEqualTo("share");
    assertThat(chosen.selectFirst("input[name=from]").attr("value")).isEqualTo("2025-07-01");
    assertThat(chosen.select(".links a").eachAttr("href"))
        .contains(
            "/api/v1/ledger.csv?verdict=differ&property=share&lang=zh&source=%E4%B8%9C%E5%B2%AD%E7%BD%91&from=2025-07-01");
    assertThat(page("/ledger?topic=A%2FB&lang=en").selectFirst("input[name=topic]").attr("value"))
        .isEqualTo("A/B");
  }

  private String refused(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = CLIENT.send(request(path).build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path).isEqualTo(400);
    return Jsoup.parse(response.body()).selectFirst(".note").text();
  }

  @Test
  void answerABadAddressInTheReadersLanguage() throws Exception {
    assertThat(refused("/ledger?page=501&lang=en"))
        .isEqualTo("A list has 500 pages at most. Choose a filter to find what comes after them.");
    assertThat(refused("/ledger?page=501&lang=zh")).isEqualTo("列表最多500页。其后的内容请用筛选查找。");
    assertThat(
            refused("/topics/x/ledger?verdict=<b>&lang=en".replace("<", "%3C").replace(">", "%3E")))
        .isEqualTo("The address or the form asks for “<b>”, which is none of the choices.");
    assertThat(refused("/ledger?verdict=x&lang=zh")).isEqualTo("地址或表单中的“x”不在可选项之内。");
    assertThat(refused("/topics/x?after=zz&lang=zh")).isEqualTo("地址中的列表位置无法识别，请从列表开头打开。");
  }

  @Test
  void leaveOutWhatTheyCannotReadOfAFilter() throws Exception {
    assertThat(page("/ledger?from=%2B999999999-12-31&until=never&page=x").select(".entry"))
        .hasSize(1);
    String languages =
        IntStream.range(0, 500).mapToObj(i -> "&language=x" + i).collect(Collectors.joining());
    assertThat(page("/ledger?language=zh" + languages).select(".entry")).hasSize(1);
  }

  @Test
  void writeNoWordsOverAMarkOrOverOtherWords() throws Exception {
    Article close =
        library.add(
            "close",
            Language.EN,
            "Meridian Wire",
            "2025-09-25T08:00:00Z",
            "Nearly all of it",
            "China holds some 91 per cent of refining of rare earths.");
    library.claim(close, "91 per cent", CHINA, Property.SHARE, RARE_EARTHS, REFINING);
    String figure = page("/ledger?lang=en").selectFirst(".entry h2 a").attr("href");

    Elements words = page(figure + "?lang=en").select(".timeline text.on");
    assertThat(words.eachText()).containsExactly("85%", "some 91 per cent", "over 90%");
    assertThat(words.eachAttr("text-anchor")).containsExactly("start", "end", "start");
  }

  @Test
  void drawOneFigureOverTimeWithTheSameDataInATable() throws Exception {
    String figure = page("/ledger?lang=en").selectFirst(".entry h2 a").attr("href");
    Document page = page(figure + "?lang=en");

    assertThat(page.select(".timeline g")).hasSize(2);
    assertThat(page.select(".timeline text.on").eachText()).containsExactly("85%", "over 90%");
    assertThat(page.select(".dated tbody tr td:first-child").eachText())
        .containsExactly("8 Jul 2025", "27 Sep 2025");
    assertThat(page.select("a[href^=#]").eachAttr("href"))
        .allSatisfy(href -> assertThat(page.getElementById(href.substring(1))).isNotNull());
  }

  @Test
  void leadFromAFewRowsToPagesWithAll() throws Exception {
    for (int i = 0; i < 130; i++) {
      Article more =
          library.add(
              "more" + i,
              Language.EN,
              "Outlet " + i % 40,
              "2025-10-%02dT08:00:00Z".formatted(1 + i % 28),
              "Note " + i,
              "China has 88% of refining of rare earths by count number " + i + ".");
      library.claim(more, "88%", CHINA, Property.SHARE, RARE_EARTHS, REFINING);
    }
    Element entry = page("/ledger?lang=en").selectFirst(".entry");

    assertThat(entry.select("tbody tr")).hasSize(6);
    assertThat(entry.select("p a").text()).isEqualTo("All 132 figures");
    String figure = entry.selectFirst("p a").attr("href");
    Document last = page(figure + "?page=3&lang=en");
    assertThat(last.select("#rows tbody tr")).hasSize(32);
    assertThat(last.select("#rows nav").text()).isEqualTo("101 to 132 of 132 Earlier figures");
    assertThat(last.select("#rows nav a").attr("href")).isEqualTo(figure + "?page=2#rows");
    assertThat(page(figure + "?page=1&lang=zh").select("#rows nav").text())
        .isEqualTo("第1至50个，共132个 较晚的数字");
    assertThat(page(figure + "?lang=en").select("#cap").text())
        .contains("121 of 132 figures are drawn");
    assertThat(page(figure + "?lang=en").select(".lines li").text())
        .endsWith("Outlet 34, 3 Oct 2025; and 119 more");
  }

  @Test
  void takeAReadersWordThatAFigureWasReadWrongly() throws Exception {
    String figure = page("/ledger?lang=en").selectFirst(".entry h2 a").attr("href");
    Element form = page(figure).select(".dated form").last();
    String id = form.selectFirst("input[name=figure]").attr("value");
    String action = form.attr("action");

    assertThat(send(action, "figure", id, "verdict", "wrong_property", "note", "产能"))
        .isEqualTo(303);
    assertThat(page("/ledger").select(".entry")).isEmpty();
    assertThat(page(figure).select("tr.withdrawn")).hasSize(1);

    assertThat(send(action, "figure", id, "verdict", "")).isEqualTo(303);
    assertThat(page("/ledger").select(".entry")).hasSize(1);
  }

  @Test
  void askAReaderForOneFigureAfterTheOther() throws Exception {
    assertThat(page("/ledger/review?lang=en").select(".note").text())
        .isEqualTo("Nothing to review.");
    Article third =
        library.add(
            "third",
            Language.EN,
            "Third Outlet",
            "2025-09-28T08:00:00Z",
            "A third look",
            "China may have 60% of the capacity for refining rare earths.");
    Part capacity = new Part(Facet.MEASURE, "capacity", "capacity");
    library.doubtfulClaim(
        third, "60%", 0.4, CHINA, Property.SHARE, RARE_EARTHS, REFINING, capacity);

    Document review = page("/ledger/review?lang=en");
    Element item = review.selectFirst(".review > li.current");
    assertThat(item.select("h2").text())
        .isEqualTo("China, share of rare earth refining capacity: 60%");
    assertThat(item.select("mark").eachText()).containsExactly("60%", "over 90%");
    assertThat(item.select("button").eachAttr("data-key")).containsExactly("f", "e", "p", "r");
    assertThat(page("/ledger?lang=en").select(".links a").eachText()).contains("To review");

    String id = item.selectFirst("input[name=figure]").attr("value");
    assertThat(send("/ledger/review", "figure", id, "verdict", "wrong_figure")).isEqualTo(303);
    Document done = page("/ledger/review?lang=en&done=" + id);
    assertThat(done.select(".review > li")).isEmpty();
    assertThat(done.select(".mark button").text()).isEqualTo("Take it back");
    assertThat(send("/ledger/review", "figure", id, "verdict", "")).isEqualTo(303);
    assertThat(page("/ledger/review").select(".review > li")).hasSize(1);
    assertThat(send("/ledger/review", "figure", id, "verdict", "perhaps")).isEqualTo(400);
  }

  @Test
  void takeAReadersVerdict() throws Exception {
    String figure = page("/ledger?lang=en").selectFirst(".entry h2 a").attr("href");

    assertThat(send(figure + "/verdict", "right", "not_comparable")).isEqualTo(303);
    assertThat(page(figure + "?lang=zh").selectFirst(".counts").text()).contains("不可比", "读者另有判断");
    assertThat(send(figure + "/verdict", "right", "")).isEqualTo(303);
    assertThat(page(figure + "?lang=zh").selectFirst(".verdict").text()).isEqualTo("不一致");
  }
}
