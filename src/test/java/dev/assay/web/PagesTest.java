package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.topic.Library;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PagesTest {

  @TempDir static Path folder;
  private static Library library;
  private static RunningPages server;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    library = new Library(folder).filled();
    library.topics().saved().save("钕");
    server = RunningPages.of(library);
  }

  @AfterAll
  static void stop() {
    server.close();
    library.close();
  }

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static Document page(String path, String... headers)
      throws IOException, InterruptedException {
    return Jsoup.parse(get(path, headers).body());
  }

  @Test
  void answersEachPage() throws Exception {
    for (String path :
        List.of("/", "/topics/%E9%92%95", "/topics?q=%E9%92%95", "/search", "/search?q=Lynas")) {
      HttpResponse<String> response = get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type"))
          .as(path)
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }
  }

  @Test
  void leadsNowhereThatIsNotThere() throws Exception {
    for (String path : List.of("/", "/topics/%E9%92%95", "/search?q=%E9%92%95+permit")) {
      for (Element link :
          page(path)
              .select(
                  "a[href]:not([href^=/api/]), link[href], script[src], form[action]:not([method=post])")) {
        String address =
            link.attr(link.hasAttr("href") ? "href" : link.hasAttr("src") ? "src" : "action");
        URI resolved =
            URI.create("http://h" + path)
                .resolve(address.startsWith("?") ? path.split("\\?")[0] + address : address);
        String target =
            resolved.getRawPath()
                + (resolved.getRawQuery() == null ? "" : "?" + resolved.getRawQuery());
        HttpResponse<String> response = get(target);
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        if (resolved.getFragment() != null) {
          assertThat(Jsoup.parse(response.body()).getElementById(resolved.getFragment()))
              .as(address)
              .isNotNull();
        }
      }
    }
  }

  @Test
  void speaksTheLanguageThatTheReaderAskedForLast() throws Exception {
    assertThat(page("/").selectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(
            page("/", "Accept-Language", "fr, zh-TW;q=0.8, en;q=0.5")
                .selectFirst("html")
                .attr("lang"))
        .isEqualTo("zh-Hans");
    HttpResponse<String> asked = get("/?lang=zh", "Accept-Language", "en");
    assertThat(Jsoup.parse(asked.body()).selectFirst("html").attr("lang")).isEqualTo("zh-Hans");
    assertThat(asked.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("lang=zh-Hans;"));
    assertThat(
            page("/", "Cookie", "lang=zh-Hans", "Accept-Language", "en")
                .selectFirst("html")
                .attr("lang"))
        .isEqualTo("zh-Hans");
  }

  @Test
  void keepsTheRestOfTheAddressWhenTheLanguageChanges() throws Exception {
    assertThat(page("/search?q=a%26b&sort=newest&lang=zh").selectFirst(".tools a").attr("href"))
        .isEqualTo("?q=a%26b&sort=newest&lang=en");
  }

  @Test
  void forbidsWhatAPageDoesNotNeed() throws Exception {
    var headers = get("/topics/Lynas").headers();

    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .startsWith("default-src 'none'; script-src 'self'")
                    .doesNotContain("unsafe"));
    assertThat(headers.map())
        .containsAllEntriesOf(
            Map.of(
                "x-content-type-options", List.of("nosniff"),
                "x-frame-options", List.of("DENY"),
                "referrer-policy", List.of("same-origin")));
  }

  @Test
  void showsAQuoteToScriptsAndTheTextToCopyToOthers() throws Exception {
    String cite = page("/topics/Lynas").selectFirst(".cite").attr("hx-get");

    String quote = get(cite, "HX-Request", "true").body();
    Document alone = page(cite);

    assertThat(Jsoup.parse(quote).select(".opened mark").text()).isNotEmpty();
    assertThat(quote).doesNotContain("<html");
    assertThat(Jsoup.parse(quote).select("a.copy").attr("href")).isEqualTo(cite);
    String words = alone.select("mark").text();
    assertThat(words).isNotEmpty();
    assertThat(alone.select("textarea").eachText())
        .hasSize(2)
        .allMatch(text -> text.contains(words));
  }

  @Test
  void copiesWordsWithWhereTheyStandInTheReadersLanguage() throws Exception {
    Document article =
        page(
            "/articles/"
                + page("/topics/Lynas")
                    .selectFirst("h2 a")
                    .attr("href")
                    .replaceAll(".*/articles/|[#?].*", ""));
    String first = article.selectFirst(".paras a.copy").attr("href");
    String paragraph = article.selectFirst(".paras li p").text();

    String english = get(first + "?from=0&to=4", "Accept", "text/plain").body();
    String chinese =
        get(first + "?from=0&to=4", "Accept", "text/plain", "Accept-Language", "zh").body();

    assertThat(english)
        .startsWith("“" + paragraph.substring(0, 4) + "” (")
        .contains("paragraph 1). ")
        .endsWith("#p1)");
    assertThat(chinese).startsWith("“" + paragraph.substring(0, 4) + "”（").contains("第1段）。");
    assertThat(get(first + "?from=0&to=999999", "Accept", "text/plain").body())
        .as("what is no span of the paragraph is left out")
        .startsWith("“" + paragraph);
  }

  @Test
  void marksAllWordsOfAParagraphThatASentenceRestsOn() throws Exception {
    String cite = page("/topics/Lynas").selectFirst(".cite").attr("hx-get");
    String paragraph = cite.substring(0, cite.indexOf('?'));

    String quote =
        get(paragraph + "?from=6&to=8&from=0&to=2&from=x&to=3&from=9", "HX-Request", "true").body();

    String text = Jsoup.parse(quote).select(".read").text();
    assertThat(Jsoup.parse(quote).select(".opened mark").eachText())
        .containsExactly(text.substring(0, 2), text.substring(6, 8));
  }

  @Test
  void leadFromEveryPageToNamesAndTheLanguageModel() throws Exception {
    for (String path : List.of("/", "/topics/Lynas", "/search?q=Lynas", "/ledger", "/names")) {
      assertThat(page(path).select(".colophon a").eachAttr("href"))
          .as(path)
          .containsExactly(
              "/events",
              "/rising",
              "/edits",
              "/notes",
              "/collections",
              "/alerts",
              "/names",
              "/models");
    }
  }

  @Test
  void answersMistakesInWords() throws Exception {
    HttpResponse<String> missing = get("/articles/0000000000000", "Accept-Language", "zh");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(Jsoup.parse(missing.body()).select("h1").text()).isEqualTo("没有这个页面");

    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/articles/x/paragraphs/999999999999", "HX-Request", "true").statusCode())
        .isEqualTo(404);
    HttpResponse<String> token = get("/topics/%E9%92%95?after=%3Cscript%3E");
    assertThat(token.statusCode()).isEqualTo(400);
    assertThat(token.body()).contains("This address cannot be read").doesNotContain("<script>");
    assertThat(get("/topics/%E9%92%95?kind=novel").statusCode()).isEqualTo(400);
  }

  @Test
  void findsWithWordsMarkedAndLeadsToTheParagraph() throws Exception {
    Document page = page("/search?q=%E9%92%95%E4%BB%B7");

    assertThat(page.select(".hit h2").eachText()).contains("钕价先动，磁材厂排产到明年春天");
    assertThat(page.select(".hit mark").eachText()).contains("钕价");
    assertThat(page.select(".hit .cite").attr("href")).matches("/articles/[0-9a-v]{13}#p1");
  }

  @Test
  void keepsTheFilterInTheAddress() throws Exception {
    Document page = page("/topics/%E9%92%95?language=en&copies=shown");

    assertThat(page.select(".card h2").eachText())
        .containsExactly("Lynas waits for a second permit");
    assertThat(page.select("#filters input[checked]").eachAttr("value"))
        .containsExactly("en", "shown");
  }

  @Test
  void sendsAssetsThatBrowsersMayKeep() throws Exception {
    String style = page("/").selectFirst("link[rel=stylesheet]").attr("href");
    HttpResponse<String> response = get(style);

    assertThat(response.headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
    assertThat(response.body()).hasSizeLessThan(15_000);
  }

  @Test
  void sendsAssetsPackedToWhoTakesThemSo() throws Exception {
    String style = page("/").selectFirst("link[rel=stylesheet]").attr("href");
    byte[] plain = get(style).body().getBytes(StandardCharsets.UTF_8);

    for (String taken : List.of("gzip, deflate, br", "br;q=1.0, GZIP;q=0.5", "*")) {
      HttpResponse<byte[]> packed = asset(style, taken);
      assertThat(packed.headers().firstValue("Content-Encoding")).as(taken).hasValue("gzip");
      assertThat(packed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
      assertThat(packed.body()).hasSizeLessThan(plain.length / 2);
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
        assertThat(in.readAllBytes()).isEqualTo(plain);
      }
    }
    for (String refused : List.of("identity", "gzip;q=0", "br, gzip; q=0.0, deflate")) {
      HttpResponse<byte[]> sent = asset(style, refused);
      assertThat(sent.headers().firstValue("Content-Encoding")).as(refused).isEmpty();
      assertThat(sent.body()).isEqualTo(plain);
    }
  }

  private static HttpResponse<byte[]> asset(String path, String encodings)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Accept-Encoding", encodings)
            .build();
    return CLIENT.send(request, BodyHandlers.ofByteArray());
  }

  @Test
  void showsNamesThatAPathCannotHold() throws Exception {
    Document page = page("/topics?q=A%2FB%20%3Cb%3E");

    assertThat(page.select("h1").text()).isEqualTo("A/B <b>");
  }

  @Test
  void feedsATopicAndASearchToFeedReaders() throws Exception {
    HttpResponse<String> topic = get("/atom?topic=%E9%92%95");
    Document feed = Jsoup.parse(topic.body(), "", Parser.xmlParser());

    assertThat(topic.headers().firstValue("Content-Type"))
        .hasValue("application/atom+xml; charset=utf-8");
    assertThat(feed.select("feed > title").text()).isEqualTo("钕");
    assertThat(feed.select("entry > title").eachText())
        .containsExactly("钕价先动，磁材厂排产到明年春天", "釹鐵硼訂單回流，臺廠等不到原料", "Lynas waits for a second permit");
    assertThat(feed.select("entry > updated").eachText().getFirst())
        .isEqualTo("2025-11-21T02:02:00Z");
    assertThat(feed.select("entry > summary").eachText().getLast()).contains("Lynas");
    assertThat(
            Jsoup.parse(get("/atom?q=permit").body(), "", Parser.xmlParser())
                .select("entry author name")
                .eachText())
        .containsExactly("Carrow Dispatch");
    assertThat(get("/atom").statusCode()).isEqualTo(404);
  }

  @Test
  void listsTheSavedTopicsAsFeeds() throws Exception {
    Element topic =
        Jsoup.parse(get("/opml").body(), "", Parser.xmlParser()).selectFirst("body > outline");

    assertThat(topic.attr("text")).isEqualTo("钕");
    assertThat(topic.attr("xmlUrl")).isEqualTo(server.address() + "/atom?topic=%E9%92%95");
  }

  @Test
  void keepsTheFiltersOfASearchInItsFeedAndItsData() throws Exception {
    Document page = page("/search?q=%E9%92%95&language=zh-Hant&until=2025-11-22");
    String feed = page.select("a[href^=/atom]").attr("href");
    String json = page.select("a[href^=/api]").attr("href");

    assertThat(feed).isEqualTo("/atom?q=%E9%92%95&language=zh-Hant&until=2025-11-22T00%3A00");
    assertThat(
            Jsoup.parse(get(feed).body(), "", Parser.xmlParser())
                .select("entry > title")
                .eachText())
        .containsExactly("釹鐵硼訂單回流，臺廠等不到原料");
    assertThat(json)
        .isEqualTo("/api/v1/search?q=%E9%92%95&language=zh-Hant&until=2025-11-22T00%3A00");
    String topic = page.select("a[href^=/topics/%28]").attr("href");
    assertThat(topic)
        .isEqualTo("/topics/%28%E9%92%95%29%20lang%3Azh-Hant%20until%3A2025-11-22T00%3A00");
    assertThat(page(topic).select("article.card h2").eachText()).containsExactly("釹鐵硼訂單回流，臺廠等不到原料");
  }

  @Test
  void findsBothScriptsWhereASearchAsksForChinese() throws Exception {
    String traditional = "釹鐵硼訂單回流，臺廠等不到原料";

    assertThat(page("/search?q=%E9%92%95&language=zh-Hant").text()).contains(traditional);
    assertThat(page("/search?q=%E9%92%95&language=zh").text()).contains(traditional);
    assertThat(page("/search?q=%E9%92%95&language=zh-Hans").text()).doesNotContain(traditional);
  }

  @Test
  void asksForTimesOnTheReadersClock() throws Exception {
    Document page = page("/search?q=钕", "Cookie", "zone=Asia/Shanghai", "Accept-Language", "en");
    assertThat(page.select(".side").text()).contains("From (Asia/Shanghai)").doesNotContain("UTC");
    assertThat(page.select("input[name=zone]").val()).isEqualTo("Asia/Shanghai");

    String zoned = "/search?q=钕&until=2025-11-21T10:00&zone=";
    List<String> there = page(zoned + "Asia/Shanghai").select(".hit h2").eachText();
    List<String> utc = page(zoned + "UTC").select(".hit h2").eachText();
    assertThat(utc).hasSizeGreaterThan(there.size());
    assertThat(page(zoned + "Asia/Shanghai").select("a[href^=/api/v1/search]").attr("href"))
        .contains("until=2025-11-21T02")
        .doesNotContain("zone");
    assertThat(page(zoned + "Nowhere/Land").select(".hit h2").eachText()).isEqualTo(utc);
  }
}
