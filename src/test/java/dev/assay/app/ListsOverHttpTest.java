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

  @Test
  void aParameterThatTheLedgerDoesNotKnowIsRefused() throws Exception {
    HttpResponse<String> answer = get("/api/v1/ledger?topic=x");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("topic is no parameter here");
  }
}
