package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.source.Opml;
import dev.assay.topic.Library;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcePagesTest {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();

  @TempDir Path folder;
  private Library library;
  private RunningPages server;

  @BeforeEach
  void start() {
    library = new Library(folder).filled();
    library
        .sources()
        .follow(
            new Opml(List.of(new Opml.Outline("松岭早报", "http://127.0.0.1:9/feed", "", "", "feed"))),
            "",
            "");
    server = RunningPages.of(library);
  }

  @AfterEach
  void stop() {
    server.close();
    library.close();
  }

  private Document send(String path, String language, String form) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Accept-Language", language)
            .header("Content-Type", "application/x-www-form-urlencoded");
    return Jsoup.parse(
        CLIENT
            .send(
                form.isEmpty()
                    ? request.build()
                    : request.POST(BodyPublishers.ofString(form)).build(),
                BodyHandlers.ofString())
            .body());
  }

  @Test
  void aRoundThatAPersonWantsIsToldStepByStep() throws Exception {
    Document page = send("/sources/1/fetch", "zh", "x=1");

    assertThat(page.select(".steps li").eachText())
        .containsExactly(
            "http://127.0.0.1:9/feed 发出请求",
            "http://127.0.0.1:9/feed 127.0.0.1 是内网地址（127.0.0.1）；Assay 只从公网获取，除非 sources.properties 中的 private-addresses 允许。");
    assertThat(page.select("svg.rounds rect").eachAttr("class")).containsExactly("failed");
    assertThat(page.select(".facts dd small").text()).isEqualTo("因失败而减少");
    assertThat(send("/sources/1/fetch", "en", "x=1").select(".note").eachText())
        .contains("The source was asked less than a minute ago. Wait a little.");
  }

  @Test
  void whatCannotBeFollowedIsSaidBesideTheFieldThatKeepsIt() throws Exception {
    Document words = send("/sources", "en", "address=not+an+address");
    assertThat(words.select(".side [role=alert]").text())
        .isEqualTo("Name the address of a site or a feed, such as https://example.org.");
    assertThat(words.select("input[name=address]").attr("value")).isEqualTo("not an address");
    assertThat(words.select("h1").text()).isEqualTo("Sources");

    Document mine = send("/sources", "zh", "address=http%3A%2F%2F127.0.0.1%3A9%2Ffeed2");
    assertThat(mine.select(".side [role=alert]").text()).contains("内网地址");
    assertThat(mine.select("input[name=address]").attr("value"))
        .isEqualTo("http://127.0.0.1:9/feed2");
  }

  @Test
  void whatIsSetOnThePageHoldsAndWhatCannotBeIsSaid() throws Exception {
    Document page =
        send(
            "/sources/1/set",
            "en",
            "title=Songling&folder=Metals&every=2h&text=page&skip=a%7Cb&language=");

    assertThat(page.select("h1").text()).isEqualTo("Songling");
    assertThat(page.select("details input").eachAttr("value"))
        .containsExactly("Songling", "http://127.0.0.1:9/feed", "Metals", "2h", "a|b", "");
    assertThat(page.select("select[name=text] option[selected]").eachAttr("value"))
        .containsExactly("page");
    assertThat(send("/sources/1/set", "en", "every=soon").select(".note").text())
        .isEqualTo("every must be a time such as 30m, 2h or 1d, or auto, got soon");
  }
}
