package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Streams;
import dev.assay.desk.note.ArticleCollection;
import dev.assay.lexicon.Lexicon;
import dev.assay.source.Opml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists of the API that are read a page at a time while they change.
final class ListsOverHttpTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("assay.root", "."), "samples/rare-earths");

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private Desk desk;
  private Desk.Serving serving;

  @BeforeEach
  void start() throws IOException {
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    String data = folder.toString();
    Commands.run(
        opener,
        InstantSource.system(),
        SAMPLES,
        new Streams(
            InputStream.nullInputStream(),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream(),
            false),
        new String[] {"import", SAMPLES.resolve("pages").toString(), "--data", data});
    desk = opener.toWrite(folder);
    serving = opener.serve(desk, Desk.Listening.here(0));
  }

  @AfterEach
  void stop() {
    serving.close();
    desk.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:%d%s".formatted(serving.port(), path));
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(get(path).body());
  }

  @Test
  void aSourceThatComesToStandOtherwiseBetweenTwoPagesIsNeitherLostNorTwiceThere()
      throws Exception {
    desk.sources()
        .follow(
            new Opml(
                IntStream.rangeClosed(1, 5)
                    .mapToObj(
                        i ->
                            new Opml.Outline(
                                "Site " + i, "http://site%d.example/feed".formatted(i), "", "", ""))
                    .toList()),
            "",
            "");

    List<String> seen = new ArrayList<>();
    JsonNode page = json("/api/v1/sources?limit=2");
    page.path("sources").forEach(one -> seen.add(one.at("/source/title").asString()));
    desk.sources().set(1, Map.of("activity", "paused"));
    desk.sources().remove(2);
    while (!page.path("next_token").isNull()) {
      page = json("/api/v1/sources?limit=2&page=" + page.path("next_token").asString());
      page.path("sources").forEach(one -> seen.add(one.at("/source/title").asString()));
    }

    assertThat(get("/metrics").body())
        .contains("assay_sources{state=\"new\"} 3\n", "assay_sources{state=\"paused\"} 1\n");
    assertThat(seen).containsExactly("Site 1", "Site 2", "Site 3", "Site 4", "Site 5");
    assertThat(get("/api/v1/sources?page=x").statusCode()).isEqualTo(400);
  }

  @Test
  void aCollectionIsReadOnBehindAnArticleThoughOthersCameBeforeIt() throws Exception {
    List<ArticleId> ids = new ArrayList<>();
    json("/api/v1/search?q=&limit=4")
        .path("hits")
        .forEach(hit -> ids.add(ArticleId.parse(hit.at("/article/id").asString()).orElseThrow()));
    desk.collections().put(ReaderId.LOCAL, "许可", ids.subList(0, 3));
    ArticleCollection collection = desk.collections().find(ReaderId.LOCAL, "许可").orElseThrow();
    String address = "/api/v1/collections/" + collection.id();

    JsonNode first = json(address + "?limit=2");
    desk.collections().put(ReaderId.LOCAL, "许可", ids.subList(3, 4));
    JsonNode second = json(address + "?limit=2&page=" + first.path("next_token").asString());

    List<String> seen = new ArrayList<>();
    List.of(first, second)
        .forEach(page -> page.path("articles").forEach(one -> seen.add(one.path("id").asString())));
    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            ids.subList(0, 3).stream().map(ArticleId::toString).toList());
    assertThat(second.path("next_token").isNull()).isTrue();
  }

  /// Each list, one item a page, has what it has as a whole, in its order.
  @Test
  void everyListIsReadToItsEndPageByPage() throws Exception {
    for (int i = 1; i <= 3; i++) {
      post("/api/v1/collections", "{\"name\":\"第%d辑\",\"articles\":[]}".formatted(i));
      post("/api/v1/ask", "{\"question\":\"Who makes magnets of grade %d?\"}".formatted(i));
      post("/api/v1/names", "{\"type\":\"company\",\"names\":[\"Quarrel Rock %d\"]}".formatted(i));
      post(
          "/api/v1/alerts",
          "{\"name\":\"镓 %d\",\"subject\":\"镓\",\"when\":[\"article.created\"]}".formatted(i));
      post(
          "/api/v1/alerts/channels",
          "{\"kind\":\"ntfy\",\"address\":\"https://push%d.example/desk\"}".formatted(i));
    }
    for (JsonNode channel : json("/api/v1/alerts/channels").path("channels")) {
      post("/api/v1/alerts/channels/" + channel.path("id").asString() + "/test", "{}");
    }
    Map<String, String> lists =
        Map.ofEntries(
            Map.entry("/api/v1/collections", "collections"),
            Map.entry("/api/v1/asks", "answers"),
            Map.entry("/api/v1/names", "names"),
            Map.entry("/api/v1/alerts", "rules"),
            Map.entry("/api/v1/alerts/channels", "channels"),
            Map.entry("/api/v1/alerts/deliveries", "deliveries"));
    for (Map.Entry<String, String> list : lists.entrySet()) {
      List<String> whole = keys(json(list.getKey()).path(list.getValue()));
      assertThat(whole).as(list.getKey()).hasSize(3).doesNotHaveDuplicates();
      assertThat(onePerPage(list.getKey(), list.getValue())).as(list.getKey()).isEqualTo(whole);
      HttpResponse<String> wrong = get(list.getKey() + "?page=bm9uZQ");
      assertThat(wrong.statusCode()).as(list.getKey()).isEqualTo(400);
      assertThat(wrong.body()).contains("page is no token of this list");
    }
    for (String list : List.of("/api/v1/rising", "/api/v1/names/candidates")) {
      assertThat(json(list + "?limit=1").has("next_token")).as(list).isTrue();
      assertThat(get(list + "?limit=0").statusCode()).as(list).isEqualTo(400);
    }
  }

  private List<String> onePerPage(String path, String name) throws Exception {
    List<String> seen = new ArrayList<>();
    JsonNode page = json(path + "?limit=1");
    seen.addAll(keys(page.path(name)));
    while (!page.path("next_token").isNull()) {
      page = json(path + "?limit=1&page=" + page.path("next_token").asString());
      seen.addAll(keys(page.path(name)));
    }
    return seen;
  }

  /// What tells the items of a list apart.
  private static List<String> keys(JsonNode list) {
    return list.valueStream()
        .map(item -> item.path("id").asString("") + item.path("thing").asString(""))
        .toList();
  }

  private void post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = sent(path, body);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
  }

  private HttpResponse<String> sent(String path, String body)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:%d%s".formatted(serving.port(), path));
    return client.send(
        HttpRequest.newBuilder(address)
            .headers("Content-Type", "application/json", "Accept-Language", "zh-CN")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whatCannotBeReadIsRefusedInTheShapeOfTheApi() throws Exception {
    String article = json("/api/v1/search?q=&limit=1").at("/hits/0/article/id").asString();
    for (String body :
        List.of("", "null", "[]", "{\"with\":5}", "{\"with\":[null]}", "{\"with\":[]}")) {
      HttpResponse<String> answer = sent("/api/v1/articles/" + article + "/fold", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body()).as(body).contains("必须是");
    }
    assertThat(sent("/api/v1/notes", "{\"article\":[\"" + article + "\"]}").body())
        .isEqualTo("{\"error\":{\"code\":\"bad_request\",\"message\":\"\\\"article\\\" 必须是文本。\"}}");
    assertThat(sent("/api/v1/status", "{}").body())
        .isEqualTo(
            "{\"error\":{\"code\":\"not_found\",\"message\":\"API 没有 POST /api/v1/status 这个路径。见 /api/v1/openapi.yaml\"}}");
  }

  @Test
  void whoNeverLookedAtTheFirstPageIsToldSo() throws Exception {
    assertThat(json("/api/v1/reading").path("looked_at").isNull()).isTrue();
  }

  @Test
  void aParameterThatTheLedgerDoesNotKnowIsRefused() throws Exception {
    HttpResponse<String> answer = get("/api/v1/ledger?topic=x");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("topic is no parameter here");
  }
}
