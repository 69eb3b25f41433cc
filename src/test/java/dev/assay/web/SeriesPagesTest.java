package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.article.Language;
import dev.assay.topic.Library;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Figures over time, as a browser gets them.
final class SeriesPagesTest {

  private static final Thing CHINA = new Thing("country:CN", "中国");
  private static final Part RARE_EARTHS = new Part(Facet.MATERIAL, "material:rare-earths", "稀土");
  private static final Part REFINING = new Part(Facet.STAGE, "refining", "精炼");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;

  private static HttpResponse<String> get(RunningPages server, String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void tell(
      Library library,
      String id,
      Language language,
      String day,
      String text,
      String figure,
      Part material) {
    library.claim(
        library.add(id, language, id, day + "T02:00:00Z", "题 " + id, text),
        figure,
        CHINA,
        Property.SHARE,
        material,
        REFINING);
  }

  @Test
  void leadFromATopicToEachFigureWithItsSource() throws Exception {
    try (Library library = new Library(folder)) {
      tell(library, "东岭网", Language.ZH_HANS, "2023-07-08", "中国的稀土精炼占全球的85%。", "85%", RARE_EARTHS);
      tell(
          library,
          "Kestrel",
          Language.EN,
          "2025-09-27",
          "China runs over 90% of it.",
          "over 90%",
          RARE_EARTHS);
      try (RunningPages server = RunningPages.of(library)) {
        Document topic = Jsoup.parse(get(server, "/series?topic=%E7%A8%80%E5%9C%9F").body());
        Element link = topic.selectFirst("section.entry h2 a");
        assertThat(link).isNotNull();
        Document page = Jsoup.parse(get(server, link.attr("href")).body());
        assertThat(page.select(".dated tbody tr td:first-child").eachText())
            .containsExactly("1 published 2023-07-08", "2 published 2025-09-27");
        assertThat(page.select(".dated a.cite").eachAttr("href"))
            .allMatch(address -> address.matches("/articles/\\w+#p\\d+"));

        Element drawing = page.selectFirst("picture source");
        assertThat(drawing).isNotNull();
        HttpResponse<String> narrow = get(server, drawing.attr("srcset"));
        assertThat(narrow.headers().firstValue("Content-Type"))
            .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
        assertThat(narrow.body()).contains("viewBox=\"0 0 352 ");
        assertThat(narrow.body())
            .contains(
                "width=\"%s\" height=\"%s\""
                    .formatted(drawing.attr("width"), drawing.attr("height")));

        Element copy = page.selectFirst("section.entry .byline a.copy");
        assertThat(copy).isNotNull();
        HttpResponse<String> text = get(server, copy.attr("href"));
        assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
        assertThat(text.body().lines().skip(3))
            .hasSize(2)
            .anyMatch(line -> line.contains("over 90%") && line.contains("Kestrel"))
            .allMatch(line -> line.matches("\\d\\. .* " + server.address() + "/articles/\\w+#p1"));
      }
    }
  }

  @Test
  void putWhatIsOfTheTopicItselfBeforeWhatStandsBesideIt() throws Exception {
    Part gallium = new Part(Facet.MATERIAL, "element:Ga", "镓");
    try (Library library = new Library(folder)) {
      for (int year = 2022; year < 2025; year++) {
        String day = year + "-07-08";
        String figure = year - 1942 + "%";
        String text = "镓之外，中国的稀土精炼占全球的" + figure + "。";
        tell(library, "稀土" + year, Language.ZH_HANS, day, text, figure, RARE_EARTHS);
      }
      tell(library, "东岭网", Language.ZH_HANS, "2023-05-08", "中国的镓精炼占全球的97%。", "97%", gallium);
      tell(library, "Kestrel", Language.EN, "2024-09-27", "Gallium: 99% of it.", "99%", gallium);
      try (RunningPages server = RunningPages.of(library)) {
        Document topic = Jsoup.parse(get(server, "/series?topic=%E9%95%93&lang=zh").body());
        assertThat(topic.select("section.entry h2").eachText())
            .hasSize(2)
            .first()
            .asString()
            .contains("镓");
      }
    }
  }
}
