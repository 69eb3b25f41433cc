package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.desk.ReadingScope;
import dev.assay.topic.Library;
import dev.assay.topic.Selection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadingPagesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String TOPIC = "/topics/neodymium";

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

  private Document page(String path, String language) throws Exception {
    return Jsoup.parse(
        CLIENT
            .send(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                    .header("Accept-Language", language)
                    .build(),
                BodyHandlers.ofString())
            .body());
  }

  /// Presses a button as a browser without scripts does: with the fields of its form, wherever they
  /// stand on the page.
  private HttpResponse<String> press(Document page, Element button, String... headers)
      throws Exception {
    Element form =
        button.hasAttr("form") ? page.getElementById(button.attr("form")) : button.closest("form");
    List<Element> fields = new ArrayList<>(form.select("input"));
    if (form.hasAttr("id")) {
      fields.addAll(page.select("input[form=" + form.id() + "]"));
    }
    fields.add(button);
    StringBuilder body = new StringBuilder();
    for (Element field : fields) {
      body.append(body.isEmpty() ? "" : "&")
          .append(field.attr("name"))
          .append('=')
          .append(URLEncoder.encode(field.attr("value"), StandardCharsets.UTF_8));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + form.attr("action")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static List<String> unread(Document page) {
    return page.select(".card.unread h2").eachText();
  }

  private static Element button(Document page, int card, String name) {
    return page.select(".card").get(card).selectFirst("button[name=" + name + "]");
  }

  @Test
  void aCardSaysThatItIsUnreadUntilItsArticleIsOpened() throws Exception {
    Document before = page(TOPIC, "en");
    assertThat(unread(before)).hasSize(3);
    assertThat(before.select(".links").text()).contains("3 unread");

    Document article = page(before.selectFirst(".card h2 a").attr("href"), "en");

    assertThat(article.select(".acts").text()).isEqualTo("Star Mark as unread");
    awaitUnread(2);
    assertThat(unread(page(TOPIC, "en"))).hasSize(2);
    assertThat(page(TOPIC, "zh").select(".links").text()).contains("2 篇未读");
  }

  /// Opening a page does not wait until the mark is kept.
  private void awaitUnread(long expected) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      if (library.marks().unread(ReaderId.LOCAL, new ReadingScope.Everything(), 9).count()
          == expected) {
        return;
      }
      Thread.sleep(10);
    }
  }

  @Test
  void buttonsOfACardMarkAndStarAndLeadBackToIt() throws Exception {
    Document page = page(TOPIC + "?language=en", "en");
    Element read = button(page, 0, "read");

    HttpResponse<String> answer = press(page, read);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .isEqualTo(TOPIC + "?language=en#a" + read.attr("value"));
    Document after = page(TOPIC + "?language=en", "en");
    assertThat(unread(after)).isEmpty();
    press(after, button(after, 0, "star"));
    Document starred = page("/starred", "en");
    assertThat(starred.select(".card h2").text()).isEqualTo("Lynas waits for a second permit");
    press(starred, button(starred, 0, "unstar"));
    assertThat(page("/starred", "zh").select(".note").text()).startsWith("还没有星标文章");
  }

  @Test
  void markAboveAsReadStopsAtItsCard() throws Exception {
    Document page = page(TOPIC, "en");

    press(page, button(page, 1, "above"));

    assertThat(unread(page(TOPIC, "en"))).containsExactly("Lynas waits for a second permit");
    assertThat(page("/unread", "en").select(".card h2").text())
        .isEqualTo("Lynas waits for a second permit");
  }

  @Test
  void allOfATopicThatThePageCountedIsMarkedAsRead() throws Exception {
    Document page = page(TOPIC, "zh");
    Element all = page.selectFirst("form[action=/marks/all] button");
    assertThat(all.text()).isEqualTo("全部标为已读");

    press(page, all);

    assertThat(unread(page(TOPIC, "zh"))).isEmpty();
    assertThat(page("/unread?topic=neodymium", "zh").select(".note").text()).isEqualTo("没有未读文章。");
  }

  @Test
  void scriptsAreAnsweredWithTheCardsButtonsAlone() throws Exception {
    Document page = page(TOPIC, "en");

    HttpResponse<String> answer = press(page, button(page, 0, "star"), "HX-Request", "true");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(answer.body()).select("body > p.acts button").eachText())
        .containsExactly("Remove star", "Mark as read");
  }

  @Test
  void aFormLeadsToNoOtherSite() throws Exception {
    Document page = page(TOPIC, "en");
    page.selectFirst("#marks input[name=back]").attr("value", "//elsewhere.example/");

    HttpResponse<String> answer = press(page, button(page, 0, "above"));

    assertThat(answer.headers().firstValue("Location").orElseThrow()).isEqualTo("/");
  }

  @Test
  void aProgramThatFetchesAheadReadsNothing() throws Exception {
    String address =
        Links.article(
            library
                .topics()
                .page("钕", Selection.all(), null, Language.EN)
                .cards()
                .getFirst()
                .article()
                .id());

    CLIENT.send(
        HttpRequest.newBuilder(URI.create(server.address() + address))
            .header("Sec-Purpose", "prefetch")
            .build(),
        BodyHandlers.ofString());

    assertThat(library.marks().unread(ReaderId.LOCAL, new ReadingScope.Everything(), 9).count())
        .isEqualTo(3);
  }

  @Test
  void aCardMutesItsOutletAndSaysSoUntilThatIsUndone() throws Exception {
    Document before = page(TOPIC, "en");
    Element mute = before.selectFirst(".card .mute button[name=source]");
    String outlet = mute.attr("value");
    String title = mute.closest(".card").selectFirst("h2").text();

    assertThat(press(before, mute).statusCode()).isEqualTo(303);

    Document muted = page(TOPIC, "en");
    Element card = muted.selectFirst(".card.muted");
    assertThat(card.selectFirst("h2").text()).isEqualTo(title);
    assertThat(card.select(".acts").text()).isEqualTo("Muted: " + outlet + " Unmute");
    assertThat(muted.select(".links").text()).contains("2 unread");
    assertThat(page("/", "zh").select("aside").text()).contains("已屏蔽", outlet, "取消屏蔽");
    Document unread = page("/unread", "en");
    assertThat(unread.select(".card h2").eachText()).hasSize(2).doesNotContain(title);
    assertThat(unread.select(".note").text()).contains("What you muted is left out: " + outlet);

    press(muted, card.selectFirst("button"));

    assertThat(unread(page(TOPIC, "en"))).hasSize(3);
    assertThat(page("/unread", "en").select(".note")).isEmpty();
  }

  @Test
  void aTopicThatIsMutedSaysSoOnItsOwnPageAndShowsItsCardsThere() throws Exception {
    Document before = page("/topics/%E9%92%95", "zh");
    Element mute = before.selectFirst(".card .mute button[name=topic]");
    assertThat(mute.attr("value")).isEqualTo("钕");

    assertThat(press(before, mute).headers().firstValue("Location").orElseThrow())
        .isEqualTo("/topics/%E9%92%95#muted");

    library
        .marks()
        .mutes()
        .muteTopic(ReaderId.LOCAL, "neodymium", library.topics().scope("neodymium"));
    Document muted = page(TOPIC, "en");
    assertThat(muted.select("#muted")).hasSize(1); // by another of its names it is no second one
    assertThat(muted.select(".card.muted")).isEmpty();
    assertThat(muted.select(".card h2")).hasSize(3);
    assertThat(muted.select("#muted").text()).startsWith("You muted this:").endsWith("Unmute");
    assertThat(muted.select(".links").text()).doesNotContain("unread");

    press(muted, muted.selectFirst(".note button"));

    assertThat(page(TOPIC, "en").select(".note")).isEmpty();
  }
}
