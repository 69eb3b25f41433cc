package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files and addresses handed in by page and API.
final class HandingInTest {

  private static final String NOTE = "# 镓的产量\n\n松岭工厂去年生产了54吨镓，比前年多一成，工厂的负责人周一这样说。\n";

  @TempDir Path folder;

  private Desk desk;
  private Desk.Serving serving;

  @BeforeEach
  void start() {
    Desk.Opener opener = new Desks(Lexicon.shipped(), InstantSource.system(), Optional::empty);
    desk = opener.toWrite(folder);
    serving = opener.serve(desk, Desk.Listening.here(0));
  }

  @AfterEach
  void stop() {
    serving.close();
    desk.close();
  }

  private static String part(String name, String file, String content) {
    return "--cut\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
        .formatted(name, file.isEmpty() ? "" : "; filename=\"" + file + "\"", content);
  }

  private HttpResponse<String> send(String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(serving.port(), path)));
    try (HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      return client.send(
          type.isEmpty()
              ? request.build()
              : request.header("Content-Type", type).POST(BodyPublishers.ofString(body)).build(),
          BodyHandlers.ofString());
    }
  }

  private HttpResponse<String> form(String path, String... parts)
      throws IOException, InterruptedException {
    return send(path, "multipart/form-data; boundary=cut", String.join("", parts) + "--cut--\r\n");
  }

  @Test
  void theApiSaysWhatBecameOfEachFile() throws Exception {
    HttpResponse<String> answer =
        form(
            "/api/v1/documents",
            part("files", "gallium.md", NOTE),
            part("files", "../../etc/passwd", "root"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"document\":\"gallium.md\"", "\"outcome\":\"imported\"")
        .contains("\"document\":\"passwd\"", "This file is none of them.");
    assertThat(form("/api/v1/documents", part("files", "gallium.md", NOTE)).body())
        .contains("\"outcome\":\"unchanged\"");
  }

  @Test
  void theApiTakesAddressesAndNoPathsOfItsMachine() throws Exception {
    String answer =
        send(
                "/api/v1/documents",
                "application/json",
                "{\"addresses\":[\"/etc/passwd\",\"http://127.0.0.1/\"]}")
            .body();

    assertThat(answer)
        .contains("Write it whole, as http(s)://...")
        .contains("is a private address");
    assertThat(send("/api/v1/documents", "application/json", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void thePageFollowsARunToItsEnd() throws Exception {
    String token =
        Jsoup.parse(send("/import", "", "").body()).select("form.drop [name=csrf]").val();
    HttpResponse<String> answer =
        form(
            "/import",
            part("csrf", "", token),
            part("addresses", "", "ftp://x"),
            part("files", "gallium.md", NOTE));
    Document page = Jsoup.parse(answer.body());
    while (!page.select("meta[http-equiv=refresh]").isEmpty()) {
      Thread.onSpinWait();
      page = Jsoup.parse(send(answer.uri().getPath(), "", "").body());
    }

    assertThat(answer.uri().getPath()).isEqualTo("/import/1");
    assertThat(page.select(".counts").text()).isEqualTo("2 documents, all done");
    assertThat(page.select(".list li").eachText())
        .anySatisfy(line -> assertThat(line).startsWith("gallium.md").endsWith("new"))
        .anySatisfy(line -> assertThat(line).startsWith("ftp://x").endsWith("not taken"));
    assertThat(page.select(".card h2 a").eachText()).hasSize(1);
    assertThat(send("/import/9", "", "").statusCode()).isEqualTo(404);
  }
}
