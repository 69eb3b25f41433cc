package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.topic.Library;
import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SearchRoutesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;

  private static Library library;
  private static Javalin server;

  @BeforeAll
  static void start() {
    library = new Library(folder).filled();
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  new Routes(library.topics(), library.upkeep(), library.past()).register(config);
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

  @AfterAll
  static void stop() {
    server.stop();
    library.close();
  }

  private static JsonNode get(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:%d/api/v1%s".formatted(server.port(), path));
    return JsonMapper.shared()
        .readTree(
            CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
  }

  /// A client that prefers Chinese, or asks for a reader of Chinese, is told so.
  @Test
  void saysWhatIsWrongInTheLanguageThatIsPreferred() throws Exception {
    URI wrong = URI.create("http://127.0.0.1:%d/api/v1/search?sort=bogus".formatted(server.port()));
    HttpRequest.Builder asked = HttpRequest.newBuilder(wrong);
    for (String preferred : List.of("zh-CN,zh;q=0.9,en;q=0.8", "fr, zh-TW;q=0.5")) {
      HttpRequest request = asked.setHeader("Accept-Language", preferred).build();
      assertThat(CLIENT.send(request, BodyHandlers.ofString()).body())
          .contains("sort 必须是以下之一：relevance, newest；得到的是 bogus。");
    }
    HttpRequest english = asked.setHeader("Accept-Language", "en-GB,zh;q=0.5").build();
    assertThat(CLIENT.send(english, BodyHandlers.ofString()).body())
        .contains("sort must be one of");
    assertThat(get("/articles/none?reader=zh").toString()).contains("没有叫 none 的文章。");
  }

  private static long total(String query) throws IOException, InterruptedException {
    return get("/search?" + query).at("/total/count").asLong(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /search?q=x&page=garbage      | The page token is not one of this list: ask for its first page again.
          /topics/%E9%92%95?page=%2F%2F | The page token is not one of this list: ask for its first page again.
          /topics/zzqqxx?page=AAAA      | The page token is not one of this list: ask for its first page again.
          /search?sort=bogus            | sort must be one of relevance, newest, got bogus.
          /search?fact=bogus            | fact must be one of disputed, got bogus.
          /search?kind=gossip           | kind must be one of news, analysis, report, filing, transcript, social, file, got gossip.
          /search?language=klingon      | language must be a tag such as zh, zh-Hant or en, got klingon.
          /search?until=2025-13-01      | until must be a day such as 2025-11-22, a minute such as 2025-11-22T07:10 or a moment such as 2025-11-22T07:10:00Z, got 2025-13-01.
          /search?from=%2B999999999-12-31 | from must be a day such as 2025-11-22, a minute such as 2025-11-22T07:10 or a moment such as 2025-11-22T07:10:00Z, got +999999999-12-31.
          /search?until=%2B999999999-12-31T00:00:00Z | until must be a day such as 2025-11-22, a minute such as 2025-11-22T07:10 or a moment such as 2025-11-22T07:10:00Z, got +999999999-12-31T00:00:00Z.
          /topics/x?as_of=yesterday     | as_of must be a day such as 2025-11-22, a minute such as 2025-11-22T07:10 or a moment such as 2025-11-22T07:10:00Z, got yesterday.
          /topics/x?from=%2B999999999-12-31 | from must be a day such as 2025-11-22, got +999999999-12-31.
          /topics/x?tag=element:Nd      | tag is no parameter here; there are as_of, copies, from, kind, language, mentions, page, reader, source, until.
          """)
  void saysWhatIsWrongWithAnAddress(String path, String message) throws Exception {
    JsonNode answer = get(path);

    assertThat(answer.toString()).contains("\"code\":\"bad_request\"").contains(message);
  }

  @Test
  void saysThatAQueryIsTooLong() throws Exception {
    assertThat(get("/search?q=" + "a".repeat(4_001)).toString())
        .contains("q must be at most 4000 characters, got 4001.");
  }

  @Test
  void takesALanguageByEitherWordAndATimeToTheMinute() throws Exception {
    assertThat(total("language=en")).isEqualTo(1);
    assertThat(total("lang=en")).isEqualTo(1);
    assertThat(total("language=zh")).isEqualTo(2);
    assertThat(total("from=2025-11-20T10:15&until=2025-11-20T10:15")).isEqualTo(1);
    assertThat(total("from=2025-11-20T10:16&until=2025-11-20")).isEqualTo(0);
  }
}
