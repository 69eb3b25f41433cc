package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.article.ReaderId;
import dev.assay.cli.terminal.Desk;
import dev.assay.ingest.input.Given;
import dev.assay.lexicon.Lexicon;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Alerts and what happens live, over the API and the pages of a running server.
final class AlertsOverHttpTest {

  private static final String GALLIUM = "镓的出口许可本周又少了两张。松岭矿业的一位经理说，客户正在把订单推到明年春天，仓库里的镓还够用四个月。";

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private Desk desk;
  private Desk.Serving serving;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        folder.resolve("alerts.properties"),
        "mail.host=127.0.0.1\nmail.port=1\nmail.security=none\nmail.from=desk@example.org\n");
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    desk = opener.toWrite(folder);
    serving = opener.serve(desk, Desk.Listening.here(0));
  }

  @AfterEach
  void stop() {
    serving.close();
    desk.close();
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:%d%s".formatted(serving.port(), path)));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(at(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aPlaceThatCannotBeIsSaidOnThePageWhichKeepsWhatWasWritten() throws Exception {
    HttpRequest request =
        at("/alerts/channels")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept-Language", "zh")
            .header("X-CSRF-Token", formToken())
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "kind=ntfy&address=http%3A%2F%2F127.0.0.1%3A9%2Fx"))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    Document page = Jsoup.parse(answer.body());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(page.select("h1").text()).isEqualTo("提醒");
    assertThat(page.select(".side [role=alert]").text()).contains("指向本机或内网");
    assertThat(page.select("input[name=address]").attr("value")).isEqualTo("http://127.0.0.1:9/x");
    assertThat(page.select("select[name=kind] option[selected]").attr("value")).isEqualTo("ntfy");
  }

  private String formToken() throws IOException, InterruptedException {
    return Jsoup.parse(get("/alerts").body()).select("meta[name=form-token]").attr("content");
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(get(path).body());
  }

  private JsonNode post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        at(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return JsonMapper.shared()
        .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private void comes(String id, String title) {
    comes(id, title, GALLIUM + title);
  }

  private void comes(String id, String title, String text) {
    Map<String, String> line =
        Map.of(
            "id",
            id,
            "source",
            "北岸财经",
            "published",
            Instant.now().toString(),
            "title",
            title,
            "text",
            text);
    RawDocument document =
        new RawDocument(
            new Identity.OfExternal("", id),
            null,
            RawDocument.BATCH_LINE,
            JsonMapper.shared().writeValueAsString(line).getBytes(StandardCharsets.UTF_8),
            Map.of(RawDocument.COMPLETENESS, "full"),
            Instant.now());
    desk.ingest().run(List.<Given>of(new Given.Document(document)).iterator(), (_, _) -> {});
  }

  @Test
  void aRuleIsMadeFiresAndIsReadOnItsPageAndInItsFeed() throws Exception {
    String draft =
        "{\"scope\":\"topic\",\"subject\":\"gallium\",\"when\":[\"article.created\"],\"language\":\"zh\"}";
    assertThat(post("/api/v1/alerts/preview", draft).path("times").asInt(-1)).isZero();
    String id = post("/api/v1/alerts", draft).path("id").asString();
    assertThat(post("/api/v1/alerts", "{\"scope\":\"topic\",\"when\":[]}").toString())
        .contains("\\\"subject\\\" must name the topic");

    comes("one", "镓的许可少了两张");
    desk.watch().firing().round();

    JsonNode found = json("/api/v1/alerts/" + id);
    assertThat(found.path("found").asInt()).isEqualTo(1);
    assertThat(found.path("items").get(0).path("item").path("title").asString())
        .isEqualTo("镓的许可少了两张");
    Document page = Jsoup.parse(get("/alerts/" + id + "?lang=zh").body());
    assertThat(page.select(".found h3").eachText()).containsExactly("镓的许可少了两张");
    assertThat(page.select("#found").text()).isEqualTo("共 1 条");
    assertThat(found.path("next_token").isNull()).isTrue();
    assertThat(get("/alerts/" + id + "/atom").body())
        .contains("<title>New article: 镓的许可少了两张</title>")
        .contains("urn:assay:alert:" + id);
    JsonNode feed = json("/alerts/" + id + "/feed.json");
    assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.path("feed_url").asString()).endsWith("/alerts/" + id + "/feed.json");
    JsonNode item = feed.path("items").get(0);
    assertThat(item.path("id").asString()).startsWith("urn:assay:alert:" + id);
    assertThat(item.path("title").asString()).isEqualTo("New article: 镓的许可少了两张");
    assertThat(item.path("content_text").asString()).startsWith("镓的出口许可本周");
    Document all = Jsoup.parse(get("/alerts?lang=en").body());
    assertThat(all.select("main h1").text()).isEqualTo("Alerts");
    assertThat(all.select("main .list b").eachText()).contains("gallium");

    assertThat(post("/api/v1/alerts/" + id + "/remove", "{}").path("id").asString()).isEqualTo(id);
    assertThat(get("/alerts/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void whatARuleFoundIsReadAPageAtATime() throws Exception {
    String rule = "{\"scope\":\"everything\",\"name\":\"all\",\"when\":[\"article.created\"]}";
    String alert = "/api/v1/alerts/" + post("/api/v1/alerts", rule).path("id").asString();
    comes("one", "镓的许可少了两张");
    comes(
        "two",
        "Two berths closed at Port Ellery",
        "The port of Ellery closed two of its five berths on Monday after a crane fell. Ships that carry ore wait outside, the harbour master said.");
    desk.watch().firing().round();

    JsonNode last = json(alert + "?limit=1");
    JsonNode first = json(alert + "?limit=1&page=" + last.path("next_token").asString());

    assertThat(Stream.of(last, first).map(page -> page.path("items").get(0).path("item")))
        .extracting(item -> item.path("title").asString())
        .containsExactly("Two berths closed at Port Ellery", "镓的许可少了两张");
    assertThat(json(alert + "?limit=2").path("next_token").isNull()).isTrue();
    assertThat(get(alert + "?page=x").statusCode()).isEqualTo(400);
  }

  @Test
  void aRuleIsMutedAndUnmuted() throws Exception {
    String draft = "{\"scope\":\"topic\",\"subject\":\"gallium\",\"when\":[\"event.created\"]}";
    JsonNode made = post("/api/v1/alerts", draft);
    String alert = "/api/v1/alerts/" + made.path("id").asString();
    assertThat(made.path("muted_until").isNull()).isTrue();

    JsonNode muted = post(alert + "/mute", "{\"for\":\"1d\"}");
    assertThat(Duration.between(Instant.now(), Instant.parse(muted.path("muted_until").asString())))
        .isBetween(Duration.ofHours(23), Duration.ofHours(24));
    assertThat(post(alert + "/mute", "{}").path("muted_until").asString()).startsWith("9999-");
    assertThat(post(alert + "/mute", "{\"for\":\"a while\"}").toString())
        .contains("must be 8h, 2d, 1w or always, got a while");
    String page = "/alerts/" + made.path("id").asString();
    assertThat(Jsoup.parse(get(page + "?lang=zh").body()).select("main .counts b").eachText())
        .containsExactly("已静音");

    post(alert + "/unmute", "{}");
    assertThat(Jsoup.parse(get(page).body()).select("main .counts b")).isEmpty();
    assertThat(Jsoup.parse(get(page).body()).select("select[name=for] option").eachText())
        .containsExactly("for 8 hours", "for a day", "for a week", "for good");
  }

  @Test
  void aLetterIsEndedByAPostAloneAndNotByALook() throws Exception {
    JsonNode channel =
        post("/api/v1/alerts/channels", "{\"kind\":\"mail\",\"address\":\"ana@example.org\"}");
    post(
        "/api/v1/alerts",
        "{\"name\":\"all\",\"scope\":\"everything\",\"when\":[\"article.created\"],\"channels\":[\"%s\"]}"
            .formatted(channel.path("channel").path("id").asString()));
    comes("one", "镓的许可少了两张");
    desk.watch().firing().round();
    String token = desk.watch().outbox().due(1, Set.of()).getFirst().message().token();

    assertThat(get("/u/" + token).body()).contains("will not be sent to ana@example.org");
    assertThat(get("/u/" + token).body()).contains("will not be sent to ana@example.org");
    HttpRequest click =
        at("/u/" + token)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build();
    HttpResponse<String> ended = client.send(click, HttpResponse.BodyHandlers.ofString());

    assertThat(ended.statusCode()).isEqualTo(200);
    assertThat(ended.body()).contains("nothing more is sent");
    assertThat(desk.watch().rules().of(ReaderId.LOCAL).getFirst().channels()).isEmpty();
    assertThat(client.send(click, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void placesOnThisMachineAreRefused() throws Exception {
    assertThat(
            post(
                    "/api/v1/alerts/channels",
                    "{\"kind\":\"webhook\",\"address\":\"http://127.0.0.1:9/in\"}")
                .toString())
        .contains("leads to this machine or its network");
  }

  @Test
  void whatHappensIsToldWhileItHappens() throws Exception {
    String from = json("/api/v1/live").path("last").asString();
    post(
        "/api/v1/alerts",
        "{\"scope\":\"topic\",\"subject\":\"gallium\",\"when\":[\"article.created\"]}");
    HttpResponse<InputStream> stream =
        client.send(
            at("/api/v1/live").header("Accept", "text/event-stream").build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader heard =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(heard.readLine()).isEqualTo(": live");

      comes("one", "镓的许可少了两张");

      assertThat(next(heard, "event: ")).isEqualTo("article.created");
      JsonNode article = JsonMapper.shared().readTree(next(heard, "data: "));
      assertThat(article.path("title").asString()).isEqualTo("镓的许可少了两张");
      assertThat(article.path("source").asString()).isEqualTo("北岸财经");
      assertThat(next(heard, "event: ")).isEqualTo("alert"); // by the server's own job
    }
    JsonNode since = json("/api/v1/live?after=" + from);
    assertThat(since.path("events").valueStream().map(event -> event.path("type").asString()))
        .containsExactly("article.created", "alert");
    assertThat(get("/api/v1/live?after=x").statusCode()).isEqualTo(400);
    assertThat(get("/").body()).contains("data-live=\"/api/v1/live?after=");
  }

  private static String next(BufferedReader heard, String head) throws IOException {
    String line = heard.readLine();
    while (line != null && !line.startsWith(head)) {
      line = heard.readLine();
    }
    return String.valueOf(line).substring(head.length());
  }
}
