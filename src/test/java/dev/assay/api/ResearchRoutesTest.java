package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.research.ResearchRoutes;
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
                  new ResearchRoutes(library.topics(), library.search(), Library.CLOCK)
                      .register(config);
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
}
