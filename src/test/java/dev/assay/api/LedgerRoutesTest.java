package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.topic.Library;
import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LedgerRoutesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;

  private Library library;
  private Javalin server;

  @BeforeEach
  void start() {
    library = new Library(folder);
    Article article =
        library.add(
            "zh", Language.ZH_HANS, "东岭网", "2025-07-08T02:00:00Z", "精炼仍集中在一国", "中国的稀土精炼占全球的85%。");
    library.claim(
        article,
        "85%",
        new Thing("country:CN", "中国"),
        Property.SHARE,
        new Part(Facet.MATERIAL, "material:rare-earths", "稀土"));
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  new LedgerRoutes(library.ledgers(), library.past()).register(config);
                  config.routes.exception(
                      HttpResponseException.class,
                      (e, context) ->
                          Routes.fail(
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

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:%d/api/v1%s".formatted(server.port(), path));
    return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /ledger?page=501              | page must be a number from 1 to 500, got 501.
          /ledger?page=0                | page must be a number from 1 to 500, got 0.
          /ledger?page=-1               | page must be a number from 1 to 500, got -1.
          /ledger?page=99999999999      | page must be a number from 1 to 500, got 99999999999.
          /ledger?from=%2B999999999-12-31 | from must be a day such as 2025-11-22, got +999999999-12-31.
          /ledger.csv?until=2025-02-30  | until must be a day such as 2025-11-22, got 2025-02-30.
          /ledger?verdict=maybe         | verdict must be one of [differ, agree, not_comparable, none], got maybe.
          """)
  void saysWhatIsWrongWithAnAddress(String path, String message) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo("{\"error\":{\"code\":\"bad_request\",\"message\":\"%s\"}}".formatted(message));
  }

  @Test
  void takesFiftyChoicesAndNoMore() throws Exception {
    String fifty =
        IntStream.range(0, 50).mapToObj(i -> "lang=x" + i).collect(Collectors.joining("&"));

    assertThat(get("/ledger?" + fifty).statusCode()).isEqualTo(200);
    assertThat(get("/ledger?language=zh&" + fifty).body())
        .contains("\"language may be given 50 times at most, got 51.");
  }

  @Test
  void findsAFigureByTheDayOnWhichItWasPublished() throws Exception {
    assertThat(get("/ledger?verdict=none&from=2025-07-08&until=2025-07-08").body())
        .contains("\"written\":\"85%\"");
    assertThat(get("/ledger?verdict=none&from=2025-07-09").body()).contains("\"entries\":[]");
  }

  @Test
  void doesNotKnowAnEntryThatNeverWas() throws Exception {
    assertThat(get("/ledger/entries/nope").statusCode()).isEqualTo(404);
    assertThat(get("/ledger/entries/nope/figures.csv").body())
        .isEqualTo(
            "{\"error\":{\"code\":\"not_found\",\"message\":\"No entry of the ledger is called nope.\"}}");
  }
}
