package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Commands;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Streams;
import dev.assay.lexicon.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The texts that an article had, as clients of archives ask for them (RFC 7089).
final class MementoTest {

  @TempDir Path folder;

  private void take(String at, String text) {
    InstantSource clock = InstantSource.fixed(Instant.parse(at));
    String line =
        "{\"id\":\"berths\",\"title\":\"两个泊位关闭\",\"source\":\"北岸财经\",\"url\":\"https://north.example/泊位\",\"text\":\"%s\"}"
            .formatted(text);
    Commands.run(
        new Desks(Lexicon.shipped(), clock, Optional::empty),
        clock,
        Path.of("samples"),
        new Streams(
            new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream(),
            false),
        new String[] {"import", "--batch", "--data", folder.toString()});
  }

  private static HttpResponse<String> get(int port, String path, String datetime) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
    if (!datetime.isEmpty()) {
      request.header("Accept-Datetime", datetime);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void leadsToTheTextOfTheTimeThatIsAskedFor() throws Exception {
    take("2025-11-23T00:00:00Z", "港口周一关闭了两个泊位，起重机倒塌。");
    take("2025-11-23T06:30:00.400Z", "港口周一关闭了三个泊位，起重机倒塌。");
    Desk.Opener opener =
        new Desks(
            Lexicon.shipped(),
            InstantSource.fixed(Instant.parse("2025-11-24T00:00:00Z")),
            Optional::empty);
    try (Desk desk = opener.toWrite(folder);
        Desk.Serving serving = opener.serve(desk, Desk.Listening.here(0))) {
      int port = serving.port();
      String page = "/articles/" + desk.upkeep().find("berths").orElseThrow();

      HttpResponse<String> today = get(port, page, "");
      assertThat(today.body()).contains("三个泊位");
      assertThat(header(today, "Memento-Datetime")).isEmpty();
      assertThat(header(today, "Link"))
          .isEqualTo(
              "<https://north.example/%%E6%%B3%%8A%%E4%%BD%%8D>; rel=\"original\", <%s>; rel=\"timegate\", <%s/timemap>; rel=\"timemap\"; type=\"application/link-format\""
                  .formatted(page, page));

      HttpResponse<String> gate = get(port, page, "Sun, 23 Nov 2025 06:00:00 GMT");
      assertThat(gate.statusCode()).isEqualTo(302);
      assertThat(header(gate, "Vary")).contains("Accept-Datetime");
      assertThat(header(gate, "Location")).endsWith(page + "?as_of=2025-11-23T00:00:00Z");

      HttpResponse<String> memento = get(port, page + "?as_of=2025-11-23T00:00:00Z", "");
      assertThat(header(memento, "Memento-Datetime")).isEqualTo("Sun, 23 Nov 2025 00:00:00 GMT");
      assertThat(memento.body()).contains("关闭了两个泊位").doesNotContain("三个泊位");

      String later = page + "?as_of=2025-11-23T06:30:01Z";
      assertThat(get(port, page + "/timemap", "").body())
          .contains(
              "<%s?as_of=2025-11-23T00:00:00Z>; rel=\"first memento\"; datetime=\"Sun, 23 Nov 2025 00:00:00 GMT\""
                  .formatted(page),
              "<%s>; rel=\"last memento\"; datetime=\"Sun, 23 Nov 2025 06:30:00 GMT\""
                  .formatted(later));
      assertThat(header(get(port, "/api/v1" + later, ""), "Memento-Datetime"))
          .isEqualTo("Sun, 23 Nov 2025 06:30:00 GMT");
      assertThat(get(port, page, "yesterday").statusCode()).isEqualTo(400);

      String further = "/timeline?topic=berths&before=2025-11-24&as_of=2025-11-23T06:00:00Z";
      assertThat(get(port, further, "").body())
          .contains("href=\"/timeline?topic=berths\" data-today");
    }
  }
}
