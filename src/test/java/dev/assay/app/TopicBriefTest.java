package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.cite.Citation;
import dev.assay.cli.terminal.Desk;
import dev.assay.lexicon.Lexicon;
import dev.assay.topic.brief.TopicBrief;
import dev.assay.topic.brief.TopicBrief.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What a topic says as a whole, day after day.
final class TopicBriefTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String SHARE =
      "China accounts for 85% of global gallium refining, analysts of the port said on Monday.";
  private static final String CHINESE_SHARE = "中国占全球镓精炼产能的60%，松岭研究所周一发布的报告说。";

  @TempDir Path folder;

  private final AtomicReference<Instant> clock =
      new AtomicReference<>(Instant.parse("2025-11-20T08:00:00Z"));

  private Desk desk;

  @BeforeEach
  void fill() {
    desk = new Desks(Lexicon.shipped(), clock::get, Optional::empty).toWrite(folder);
    take("share-en", "Carrow Dispatch", "Gallium refining stays where it is", SHARE);
    take("share-zh", "松岭早报", "镓精炼格局未变", CHINESE_SHARE + "\n镓的现货本周少有成交，买家都在观望。");
    take(
        "licence",
        "北岸财经",
        "镓出口许可证将于春季发放",
        "镓出口许可证将于2026年3月2日起发放，北岸商会说。\n镓的出口商已开始准备文件，港口的仓库也在清点存货。");
    take(
        "licence-again",
        "Echo Reprints",
        "镓出口许可证将于春季发放",
        "镓出口许可证将于2026年3月2日起发放，北岸商会说。\n镓的出口商已开始准备文件，港口的仓库也在清点存货。");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void take(String id, String source, String title, String text) {
    Instant at = clock.get();
    BatchLines.take(
        desk,
        at,
        Map.of(
            "id", id,
            "source", source,
            "published", at.minusSeconds(3_600).toString(),
            "title", title,
            "text", text),
        Map.of());
  }

  private static List<String> told(TopicBrief brief, Kind kind) {
    return brief.parts().stream()
        .filter(part -> part.kind() == kind)
        .flatMap(part -> part.told().stream())
        .map(told -> told.sentence().text())
        .toList();
  }

  private TopicBrief made() {
    return desk.topicBriefs().make("镓").orElseThrow();
  }

  @Test
  void tellsNoFigureOfAnotherThing() {
    take(
        "germanium-en",
        "Carrow Dispatch",
        "Germanium waits for a buyer",
        "Germanium found no buyer this week, traders of the port said.\n"
            + "China accounts for 85% of global gallium refining, and for less of germanium's.");
    take("germanium-zh", "松岭早报", "锗无人问津", "本周锗无人问津，松岭的贸易商说。\n中国占全球镓精炼产能的60%，同行并不意外。");

    TopicBrief brief = desk.topicBriefs().make("锗").orElseThrow();

    assertThat(told(brief, Kind.DISPUTED)).isEmpty();
    assertThat(told(brief, Kind.FIGURES)).isEmpty();
    assertThat(Stream.of(Kind.values()).flatMap(kind -> told(brief, kind).stream()))
        .contains(
            "Germanium found no buyer this week, traders of the port said.", "本周锗无人问津，松岭的贸易商说。");
  }

  @Test
  void tellsOfAnArticleThatOnlyNamesTheTopicNothingElse() {
    take(
        "council",
        "Carrow Dispatch",
        "Council buys two buses",
        "The council of Carrow bought two buses on Monday, its clerk said.\n"
            + "The regatta, it was told, will have a car park of its own.");
    take(
        "minutes", "松岭早报", "松岭市购置公交车", "松岭市政府周一购置了两辆公交车，供开发区使用。\n会上还说到灯会，未作决定。\n松岭市的灯会将于明年三月二日开幕。");

    String all =
        Stream.of("regatta", "灯会")
            .map(topic -> desk.topicBriefs().make(topic).orElseThrow())
            .flatMap(brief -> Stream.of(Kind.values()).flatMap(kind -> told(brief, kind).stream()))
            .collect(Collectors.joining("\n"));

    assertThat(all).contains("regatta", "灯会").doesNotContain("two buses", "公交车");
  }

  @Test
  void tellsBothSidesInWhateverLikeWords() {
    String one = "China accounts for 85% of global germanium refining, analysts of the port said.";
    String other =
        "China accounts for 60% of global germanium refining, analysts of the port said.";
    take("shares-high", "Carrow Dispatch", "Germanium refining stays where it is", one);
    take("shares-low", "Meridian Wire", "Who refines germanium now", other);

    TopicBrief brief = desk.topicBriefs().make("锗").orElseThrow();

    assertThat(told(brief, Kind.DISPUTED)).containsExactlyInAnyOrder(one, other);
  }

  @Test
  void tellsNeitherQuestionsNorDatelines() {
    take("asked", "松岭早报", "铟价为何上涨", "铟价为何在三天里上涨了两成？\n中新社松岭11月19日电 (周岚)铟价三天上涨两成，贸易商说。\n买家转向旧货。");

    TopicBrief brief = desk.topicBriefs().make("铟").orElseThrow();

    assertThat(Stream.of(Kind.values()).flatMap(kind -> told(brief, kind).stream()))
        .isNotEmpty()
        .noneMatch(sentence -> sentence.endsWith("？") || sentence.contains("周岚"));
  }

  @Test
  void tellsNothingOfWhatATextItselfIsFor() {
    take("chronicle-zh", "松岭早报", "铟大事记", "本文按时间顺序记录与铟有关的公开事件，只收有明确日期的条目。\n松岭精炼厂三月起停产铟锭，工人转到铋车间。");
    take(
        "chronicle-en",
        "Carrow Dispatch",
        "A year of indium",
        "This timeline lists what became of indium this year, and only what has a date.\n"
            + "The Wexmoor plant stopped making indium ingots in March, its owner said.");

    TopicBrief brief = desk.topicBriefs().make("铟").orElseThrow();

    assertThat(Stream.of(Kind.values()).flatMap(kind -> told(brief, kind).stream()))
        .containsExactlyInAnyOrder(
            "松岭精炼厂三月起停产铟锭，工人转到铋车间。",
            "The Wexmoor plant stopped making indium ingots in March, its owner said.");
  }

  @Test
  void tellsBothSidesAndWhatIsAnnouncedInTheSourcesWords() {
    TopicBrief brief = made();

    assertThat(told(brief, Kind.DISPUTED)).containsExactlyInAnyOrder(SHARE, CHINESE_SHARE);
    List<TopicBrief.Told> all =
        brief.parts().stream().flatMap(part -> part.told().stream()).toList();
    assertThat(all).hasSizeLessThanOrEqualTo(TopicBrief.MOST);
    assertThat(all).extracting(told -> told.sentence().text()).doesNotHaveDuplicates();
    for (TopicBrief.Told told : all) {
      Citation place = told.sentence().citations().getFirst();
      String paragraph =
          desk.topics()
              .article(place.article(), Language.EN)
              .orElseThrow()
              .article()
              .paragraph(place.paragraph())
              .text();
      assertThat(place.span().in(paragraph)).isEqualTo(told.sentence().text());
      assertThat(brief.article(told)).isPresent();
    }
  }

  @Test
  void tellsWhatIsAnnouncedWithItsDay() {
    take(
        "auction",
        "Meridian Wire",
        "Gallium auction of the port",
        "A gallium auction will be held in Port Ellery on 12 January 2026, the port said.\n"
            + "Gallium traders from four countries have asked for a seat at the auction.");

    TopicBrief brief = made();

    assertThat(brief.parts())
        .filteredOn(part -> part.kind() == Kind.WATCH)
        .flatExtracting(TopicBrief.Part::told)
        .extracting(TopicBrief.Told::ahead)
        .contains(LocalDate.parse("2026-01-12"))
        .isSorted();
  }

  @Test
  void tellsAMonthThatIsAnnouncedToItsLastDay() {
    take(
        "auction",
        "Meridian Wire",
        "Gallium auction of the port",
        "A gallium auction will be held in Port Ellery in February 2026, the port said.");
    take("tender", "北岸商会", "镓储备招标", "北岸商会将于2026年1月举行镓储备招标，规模与去年相同。\n镓的买家须在一个月前登记。");

    assertThat(made().parts())
        .filteredOn(part -> part.kind() == Kind.WATCH)
        .flatExtracting(TopicBrief.Part::told)
        .extracting(TopicBrief.Told::ahead, TopicBrief.Told::until)
        .contains(
            tuple(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-31")),
            tuple(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28")));
  }

  @Test
  void countsTheSourcesOfOneText() {
    assertThat(made().parts())
        .flatExtracting(TopicBrief.Part::told)
        .filteredOn(told -> told.sentence().text().startsWith("镓出口许可证"))
        .extracting(TopicBrief.Told::independent)
        .containsExactly(2);
  }

  @Test
  void tellsWhatIsNewSinceTheDayBeforeAndKeepsBoth() {
    desk.topicBriefs().keep(made());
    clock.set(clock.get().plus(Duration.ofDays(1)));
    String news = "A gallium furnace in Wexmoor was shut down for repairs, its owner said.";
    take("furnace", "Meridian Wire", "Gallium furnace shut down", news);

    TopicBrief second = made();
    desk.topicBriefs().keep(second);

    assertThat(told(second, Kind.NEW)).containsExactly(news);
    assertThat(desk.topicBriefs().days("镓"))
        .containsExactly(LocalDate.parse("2025-11-21"), LocalDate.parse("2025-11-20"));
    assertThat(desk.topicBriefs().newest("镓", Optional.empty())).contains(second);
    assertThat(desk.topicBriefs().on("镓", LocalDate.parse("2025-11-20")))
        .hasValueSatisfying(first -> assertThat(told(first, Kind.NEW)).doesNotContain(news));
  }

  @Test
  void whereItStandsIsToldByWhatIsNewThoughOlderTextsShareMore() {
    for (int year = 2021; year < 2024; year++) {
      takeAt(
          Instant.parse(year + "-05-04T08:00:00Z"),
          "old-" + year,
          "Tungsten and China in " + year,
          "Tungsten from China, Japan and Australia was cheap in "
              + year
              + ", traders of the port said.");
    }
    String now = "Tungsten is short in every warehouse of the port, its traders said.";
    takeAt(Instant.parse("2025-10-20T08:00:00Z"), "now", "Tungsten is short", now);
    String quota = "钨的配额已经用完，北岸商会说。";
    takeAt(Instant.parse("2025-10-18T08:00:00Z"), "quota", "钨的配额用完", quota);

    assertThat(told(desk.topicBriefs().make("tungsten").orElseThrow(), Kind.STANDS))
        .contains(now, quota);
  }

  private void takeAt(Instant at, String id, String title, String text) {
    Instant now = clock.get();
    clock.set(at.plusSeconds(3_600));
    take(id, "Outlet of " + id, title, text);
    clock.set(now);
  }

  private void refresh() {
    for (String topic : desk.topicBriefs().due()) {
      desk.topicBriefs().make(topic).ifPresent(desk.topicBriefs()::keep);
    }
  }

  @Test
  void makesThoseOfSavedTopicsOnceADayAndWhenTheyAreOld() {
    desk.topics().saved().save("镓");
    refresh();
    TopicBrief first = desk.topicBriefs().newest("镓", Optional.empty()).orElseThrow();

    clock.set(clock.get().plus(Duration.ofMinutes(10)));
    assertThat(desk.topicBriefs().due()).isEmpty();

    clock.set(clock.get().plus(Duration.ofHours(2)));
    refresh();
    assertThat(desk.topicBriefs().newest("镓", Optional.empty()))
        .hasValueSatisfying(brief -> assertThat(brief.madeAt()).isAfter(first.madeAt()));
  }

  @Test
  void goesWithAnArticleThatItCites() {
    desk.topicBriefs().keep(made());

    desk.upkeep().delete(new Identity.OfExternal("", "share-en").articleId());

    assertThat(desk.topicBriefs().days("镓")).isEmpty();
  }

  @Test
  void standsOnThePageAndInTheApiOnceItIsMade() throws Exception {
    Desk.Opener opener = new Desks(Lexicon.shipped(), clock::get, Optional::empty);
    try (Desk.Serving serving = opener.serve(desk, Desk.Listening.here(0))) {
      URI desk = URI.create("http://127.0.0.1:%d".formatted(serving.port()));
      URI brief = desk.resolve("/api/v1/topics/%E9%95%93/brief");
      URI page = desk.resolve("/topics/%E9%95%93");

      assertThat(send(HttpRequest.newBuilder(brief).GET())).contains("No brief of 镓 is kept.");
      assertThat(Jsoup.parse(send(HttpRequest.newBuilder(page).GET())).select(".topicbrief"))
          .isEmpty();
      String made = send(HttpRequest.newBuilder(brief).POST(HttpRequest.BodyPublishers.noBody()));
      assertThat(JSON.readTree(made).path("days").path(0).asString("")).isEqualTo("2025-11-20");
      assertThat(send(HttpRequest.newBuilder(brief).GET())).isEqualTo(made);
      assertThat(
              Jsoup.parse(send(HttpRequest.newBuilder(page).header("Accept-Language", "zh-CN")))
                  .select(".topicbrief h3")
                  .eachText())
          .contains("说法不一的数字");
    }
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
          .body();
    }
  }
}
