package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.topic.Library;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NamePagesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;
  private Library library;
  private RunningPages server;

  @BeforeEach
  void start() {
    library = new Library(folder).filled();
    server = RunningPages.of(library);
  }

  @AfterEach
  void stop() {
    server.close();
    library.close();
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpResponse<String> get(String path, String language)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Accept-Language", language)
            .build(),
        BodyHandlers.ofString());
  }

  private Document page(String path, String language) throws IOException, InterruptedException {
    return Jsoup.parse(get(path, language).body());
  }

  private HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  /// Sends the form as a browser without scripts does, with these values typed in.
  private HttpResponse<String> send(Element form, String field, String value)
      throws IOException, InterruptedException {
    String body =
        form.select("input[name], select[name]").stream()
            .map(
                input ->
                    escape(input.attr("name"))
                        + "="
                        + escape(input.attr("name").equals(field) ? value : input.attr("value")))
            .collect(Collectors.joining("&"));
    return post(form.attr("action"), body, "Sec-Fetch-Site", "same-origin");
  }

  @Test
  void placesOfACandidateAreCutBetweenWords() throws Exception {
    for (int i = 1; i <= 4; i++) {
      library.add(
          "okafor" + i,
          Language.EN,
          "Wire " + i,
          "2025-11-0" + i + "T08:00:00Z",
          "A visit, part " + i,
          "Extraordinarily complicated negotiations between neighbouring administrations kept Ngozi"
              + " Okafor from the refurbishment of the harbour installations at Elliston, she said.");
    }
    library.candidates().refresh();

    assertThat(page("/names", "en").select(".proposals li").eachText())
        .filteredOn(text -> text.startsWith("Ngozi Okafor"))
        .singleElement()
        .asString()
        .contains(
            "… negotiations between neighbouring administrations kept Ngozi Okafor from the"
                + " refurbishment of the harbour installations at …");
  }

  @Test
  void aNameIsSplitByTheArticlesThatAreTicked() throws Exception {
    library.add(
        "okafor",
        Language.EN,
        "Wire",
        "2025-11-05T08:00:00Z",
        "A visit",
        "The painter Ngozi Okafor came to Elliston on Monday, and Ngozi Okafor left on Tuesday.");
    Document found = page("/names/split?name=Ngozi+Okafor", "en");
    assertThat(found.select("mark").eachText()).containsExactly("Ngozi Okafor");
    String article = found.select("input[name=article]").attr("value");

    HttpResponse<String> split =
        post(
            "/names/split",
            "name=Ngozi+Okafor&shown=" + escape("Ngozi Okafor (painter)") + "&article=" + article);

    assertThat(split.statusCode()).isEqualTo(303);
    assertThat(page("/names", "en").select("#own + ul").text()).contains("Ngozi Okafor (painter)");
    assertThat(post("/names/split", "name=Nobody&shown=Somebody&article=" + article).statusCode())
        .isEqualTo(400);
    assertThat(page("/names/split?name=Nobody+There", "zh").select(".note").text())
        .isEqualTo("没有文章标有“Nobody There”。");
  }

  @Test
  void theArticlesOfANameAreFoundByAnyOfItsNames() throws Exception {
    library.add(
        "klm", Language.ZH_HANS, "日报", "2025-11-05T08:00:00Z", "访谈", "莱纳斯稀土的负责人周一谈到了扩产，他没有说明年的产量。");
    assertThat(page("/names/split?name=lynas", "zh").select("mark").eachText()).contains("莱纳斯稀土");
  }

  @Test
  void aNameIsNotMarkedInsideAnotherWord() throws Exception {
    library.add(
        "thus",
        Language.EN,
        "Wire",
        "2025-11-05T08:00:00Z",
        "A quarrel",
        "The focus of the industry has thus moved abroad, and the ministers told us so on Monday.",
        "The United States will decide on Friday, the American minister said, and not before.");
    assertThat(page("/names/split?name=United+States", "en").select("mark").eachText())
        .contains("United States")
        .doesNotContain("us", "US");
  }

  @Test
  void aNameAddedOnATopicPageLeadsToThatPage() throws Exception {
    Element form = page("/topics/Lynas", "en").selectFirst("#names form[action=/names/add]");

    HttpResponse<String> sent = send(form, "name", "鑫磊公司");

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location")).hasValue("/topics/Lynas");
    Document topic = page("/topics/" + escape("鑫磊公司"), "zh");
    assertThat(topic.select(".alias").text()).contains("Lynas Rare Earths");
    assertThat(topic.select(".card")).isNotEmpty();
    assertThat(page("/topics/Lynas", "en").select("#names .list").text()).contains("鑫磊公司");
  }

  @Test
  void aNameIsTakenAwayOnThePageThatShowsIt() throws Exception {
    library.book().add("Lynas", "鑫磊公司", true);
    Element form = page("/topics/Lynas", "en").selectFirst("#names form[action=/names/remove]");

    assertThat(send(form, "", "").statusCode()).isEqualTo(303);

    assertThat(library.book().names().lookup("鑫磊公司")).isEmpty();
  }

  @Test
  void wordsThatAreNothingKnownBecomeAThingOfTheirOwn() throws Exception {
    Element form =
        page("/topics/" + escape("西陵矿业"), "zh").selectFirst("#names form[action=/names/new]");

    assertThat(send(form, "type", "company").headers().firstValue("Location"))
        .hasValue("/topics/" + escape("西陵矿业"));

    assertThat(page("/topics/" + escape("西陵矿业"), "zh").select(".kind").text()).contains("公司");
  }

  @Test
  void aThingIsShownUnderTheNameThatItIsGiven() throws Exception {
    String made = "type=company&name=" + escape("西陵矿业") + "&shown=" + escape("西陵集团");
    assertThat(post("/names/new", made).statusCode()).isEqualTo(303);
    assertThat(shownAs("西陵矿业")).isEqualTo("西陵集团");
    assertThat(page("/names", "zh").select("form[action=/names/rename] input[name=thing]"))
        .hasSize(1);

    String renamed = "thing=" + escape("西陵矿业") + "&name=" + escape("西陵矿业集团");
    assertThat(post("/names/rename", renamed).statusCode()).isEqualTo(303);

    assertThat(shownAs("西陵集团")).isEqualTo("西陵矿业集团");
  }

  private String shownAs(String name) {
    return library.book().names().lookup(name).orElseThrow().label(Language.ZH_HANS);
  }

  @Test
  void whatCannotBeDoneIsSaidInTheReadersLanguage() throws Exception {
    HttpResponse<String> taken = post("/names/add", "thing=Lynas&name=" + escape("美国"));
    assertThat(taken.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(taken.body()).select(".note").text())
        .isEqualTo("美国 is a name of United States already. Remove it there first.");

    HttpResponse<String> unknown =
        post("/names/add", "thing=nobody&name=x1", "Accept-Language", "zh-CN");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(Jsoup.parse(unknown.body()).select(".note").text())
        .isEqualTo("没有叫“nobody”的事物。请返回，填写已知的事物，或新建一个。");
  }

  @Test
  void aTopicIsFollowedAndUnfollowedByAForm() throws Exception {
    Element follow = page("/topics/Lynas", "en").selectFirst("form[action=/topics/follow]");
    assertThat(send(follow, "", "").statusCode()).isEqualTo(303);
    assertThat(page("/", "en").select(".card h2").text()).contains("Lynas");

    Element unfollow = page("/topics/Lynas", "en").selectFirst("form[action=/topics/unfollow]");
    assertThat(send(unfollow, "", "").statusCode()).isEqualTo(303);
    assertThat(page("/topics/Lynas", "en").select("form[action=/topics/follow]")).hasSize(1);
  }

  @Test
  void theSearchBoxCompletesNamesInBothLanguages() throws Exception {
    assertThat(page("/names/complete?q=lyn", "en").select("option").eachAttr("value"))
        .contains("Lynas Rare Earths");
    Element option = page("/names/complete?q=" + escape("莱纳斯"), "en").selectFirst("option");
    assertThat(option.attr("value")).isEqualTo("莱纳斯稀土");
    assertThat(option.text()).isEqualTo("Lynas Rare Earths");
  }
}
