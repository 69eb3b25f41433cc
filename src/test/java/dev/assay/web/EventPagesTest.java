package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.topic.Library;
import dev.assay.topic.event.EventLine;
import dev.assay.topic.event.EventList;
import dev.assay.topic.event.EventPage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Events as they are made when articles come, on pages and by hand.
final class EventPagesTest {

  @TempDir Path folder;

  private record Text(String id, Language language, String source, String at, String... words) {
    Article addTo(Library library) {
      return library.add(
          id,
          language,
          source,
          at,
          words[0],
          List.of(words).subList(1, words.length).toArray(String[]::new));
    }
  }

  private static final List<Text> TEXTS =
      List.of(
          new Text(
              "fire-en-1",
              Language.EN,
              "Carrow Dispatch",
              "2025-11-03T05:00:00Z",
              "Fire stops Lynas plant in Malaysia",
              "A fire broke out at the Lynas plant in Kuantan, Malaysia, on 2 November and injured two workers.",
              "Lynas said that production of neodymium stands still; the cause of the fire is being investigated."),
          new Text(
              "fire-en-2",
              Language.EN,
              "Harbour Wire",
              "2025-11-03T09:00:00Z",
              "Lynas halts Malaysian plant after fire",
              "Lynas has stopped its plant in Kuantan, Malaysia, after a fire on 2 November in which two workers were injured.",
              "The police closed a road of 14 kilometres. Neodymium production will resume when the investigation ends."),
          new Text(
              "fire-zh",
              Language.ZH_HANS,
              "北岸财经",
              "2025-11-03T11:00:00Z",
              "莱纳斯马来西亚工厂火灾停产",
              "11月2日，莱纳斯位于马来西亚关丹的工厂发生火灾，两名工人受伤，警方正在调查事故原因。",
              "莱纳斯表示，钕的生产已经停止。"),
          new Text(
              "rates-en",
              Language.EN,
              "Carrow Dispatch",
              "2025-11-03T06:00:00Z",
              "Canada's central bank keeps its rate",
              "The Bank of Canada left its interest rate at 3.5% and hinted at a cut in spring, citing slower inflation."),
          new Text(
              "rates-en-2",
              Language.EN,
              "Harbour Wire",
              "2025-11-03T07:00:00Z",
              "Bank of Canada holds at 3.5%",
              "Interest rates in Canada stay at 3.5%, the central bank decided; inflation is slower and a cut may come in spring."),
          new Text(
              "fire-later",
              Language.EN,
              "Carrow Dispatch",
              "2025-12-20T05:00:00Z",
              "Lynas opens a new line in Kuantan",
              "Lynas started a new production line in Kuantan, Malaysia, on 19 December; sixty workers were hired."));

  private static Map<String, Article> filled(Library library, List<Text> texts) {
    Map<String, Article> articles = new HashMap<>();
    texts.forEach(text -> articles.put(text.id(), text.addTo(library)));
    return articles;
  }

  private static List<String> ids(EventPage page) {
    return page.texts().stream().map(text -> text.article().address().getPath()).toList();
  }

  @Test
  void findsTheEventOfATextInEitherLanguageWhateverCameFirst() {
    for (int round = 0; round < 6; round++) {
      List<Text> texts = new ArrayList<>(TEXTS);
      Collections.shuffle(texts, new Random(round));
      try (Library library = new Library(folder.resolve("r" + round))) {
        Map<String, Article> articles = filled(library, texts);
        EventPage page =
            library.events().page(articles.get("fire-zh").id(), Language.EN).orElseThrow();
        assertThat(ids(page)).containsExactly("/fire-en-1", "/fire-en-2", "/fire-zh");
        assertThat(page.first().id()).isEqualTo(articles.get("fire-en-1").id());
        assertThat(page.voices()).hasSize(3);
        assertThat(
                ids(
                    library
                        .events()
                        .page(articles.get("rates-en").id(), Language.EN)
                        .orElseThrow()))
            .containsExactly("/rates-en", "/rates-en-2");
        assertThat(
                ids(
                    library
                        .events()
                        .page(articles.get("fire-later").id(), Language.EN)
                        .orElseThrow()))
            .containsExactly("/fire-later");
      }
    }
  }

  @Test
  void saysOfASourceThatIsNotNamedThatItIsNot() throws Exception {
    try (Library library = new Library(folder)) {
      Text named = TEXTS.getFirst();
      new Text(named.id(), named.language(), "", named.at(), named.words()).addTo(library);
      Article second = TEXTS.get(1).addTo(library);
      try (RunningPages server = RunningPages.of(library)) {
        String path = "/events/" + second.id();
        assertThat(sources(server, path + "?lang=en")).contains("Harbour Wire", "no source named");
        assertThat(sources(server, path + "?lang=zh")).contains("Harbour Wire", "来源未注明");
      }
    }
  }

  @Test
  void saysBehindTheLastEventOfATopicOnlyThatNoneIsOlder() throws Exception {
    try (Library library = new Library(folder)) {
      filled(library, TEXTS);
      String behind = "&before=" + library.events().newest("Lynas").getLast().id();
      try (RunningPages server = RunningPages.of(library)) {
        assertThat(note(server, "/events?topic=Lynas&lang=en" + behind))
            .isEqualTo("No older happening is told by more than one text.");
        assertThat(note(server, "/events?topic=Lynas&lang=zh" + behind))
            .isEqualTo("没有更早的事件由一篇以上的文本讲述。");
      }
    }
  }

  private static String note(RunningPages server, String path) throws Exception {
    return Jsoup.parse(body(server, path)).select(".note").text();
  }

  @Test
  void leadsFromATopicWithoutEventsToItsArticlesAndItsTimeline() throws Exception {
    try (Library library = new Library(folder)) {
      TEXTS.getFirst().addTo(library);
      try (RunningPages server = RunningPages.of(library)) {
        assertThat(note(server, "/events?topic=Lynas&lang=en"))
            .startsWith("Among the newest articles")
            .endsWith("By article, Timeline");
        assertThat(note(server, "/events?topic=Lynas&lang=zh"))
            .startsWith("相关的最新文章中")
            .endsWith("按文章，时间线");
        assertThat(note(server, "/events?lang=en"))
            .isEqualTo("No happening is told by more than one text yet.");
      }
    }
  }

  private static List<String> sources(RunningPages pages, String path) throws Exception {
    return Jsoup.parse(body(pages, path)).select("aside .list li span").eachText();
  }

  @Test
  void saysWhyATextIsThereInTheWordsOfBothLanguagesAndWhatItAloneSays() {
    try (Library library = new Library(folder)) {
      Map<String, Article> articles = filled(library, TEXTS);
      EventPage page =
          library.events().page(articles.get("fire-en-1").id(), Language.EN).orElseThrow();
      EventPage.Text chinese = page.texts().getLast();
      assertThat(chinese.joined().shared())
          .anySatisfy(
              shared -> {
                assertThat(shared.inFirst()).isEqualTo("莱纳斯");
                assertThat(shared.inSecond()).isEqualTo("Lynas");
              });
      assertThat(page.texts().get(1).alone().getFirst().text())
          .isEqualTo("The police closed a road of 14 kilometres.");
      assertThat(library.events().newest("Lynas").stream().map(EventLine::texts).toList())
          .containsExactly(3);
      assertThat(library.events().newest("")).hasSize(2);
      for (String topic : List.of("", "Lynas")) {
        List<ArticleId> all = library.events().newest(topic).stream().map(EventLine::id).toList();
        List<ArticleId> turned = new ArrayList<>();
        ArticleId last = null;
        do {
          EventList list = library.events().newest(topic, last, 1).orElseThrow();
          list.events().forEach(event -> turned.add(event.id()));
          last = list.last();
        } while (last != null);
        assertThat(turned).as(topic).isEqualTo(all);
      }
      assertThat(library.events().newest("", new ArticleId(7), 1)).isEmpty();
    }
  }

  @Test
  void keepsWhatAReaderSaidOfAnEventWhateverComesLater() {
    try (Library library = new Library(folder)) {
      Map<String, Article> articles = filled(library, TEXTS.subList(0, 2));
      library.eventsByHand().part(articles.get("fire-en-2").id());
      Article third = TEXTS.get(2).addTo(library);
      EventPage first =
          library.events().page(articles.get("fire-en-1").id(), Language.EN).orElseThrow();
      assertThat(ids(first)).doesNotContain("/fire-en-2");
      assertThat(first.byHand()).isTrue();
      Article rates = TEXTS.get(3).addTo(library);
      library.eventsByHand().join(List.of(rates.id(), articles.get("fire-en-2").id()));
      TEXTS.get(4).addTo(library);
      assertThat(ids(library.events().page(rates.id(), Language.EN).orElseThrow()))
          .contains("/rates-en", "/fire-en-2");
      library.eventsByHand().forget(articles.get("fire-en-2").id());
      assertThat(ids(library.events().page(third.id(), Language.EN).orElseThrow()))
          .containsExactly("/fire-en-1", "/fire-en-2", "/fire-zh");
    }
  }

  @Test
  void showsEventsOnTheirPagesAndOnTheCardsOfTheirTexts() throws Exception {
    try (Library library = new Library(folder)) {
      Map<String, Article> articles = filled(library, TEXTS);
      library.copy("fire-copy", articles.get("fire-en-1"), "South Post", "2025-11-03T06:30:00Z");
      try (RunningPages pages = RunningPages.of(library)) {
        assertThat(body(pages, "/topics/Lynas")).contains("3 texts on this event");
        assertThat(body(pages, "/search?q=Lynas")).contains("3 texts on this event");
        assertThat(body(pages, "/events?topic=Lynas"))
            .contains("Lynas halts Malaysian plant after fire", "3 independent sources");
        String page = body(pages, "/events/" + articles.get("fire-zh").id() + "?lang=zh");
        assertThat(page)
            .contains("最先", "Carrow Dispatch", "South Post", "3篇文本", "4篇文章")
            .contains("仅此文提及");
        assertThat(status(pages, "/events/123")).isEqualTo(404);
        assertThat(status(pages, "/events/none")).isEqualTo(404);
      }
    }
  }

  private static final List<Text> ASHORE =
      List.of(
          new Text(
              "ashore-en",
              Language.EN,
              "Carrow Dispatch",
              "2025-11-05T05:00:00Z",
              "Tanker aground off Kuantan spills 1,200 tonnes of oil",
              "The tanker Selat Biru ran aground off Kuantan, Malaysia, on 4 November and has spilled 1,200 tonnes of oil.",
              "Its 23 sailors were taken off by helicopter. The coast guard has sent six ships."),
          new Text(
              "ashore-en-2",
              Language.EN,
              "Harbour Wire",
              "2025-11-05T09:00:00Z",
              "Oil from tanker aground nears Malaysian beaches",
              "Some 1,500 tonnes of oil have spilled from the tanker Selat Biru, which ran aground off Kuantan, Malaysia, on 4 November.",
              "All 23 sailors are safe, and six ships of the coast guard are at work."));

  @Test
  void anOutletThatTellsMoreLaterDoesNotDifferFromItself() throws Exception {
    List<Text> own =
        ASHORE.stream()
            .map(
                text ->
                    new Text(text.id(), text.language(), "Harbour Wire", text.at(), text.words()))
            .toList();
    try (Library library = new Library(folder)) {
      filled(library, own);
      try (RunningPages pages = RunningPages.of(library)) {
        assertThat(body(pages, "/events")).contains("2 texts").doesNotContain("differ");
      }
    }
  }

  @Test
  void saysWhereReportsOnOneEventHaveDifferentFigures() throws Exception {
    try (Library library = new Library(folder)) {
      Map<String, Article> articles = filled(library, ASHORE);
      Article first = articles.get("ashore-en");
      try (RunningPages pages = RunningPages.of(library)) {
        assertThat(body(pages, "/events")).contains("1 figure differs");
        assertThat(body(pages, "/")).contains("Where reports differ", "1 figure differs");
        assertThat(body(pages, "/?lang=zh")).contains("报道不一致", "1处数字不一致");
        assertThat(body(pages, "/events/" + first.id()))
            .contains("Figures side by side", "1,200 tonnes", "Some 1,500 tonnes")
            .contains("2 quantities agree");
        assertThat(body(pages, "/articles/" + first.id()))
            .contains("Other reports say otherwise", "Some 1,500 tonnes", "Harbour Wire");
      }
    }
  }

  @Test
  void saysInAnAnswerWhereReportsOnTheEventDiffer() throws Exception {
    try (Library library = new Library(folder)) {
      filled(library, ASHORE);
      String asked = "/ask?q=How+much+oil+has+spilled+from+the+tanker+Selat+Biru%3F";
      try (RunningPages pages = RunningPages.of(library)) {
        assertThat(body(pages, asked))
            .contains(
                "Reports on this differ:",
                "“1,200 tonnes” (Carrow Dispatch)",
                "1,500 tonnes” (Harbour Wire)")
            .contains("The reports side by side", "href=\"/events/");
        assertThat(body(pages, asked + "&lang=zh")).contains("各家报道不一：", "各家报道对照");
        assertThat(body(pages, "/ask?q=How+many+sailors+were+on+the+Selat+Biru%3F"))
            .doesNotContain("Reports on this differ");
      }
    }
  }

  private static String body(RunningPages pages, String path)
      throws IOException, InterruptedException {
    return get(pages, path).body();
  }

  private static int status(RunningPages pages, String path)
      throws IOException, InterruptedException {
    return get(pages, path).statusCode();
  }

  private static HttpResponse<String> get(RunningPages pages, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(pages.address() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
