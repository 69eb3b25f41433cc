package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folding, unfolding and differences in page, API and command line.
final class CopiesByHandTest {

  private static final String LINE =
      "新华社松岭11月1日电 南屏矿业周二说，新的分离线将于明年三月投产，每年可出氧化镨钕4200吨。"
          + "原料来自北岸的两座矿山，运距不到90公里，矿石品位在去年的勘探中有所提高。"
          + "项目耗资18亿元，其中三成来自地方基金，其余由公司自筹，预计7年收回投资。";

  @TempDir Path folder;

  private final Desk.Opener opener =
      new Desks(Lexicon.shipped(), () -> Instant.parse("2025-11-24T09:00:00Z"), Optional::empty);

  private record Ended(int code, String out, String error) {}

  private Ended assay(String in, String... arguments) {
    return assay("en", in, List.of(arguments));
  }

  private Ended assay(String language, String in, List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--data", data().toString(), "--lang", language));
    int code =
        Commands.run(
            opener,
            () -> Instant.parse("2025-11-24T09:00:00Z"),
            Path.of("samples"),
            new Streams(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, error, false),
            all.toArray(String[]::new));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static String line(String id, String source, String hour, String text) {
    return "{\"id\":\"%s\",\"title\":\"分离线明年投产\",\"source\":\"%s\",\"published\":\"2025-11-01T%s:00:00Z\",\"text\":\"%s\"}\n"
        .formatted(id, source, hour, text);
  }

  @BeforeEach
  void take() {
    Ended ended =
        assay(
            line("first", "北岸财经", "08", LINE)
                + line("copy", "海石新闻", "09", LINE.replace("有所提高", "大有提高") + "本市设了监测点。")
                + line("other", "松岭早报", "10", LINE.replace("4200", "4600")),
            "import",
            "--batch");
    assertThat(ended.code()).isZero();
  }

  @Test
  void foldsAndUnfoldsOnTheCommandLine() {
    assertThat(assay("", "status").out()).contains("3 articles, 2 independent");

    assertThat(assay("", "unfold", "copy").out()).contains("is folded with 1 article,");
    assertThat(assay("", "status").out()).contains("3 articles, 3 independent");
    assertThat(assay("", "fold", "first", "copy", "other").out())
        .contains("is folded with 3 articles")
        .contains("北岸财经")
        .contains("松岭早报");
    assertThat(assay("", "fold", "first", "copy").out()).contains("Nothing to change");
    assertThat(assay("", "fold", "--forget", "other", "--json").out())
        .containsPattern("\\{\"group\":\\[\"\\w{13}\"],\"changed\":true}");
    assertThat(assay("", "status").out()).contains("3 articles, 2 independent");
    assertThat(assay("", "verify").code()).isZero();
  }

  @Test
  void saysWhatIsWrongWithACommand() {
    assertThat(assay("", "fold", "first", "none"))
        .isEqualTo(
            new Ended(
                3,
                "",
                "No article is called none. Ids are printed by assay topic and assay search.\n"));
    assertThat(assay("", "fold", "first").error()).contains("Name at least 2 articles");
    assertThat(assay("", "fold", "first", "first").error()).contains("Name two different articles");
    assertThat(assay("", "unfold", "none").code()).isEqualTo(3);
  }

  @Test
  void printsWhatDiffersWithFiguresFirst() {
    Ended copies = assay("", "article", "copy", "--changes");
    assertThat(copies.out())
        .contains("before: 2025-11-01 16:00 +08:00 · 北岸财经")
        .contains("after: 2025-11-01 17:00 +08:00 · 海石新闻")
        .contains("0 with other figures, 1 changed, 0 left out, 1 added")
        .contains("- 原料来自北岸的两座矿山，运距不到90公里，矿石品位在去年的勘探中有所提高。")
        .contains("+ 本市设了监测点。");
    Ended alike = assay("", "article", "first", "--changes", "--against", "other");
    assertThat(alike.out()).contains("1 with other figures").contains("-!新华社").contains("+!新华社");
    assertThat(assay("", "article", "other", "--changes").code()).isEqualTo(3);

    assay(line("first", "北岸财经", "08", LINE.replace("18亿", "21亿")), "import", "--batch");
    assertThat(assay("", "article", "first").out()).contains("Earlier texts:").contains("\n  1  ");
    assertThat(assay("", "article", "first", "--changes", "--revision", "1").out())
        .contains("-!项目耗资18亿元")
        .contains("+!项目耗资21亿元");
  }

  @Test
  void callsAnAgencyAsTheReaderDoes() {
    List<String> topic = List.of("topic", "氧化镨钕", "--json");

    assertThat(assay("en", "", topic).out())
        .containsPattern("\"voices\"\\s*:\\s*\\[\\s*\\{\\s*\"name\"\\s*:\\s*\"Xinhua\"");
    assertThat(assay("zh", "", topic).out())
        .containsPattern("\"voices\"\\s*:\\s*\\[\\s*\\{\\s*\"name\"\\s*:\\s*\"新华社\"");
  }

  @Test
  void namesTheOriginAndCountsOwnersOnce() throws IOException {
    assertThat(assay("", "article", "other").out()).contains("松岭早报").contains("from Xinhua");
    assertThat(assay("", "topic", "氧化镨钕").out())
        .contains("3 articles, 1 independent source, 3 outlets")
        .contains("from Xinhua");
    assay(
        line("own", "松岭早报", "11", "松岭的稀土展览周六开幕，展出氧化镨钕样品四十件。展期两周，免费入场。")
            + line("sister", "松岭晚报", "12", "磁材厂今年多用了一成氧化镨钕，订单却少了。厂长说，明年要换配方。"),
        "import",
        "--batch");
    assertThat(assay("", "topic", "氧化镨钕").out()).contains("5 articles, 3 independent");

    Files.writeString(data().resolve("owners.tsv"), "# own\n松岭晚报\t松岭报业\n松岭早报\t松岭报业\n");
    assertThat(assay("", "topic", "氧化镨钕").out()).contains("5 articles, 2 independent");
    assertThat(assay("", "owners").out()).contains("松岭早报  counts as 松岭报业");
    Files.writeString(data().resolve("owners.tsv"), "松岭晚报 松岭报业\n");
    assertThat(assay("", "owners").error())
        .contains("line 1: a row is an outlet, a tab, and its owner");
  }

  @Test
  void foldsSearchHitsUnlessAsked() {
    assertThat(assay("", "search", "分离线").out()).contains("also in 1").doesNotContain("海石新闻");
    assertThat(assay("", "search", "分离线", "--copies").out()).contains("海石新闻");
  }

  private static final class Browser {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    Browser(Desk.Serving serving) {
      address = "http://127.0.0.1:" + serving.port();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    HttpResponse<String> post(String path, String body, String... headers)
        throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("X-CSRF-Token", formToken())
              .POST(HttpRequest.BodyPublishers.ofString(body));
      return send(headers.length == 0 ? request : request.headers(headers));
    }

    /// As a page of this server holds it.
    private String formToken() throws IOException, InterruptedException {
      Matcher token =
          Pattern.compile("name=\"form-token\" content=\"([^\"]+)\"").matcher(get("/").body());
      assertThat(token.find()).isTrue();
      return token.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private String id(String name) {
    Matcher found =
        Pattern.compile("\"article\":\\{\"id\":\"(\\w+)\"")
            .matcher(assay("", "article", name, "--json").out());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void foldsAndUnfoldsOnThePageWithPlainForms() throws Exception {
    String first = id("first");
    String copy = id("copy");
    String other = id("other");
    try (Desk desk = opener.toWrite(data());
        Desk.Serving serving = opener.serve(desk, Desk.Listening.here(0))) {
      Browser browser = new Browser(serving);
      assertThat(browser.get("/articles/" + first).body())
          .contains("action=\"/articles/%s/unfold\"".formatted(first))
          .contains("/articles/%s/changes?against=%s".formatted(copy, first));

      HttpResponse<String> unfolded = browser.post("/articles/" + copy + "/unfold", "");
      assertThat(unfolded.statusCode()).isEqualTo(303);
      assertThat(unfolded.headers().firstValue("Location"))
          .contains("/articles/" + copy + "#copies");
      assertThat(browser.get("/articles/" + first).body()).doesNotContain("/unfold\"");
      assertThat(browser.get("/api/v1/articles/" + copy).body())
          .contains("\"folded_by_hand\":true");

      browser.post(
          "/articles/" + copy + "/fold",
          "with=http%3A%2F%2F127.0.0.1%2Farticles%2F" + other + "%23p1");
      assertThat(browser.get("/api/v1/articles/" + other).body())
          .contains("\"copy_of\":{\"id\":\"" + copy);
      assertThat(browser.post("/articles/" + copy + "/forget-fold", "").statusCode())
          .isEqualTo(303);
      assertThat(browser.get("/articles/" + other).body()).doesNotContain("/unfold\"");
      assertThat(browser.post("/articles/" + copy + "/fold", "with=nothing").body())
          .contains("No article is called nothing.");
    }
  }

  @Test
  void refusesAFormThatAnotherSiteSends() throws Exception {
    String copy = id("copy");
    try (Desk desk = opener.toWrite(data());
        Desk.Serving serving = opener.serve(desk, Desk.Listening.here(0))) {
      Browser browser = new Browser(serving);
      String unfold = "/articles/" + copy + "/unfold";
      String unfoldByApi = "/api/v1/articles/" + copy + "/unfold";

      assertThat(browser.post(unfold, "", "Sec-Fetch-Site", "cross-site").statusCode())
          .isEqualTo(403);
      assertThat(browser.post(unfold, "", "Sec-Fetch-Site", "same-site").statusCode())
          .isEqualTo(403);
      assertThat(browser.post(unfold, "", "Origin", "https://elsewhere.example").statusCode())
          .isEqualTo(403);
      assertThat(browser.post(unfold, "", "Origin", "null").statusCode()).isEqualTo(403);
      assertThat(browser.post(unfoldByApi, "", "Sec-Fetch-Site", "cross-site").body())
          .contains("\"code\":\"forbidden\"");
      assertThat(browser.get("/api/v1/articles/" + copy).body()).contains("\"copy_of\":{\"id\"");

      assertThat(
              browser
                  .post(unfold, "", "Sec-Fetch-Site", "same-origin", "Origin", browser.address)
                  .statusCode())
          .isEqualTo(303);
    }
  }

  @Test
  void foldsUnfoldsAndShowsDifferencesThroughTheApi() throws Exception {
    String first = id("first");
    String copy = id("copy");
    String other = id("other");
    try (Desk desk = opener.toWrite(data());
        Desk.Serving serving = opener.serve(desk, Desk.Listening.here(0))) {
      Browser browser = new Browser(serving);
      String api = "/api/v1/articles/";

      assertThat(browser.post(api + other + "/fold", "{\"with\":[\"" + copy + "\"]}").body())
          .isEqualTo(
              "{\"group\":[\"%s\",\"%s\",\"%s\"],\"changed\":true}".formatted(first, copy, other));
      assertThat(browser.post(api + other + "/unfold", "").body())
          .isEqualTo("{\"group\":[\"%s\"],\"changed\":true}".formatted(other));
      assertThat(browser.post(api + other + "/fold", "x").statusCode()).isEqualTo(400);
      assertThat(browser.post(api + "none/unfold", "").statusCode()).isEqualTo(404);

      assertThat(browser.get(api + copy + "/changes").body())
          .contains("\"kind\":\"added\",\"figures\":false,\"before\":null,\"after\":\"本市设了监测点。\"");
      assertThat(browser.get(api + other + "/changes?against=" + first).body())
          .contains("\"changes\":[{\"kind\":\"changed\",\"figures\":true");
      assertThat(browser.get(api + other + "/changes").statusCode()).isEqualTo(404);
      assertThat(browser.get(api + other + "/changes?revision=1").statusCode()).isEqualTo(404);
      assertThat(browser.get("/articles/" + copy + "/changes").body())
          .contains("<del>所</del>")
          .contains("<ins>大</ins>");
    }
  }
}
