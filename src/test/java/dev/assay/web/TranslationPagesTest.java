package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.work.ModelReadings;
import dev.assay.topic.Library;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TranslationPagesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;
  private Library library;
  private RunningPages server;
  private Article article;

  @BeforeEach
  void start() {
    library = new Library(folder);
    article =
        library.add(
            "yard",
            Language.ZH_HANS,
            "北岸财经",
            "2025-11-21T02:02:00Z",
            "北湾造船厂裁员",
            "北湾造船厂将在6月前裁减1200名焊工中的300人。",
            "去年订单下降18%。");
    server = RunningPages.of(library);
  }

  @AfterEach
  void stop() {
    server.close();
    library.close();
  }

  private HttpResponse<String> get(String id) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address() + "/articles/" + id + "/translation"))
            .header("Accept-Language", "en")
            .build(),
        BodyHandlers.ofString());
  }

  private Document page() throws Exception {
    return Jsoup.parse(get(article.id().toString()).body());
  }

  @Test
  void setsEachParagraphBesideItsTranslation() throws Exception {
    ModelReadings.translate(
        library.store(),
        article.id(),
        Language.EN,
        """
        {"lines": [{"number": 1,
          "text": "The North Bay shipyard will lay off 300 of its 1,200 welders before June."}]}""");
    Document page = page();
    assertThat(page.select(".counts").text()).isEqualTo("Translated by small");
    assertThat(page.select("#p1 p[lang=zh-Hans]").text()).contains("300人");
    assertThat(page.select("#p1 div[lang=en]").text()).contains("will lay off 300 of its 1,200");
    assertThat(page.select("#p2 div[lang=en]").text()).isEqualTo("Not translated.");
  }

  @Test
  void saysWhyThereIsNone() throws Exception {
    assertThat(page().select("header .note").text()).contains("none is configured");
    ModelReadings.translate(library.store(), article.id(), Language.EN, "I cannot do that.");
    assertThat(page().select("header .note").text()).startsWith("There is no translation: ");
    assertThat(get("0000000000000001").statusCode()).isEqualTo(404);
  }
}
