package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.research.ResearchRoutes;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.topic.Library;
import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ResearchRoutesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;
  private Library library;
  private Javalin server;

  @BeforeEach
  void start() {
    library = new Library(folder).filled();
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  new ResearchRoutes(library.rooms(), Library.CLOCK).register(config);
                  config.routes.exception(
                      HttpResponseException.class,
                      (e, context) ->
                          ResearchRoutes.fail(
                              context,
                              HttpStatus.forStatus(e.getStatus()),
                              String.valueOf(e.getMessage())));
                })
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    server.stop();
    library.close();
  }

  private JsonNode ask(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return JsonMapper.shared().readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
  }

  private JsonNode search(String body) throws IOException, InterruptedException {
    return ask("POST", "/v2/search", body);
  }

  @Test
  void findsDocumentsInBothLanguagesWithCitations() throws IOException, InterruptedException {
    JsonNode chinese = search("{\"query\":\"钕价\",\"num\":5}");
    assertThat(chinese.path("total_count").asLong()).isEqualTo(1);
    JsonNode doc = chinese.path("docs").path(0);
    assertThat(doc.path("doc_id").asString()).matches("\\d{1,19}");
    assertThat(doc.path("id")).isEqualTo(doc.path("doc_id"));
    assertThat(doc.path("url").asString()).isEqualTo("https://library.example/nd-zh");
    assertThat(doc.path("category").asString()).isEqualTo("news");
    assertThat(doc.path("published_at").asLong()).isEqualTo(1_763_690_520_000L);
    assertThat(doc.path("assay").path("copies").asInt()).isEqualTo(2);
    assertThat(doc.path("assay").path("brief").toString()).contains("\"citations\":[{\"article\":");

    assertThat(
            search("{\"query\":\"cracking plant\"}").path("docs").path(0).path("title").asString())
        .isEqualTo("Lynas waits for a second permit");
  }

  @Test
  void findsNothingByWhatItHasNot() throws IOException, InterruptedException {
    assertThat(search("{\"query\":\"钕\",\"symbols\":[\"US:MP\"]}").path("docs")).isEmpty();
    assertThat(search("{\"query\":\"钕\",\"channel_ids\":[\"nobody\"]}").path("docs")).isEmpty();
    assertThat(search("{\"query\":\"钕\",\"end_datetime\":\"2020-01-01\"}").path("docs")).isEmpty();
    assertThat(search("{\"query\":\"钕\",\"unknown\":1}").path("docs").isEmpty()).isFalse();
  }

  @Test
  void saysWhichFieldIsWrong() throws IOException, InterruptedException {
    assertThat(search("{}").toString())
        .isEqualTo(
            "{\"status\":422,\"code\":422,\"message\":\"Field required\",\"detail\":[{\"loc\":[\"body\",\"query\"],\"msg\":\"Field required\",\"type\":\"value_error\"}]}");
    assertThat(search("{\"query\":\"钕\",\"num\":101}").path("status").asInt()).isEqualTo(422);
    assertThat(search("{\"query\":\"钕\",\"start_datetime\":\"soon\"}").path("status").asInt())
        .isEqualTo(422);
    assertThat(search("x").path("status").asInt()).isEqualTo(422);
    for (String beyond :
        List.of("+999999999-01-01T00:00:00Z", "+999999999-01-01", "-200000-01-01 00:00:00")) {
      assertThat(
              search("{\"query\":\"钕\",\"start_datetime\":\"" + beyond + "\"}")
                  .path("status")
                  .asInt())
          .as(beyond)
          .isEqualTo(422);
    }
  }

  @Test
  void givesADocumentWhole() throws IOException, InterruptedException {
    String id = search("{\"query\":\"钕价\"}").path("docs").path(0).path("doc_id").asString();
    JsonNode doc = ask("GET", "/v1/docs/" + id, "");
    assertThat(doc.path("institution").asString()).isEqualTo("北岸财经");
    assertThat(doc.path("chunks")).hasSize(3);
    assertThat(doc.path("chunks").path(0).path("metadata").path("paragraph").asInt()).isEqualTo(1);
    assertThat(ask("GET", "/v1/docs/" + id + "/summary", "").path("sentences").isEmpty()).isFalse();
    assertThat(ask("GET", "/v1/docs/" + id + "/raw-content", "").path("content").asString())
        .startsWith("钕价本周上涨一成");
    assertThat(ask("GET", "/v1/docs/7", "").path("message").asString())
        .isEqualTo("No document is called 7.");
  }

  private JsonNode post(String path, String body) throws IOException, InterruptedException {
    return ask("POST", path, body);
  }

  private static List<String> titles(JsonNode docs) {
    return docs.valueStream().map(doc -> doc.path("title").asString()).toList();
  }

  @Test
  void listsDocumentsNewestFirstByPage() throws IOException, InterruptedException {
    JsonNode first = post("/v1/docs", "{\"page_size\":2}");
    assertThat(titles(first.path("docs"))).containsExactly("钕价先动，磁材厂排产到明年春天", "釹鐵硼訂單回流，臺廠等不到原料");
    assertThat(first.path("total_count").asInt()).isEqualTo(3);
    assertThat(first.path("total_page").asInt()).isEqualTo(2);
    assertThat(titles(post("/v1/docs", "{\"page_size\":2,\"page_num\":2}").path("docs")))
        .containsExactly("Lynas waits for a second permit");
    assertThat(post("/v1/docs", "{\"page_size\":2,\"page_num\":3}").path("docs")).isEmpty();
    assertThat(post("/v1/docs", "{\"page_size\":100,\"page_num\":101}").path("status").asInt())
        .isEqualTo(422);
  }

  @Test
  void listsOnlyWhatEveryFilterLetsThrough() throws IOException, InterruptedException {
    assertThat(titles(post("/v1/docs/tags", "{\"tags\":{\"company\":[\"莱纳斯\"]}}").path("docs")))
        .containsExactly("Lynas waits for a second permit");
    assertThat(titles(post("/v1/docs/tags", "{\"tags\":[\"钕\"]}").path("docs"))).hasSize(3);
    assertThat(
            titles(post("/v1/docs", "{\"tags\":{\"a\":[\"钕\"],\"b\":[\"Lynas\"]}}").path("docs")))
        .containsExactly("Lynas waits for a second permit");
    assertThat(titles(post("/v1/docs", "{\"institutions\":[\"東灣日報\"]}").path("docs")))
        .containsExactly("釹鐵硼訂單回流，臺廠等不到原料");
    assertThat(
            titles(
                post("/v1/docs", "{\"start_date\":\"2025-11-21\",\"end_date\":\"2025-11-21\"}")
                    .path("docs")))
        .containsExactly("钕价先动，磁材厂排产到明年春天");
    assertThat(
            titles(
                post(
                        "/v1/docs",
                        "{\"institutions\":[\"東灣日報\"],\"channel_ids\":[\"東灣日報\",\"北岸财经\"]}")
                    .path("docs")))
        .containsExactly("釹鐵硼訂單回流，臺廠等不到原料");
    for (String unserved :
        List.of(
            "\"institutions\":[\"東灣日報\"],\"channel_ids\":[\"北岸财经\"]",
            "\"start_date\":\"2090-01-01\",\"date_range\":\"y\"",
            "\"markets\":[\"cn\"]",
            "\"categories\":[\"financials\"]",
            "\"symbols\":[\"US:MP\"]",
            "\"extended_filters\":[{\"x\":1}]",
            "\"folder_ids\":[\"none\"]",
            "\"tags\":{\"a\":[\"Nobody Anywhere\"]}")) {
      assertThat(post("/v1/docs", "{" + unserved + "}").path("docs")).as(unserved).isEmpty();
    }
    assertThat(post("/v1/docs/symbols", "{}").path("message").asString())
        .isEqualTo("Field required");
  }

  @Test
  void findsDocumentsAndTheirChunks() throws IOException, InterruptedException {
    JsonNode doc =
        post("/v1/search", "{\"query\":\"磁材厂\",\"mode\":\"keywords\",\"should_highlight\":true}")
            .path("docs")
            .path(0);
    assertThat(doc.path("highlights").path(0).asString()).contains("<em>磁材厂</em>");
    assertThat(doc.path("companies").isArray()).isTrue();
    JsonNode chunk =
        post("/v1/search/chunks", "{\"query\":\"tailings dam\"}").path("chunks").path(0);
    assertThat(chunk.path("content").asString()).contains("second study of the tailings dam");
    assertThat(chunk.path("metadata").path("paragraph").asInt()).isEqualTo(2);
    assertThat(chunk.path("doc").path("title").asString())
        .isEqualTo("Lynas waits for a second permit");
    String id = chunk.path("doc").path("doc_id").asString();
    assertThat(
            post("/v1/tools/kb/search", "{\"query\":\"钕\",\"doc_ids\":[\"%s\"]}".formatted(id))
                .path("chunks")
                .findValuesAsString("doc_id"))
        .containsOnly(id);
    assertThat(post("/v1/search", "{\"query\":\"钕\",\"min_score\":1000000}").path("docs"))
        .isEmpty();
  }

  @Test
  void savesTopicsAsGroups() throws IOException, InterruptedException {
    JsonNode group =
        post(
            "/v1/following/groups",
            "{\"name\":\"Permits\",\"follow_values\":[{\"follow_type\":1,\"follow_value\":\"Lynas\"}]}");
    String at = "/v1/following/groups/" + group.path("group_id").asString();
    assertThat(library.topics().saved().names()).containsExactly("Permits");
    assertThat(titles(ask("GET", at + "/docs", "").path("items")))
        .containsExactly("Lynas waits for a second permit");
    assertThat(post("/v1/following/groups", "{\"name\":\"Permits\"}").path("count").asInt())
        .isEqualTo(1);
    post(at + "/follows", "{\"follow_values\":[{\"follow_type\":1,\"follow_value\":\"莱纳斯\"}]}");
    ask("DELETE", at + "/follows?follow_values=Lynas", "");
    assertThat(ask("GET", at, "").path("follow_values").toString())
        .isEqualTo("[{\"follow_type\":1,\"follow_value\":\"莱纳斯\"}]");
    assertThat(post("/v1/tools/timeline/companies", "{}").path("docs").path(0).path("published_at"))
        .hasToString("\"2025-11-12T05:18:00Z\"");
    assertThat(
            post(
                    at + "/follows",
                    "{\"follow_values\":[{\"follow_type\":2,\"follow_value\":\"1\"}]}")
                .path("status")
                .asInt())
        .isEqualTo(422);
    ask("DELETE", at, "");
    assertThat(library.topics().saved().names()).isEmpty();
    assertThat(ask("GET", at, "").path("status").asInt()).isEqualTo(404);
  }

  @Test
  void aGroupThatGetsAnothersNameBecomesOneWithIt() throws IOException, InterruptedException {
    JsonNode licences =
        post(
            "/v1/following/groups",
            "{\"name\":\"Licences\",\"follow_values\":[{\"follow_type\":1,\"follow_value\":\"许可\"}]}");
    post(
        "/v1/following/groups",
        "{\"name\":\"Permits\",\"follow_values\":[{\"follow_type\":1,\"follow_value\":\"Lynas\"}]}");

    JsonNode renamed =
        post(
            "/v1/following/groups/" + licences.path("group_id").asString(),
            "{\"name\":\"Permits\"}");

    assertThat(library.topics().saved().names()).containsExactly("Permits");
    assertThat(renamed.path("follow_values").valueStream().map(one -> one.path("follow_value")))
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrder("Lynas", "许可");
  }

  @Test
  void manyAddressesAreOneRunAndEachHasItsOwnOutcome() throws IOException, InterruptedException {
    List<String> few = started(2, 5);
    assertThat(few)
        .hasSize(3)
        .allSatisfy(id -> assertThat(outcome(id)).contains("is a private address"));

    assertThat(started(5, 105)).hasSize(100).doesNotHaveDuplicates();

    assertThat(few) // a run for each would have it forgotten
        .allSatisfy(id -> assertThat(outcome(id)).contains("is a private address"));
  }

  /// The ids of made addresses, which are taken in one after the other.
  private List<String> started(int from, int to) throws IOException, InterruptedException {
    String docs =
        IntStream.range(from, to)
            .mapToObj("{\"url\":\"http://127.0.0.%d:9/\"}"::formatted)
            .collect(Collectors.joining(","));
    return post("/v1/docs/upload/async", "{\"docs\":[%s]}".formatted(docs))
        .path("docs")
        .valueStream()
        .map(doc -> doc.path("id").asString())
        .toList();
  }

  /// What is said of a document when it is no longer under way.
  private String outcome(String id) throws IOException, InterruptedException {
    JsonNode state = ask("GET", "/v1/docs/" + id + "/upload/status", "");
    for (int i = 0; i < 600 && state.path("status").asString().equals("processing"); i++) {
      Thread.sleep(50);
      state = ask("GET", "/v1/docs/" + id + "/upload/status", "");
    }
    return state.path("message").asString();
  }

  @Test
  void filesDocumentsInFolders() throws IOException, InterruptedException {
    String id = search("{\"query\":\"permit\"}").path("docs").path(0).path("doc_id").asString();
    String folder =
        post("/v1/docs/folder/create", "{\"name\":\"许可\"}").path("folder_id").asString();
    library.collections().put(ReaderId.LOCAL, "许可", List.of(new ArticleId(Long.parseLong(id))));
    assertThat(titles(post("/v1/docs", "{\"folder_ids\":[\"%s\"]}".formatted(folder)).path("docs")))
        .containsExactly("Lynas waits for a second permit");
    assertThat(
            ask("DELETE", "/v1/docs/folder/delete", "{\"folder_id\":\"%s\"}".formatted(folder))
                .toString())
        .isEqualTo("{\"doc_ids\":[\"%s\"],\"folder_id\":\"%s\"}".formatted(id, folder));
    assertThat(ask("GET", "/v1/docs/" + id, "").path("title").asString()).isNotEmpty();
    ask("DELETE", "/v1/docs/delete", "{\"doc_ids\":[\"%s\",\"7\"]}".formatted(id));
    assertThat(ask("GET", "/v1/docs/" + id, "").path("status").asInt()).isEqualTo(404);
  }

  @Test
  void takesInAndSaysWhyNot() throws IOException, InterruptedException {
    String address = "{\"docs\":[{\"url\":\"http://127.0.0.1:9/x\"}]}";
    assertThat(post("/v1/docs/upload", address).path("message").asString())
        .contains("is a private address");
    String id = post("/v1/docs/upload/async", address).path("docs").path(0).path("id").asString();
    assertThat(outcome(id)).contains("is a private address");
    assertThat(post("/v1/docs/upload", "{\"docs\":[{\"url\":\"ftp://x\"}]}").path("status").asInt())
        .isEqualTo(422);
  }

  @Test
  void namesChannelsAndWhatRises() throws IOException, InterruptedException {
    JsonNode channel =
        post("/v1/channels/search", "{\"query\":\"dispatch\"}").path("channels").path(0);
    assertThat(channel.path("id").asString()).isEqualTo("Carrow Dispatch");
    assertThat(channel.path("following").asBoolean()).isFalse();
    assertThat(ask("GET", "/v1/channels/followings", "").path("total_count").asInt()).isZero();
    assertThat(ask("GET", "/v1/channels/followings/docs", "").path("docs")).isEmpty();
    assertThat(ask("DELETE", "/v1/channels/nobody/unfollow", "").path("message").asString())
        .isEqualTo("No channel is called nobody.");
    for (int i = 0; i < 6; i++) {
      library.add(
          "us" + i,
          Language.EN,
          "Paper " + i % 3,
          "2025-11-23T0%d:00:00Z".formatted(i),
          "Germanium talks, part " + i,
          "Germanium buyers said that talks about part %d go on.".formatted(i));
    }
    JsonNode concept =
        ask("GET", "/v1/concepts/latest?include_docs=false", "").path("concepts").path(0);
    assertThat(concept.path("concept_name").asString()).isEqualTo("germanium");
    assertThat(concept.path("event_count").asInt()).isEqualTo(6);
    assertThat(concept.path("sources").asInt()).isEqualTo(3);
    assertThat(concept.has("docs")).isFalse();
    assertThat(titles(ask("GET", "/v1/concepts/latest", "").path("concepts").path(0).path("docs")))
        .containsExactly(
            "Germanium talks, part 5", "Germanium talks, part 4", "Germanium talks, part 3");
  }

  @Test
  void answersAQuestionInEvents() throws IOException, InterruptedException {
    JsonNode end =
        post(
            "/v1/chat/completion",
            "{\"query\":\"How long does the second study of the tailings dam take?\",\"stream\":false}");
    assertThat(end.path("type").asString()).isEqualTo("end");
    assertThat(end.path("message").asString()).contains("takes four months").contains("[1]");
    assertThat(end.at("/extra/sources/0/doc/title").asString())
        .isEqualTo("Lynas waits for a second permit");
    assertThat(end.at("/extra/sources/0/paragraph").asInt()).isEqualTo(2);
    assertThat(end.at("/extra/assay/sentences/0/citations/0/paragraph").asInt()).isEqualTo(2);

    String events =
        CLIENT
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/v1/chat/completion"))
                    .POST(
                        BodyPublishers.ofString(
                            "{\"query\":\"钕价涨了多少？\",\"categories\":[\"reports\"]}"))
                    .build(),
                BodyHandlers.ofString())
            .body();
    assertThat(
            events
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> JsonMapper.shared().readTree(line.substring("data: ".length())))
                .map(event -> event.path("type").asString()))
        .containsExactly("questions", "start", "info", "info", "answer", "stream", "end");
    assertThat(events).contains("\"state\":\"refused\"");
  }

  @Test
  void saysThatItHasNoMarketData() throws IOException, InterruptedException {
    assertThat(ask("GET", "/v1/stock/quote", "").path("message").asString())
        .isEqualTo("Assay has no market data.");
  }
}
