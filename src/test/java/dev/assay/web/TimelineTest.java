package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.TimelineExport;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.BriefSentence;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import dev.assay.topic.Library;
import dev.assay.topic.time.Timeline;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happened when, as sources tell it.
final class TimelineTest {

  @TempDir Path folder;

  private static String line(Timeline.Row row) {
    return "%s %s %s %d %s"
        .formatted(
            row.first(),
            row.basis().word(),
            row.ahead() ? "ahead" : "past",
            row.independent(),
            row.sentence().text());
  }

  private static List<String> lines(Library library, String topic) {
    return library.timelines().ofTopic(topic, null, Language.EN).rows().stream()
        .map(TimelineTest::line)
        .toList();
  }

  @Test
  void putsNoSentenceAtADayThatOnlySaysWhatIsMeant() {
    try (Library library = new Library(folder)) {
      library.add(
          "lynas-en",
          Language.EN,
          "Carrow Dispatch",
          "2025-11-10T05:00:00Z",
          "Lynas and the permits",
          "Lynas named the buyers of the cracking plant, which it announced in March 2025 in Carrow.",
          "Lynas works under the 7 February 2024 Roadmap for Permits of the province, the company said.",
          "On 3 November 2025 Lynas opened the cracking plant, which will employ 300 people in Carrow.");
      library.add(
          "lynas-zh",
          Language.ZH_HANS,
          "北岸财经",
          "2025-11-11T05:00:00Z",
          "莱纳斯的出口管制",
          "莱纳斯说，海陵省将暂停9月29日公布的稀土出口管制一年。",
          "莱纳斯说，9月20日海陵省公布了稀土出口管制。");
      assertThat(lines(library, "Lynas"))
          .filteredOn(line -> line.contains("stated"))
          .extracting(line -> line.substring(0, 10))
          .containsExactlyInAnyOrder("2025-11-03", "2025-09-20");
    }
  }

  @Test
  void tellsADatelineBehindWhichNothingIsSaidAndAllOtherRows() {
    try (Library library = new Library(folder)) {
      library.add(
          "lynas-zh",
          Language.ZH_HANS,
          "北岸财经",
          "2025-11-11T05:00:00Z",
          "莱纳斯与海陵省",
          "【莱纳斯11月9日在海陵省开工建设第二座稀土分离厂，本报记者李芳报道】",
          "莱纳斯公司表示，工程将于明年完成。");
      library.add(
          "lynas-en",
          Language.EN,
          "Carrow Dispatch",
          "2025-11-10T05:00:00Z",
          "Lynas opens its plant",
          "CARROW (Carrow Dispatch) — On 3 November 2025 Lynas opened the cracking plant in Carrow.");
      assertThat(lines(library, "Lynas"))
          .filteredOn(line -> line.contains("stated"))
          .extracting(line -> line.substring(0, 10))
          .containsExactlyInAnyOrder("2025-11-03", "2025-11-09");
    }
  }

  /// Published on Monday, 10 November 2025.
  @Test
  void takesADayOfTheWeekForTheLastOneAndForTheNextIfItIsStillToCome() {
    try (Library library = new Library(folder)) {
      library.add(
          "lynas-en",
          Language.EN,
          "Carrow Dispatch",
          "2025-11-10T05:00:00Z",
          "Lynas shuts its kiln",
          "Lynas shut the kiln of its plant in Carrow on Saturday after a fire that hurt two workers.",
          "Lynas will start the kiln again on Thursday, its spokeswoman in Carrow told the newspaper.",
          "Every Friday Lynas tests the kiln in Carrow, and Monday's fire drill had gone as planned.");
      library.add(
          "lynas-zh",
          Language.ZH_HANS,
          "北岸财经",
          "2025-11-10T05:00:00Z",
          "莱纳斯与海陵省",
          "莱纳斯上周三在海陵省签署了稀土供货协议，每年供货800吨。",
          "莱纳斯定于周五在海陵省开工建设第二座稀土分离厂。",
          "莱纳斯每周二在海陵省化验稀土样品，结果交给客户。");
      assertThat(lines(library, "Lynas"))
          .filteredOn(line -> line.contains("stated"))
          .extracting(line -> line.substring(0, 17))
          .containsExactlyInAnyOrder(
              "2025-11-08 stated", "2025-11-13 stated", "2025-11-05 stated", "2025-11-14 stated");
    }
  }

  @Test
  void takesTheTimeOfWhatIsSaidBeforeTheDayOnWhichItIsSaid() {
    try (Library library = new Library(folder)) {
      library.add(
          "lynas-said",
          Language.EN,
          "Carrow Dispatch",
          "2025-11-10T06:00:00Z",
          "Lynas opens a kiln",
          "Lynas told reporters late on Friday that its kiln in Carrow will open in March.");
      library.add(
          "lynas-shuo",
          Language.ZH_HANS,
          "北岸财经",
          "2025-11-10T05:00:00Z",
          "莱纳斯新窑炉",
          "莱纳斯周三表示，海陵省的新窑炉将于明年4月投产，年产4200吨氧化物。");
      assertThat(lines(library, "Lynas"))
          .extracting(line -> line.substring(0, 17))
          .containsExactlyInAnyOrder("2026-03-01 stated", "2026-04-01 stated");
    }
  }

  @Test
  void takesADayOfTheWeekForTheNextOneUnlessItIsToldOnIt() {
    try (Library library = new Library(folder)) {
      library.add(
          "lynas-mayor",
          Language.EN,
          "Carrow Dispatch",
          "2025-11-10T06:00:00Z",
          "Lynas and the mayor",
          "On Wednesday the chairman of Lynas and the governor of Carrow will meet for lunch.",
          "On Friday Lynas announced to the governor of Carrow that it will buy a second farm.",
          "Lynas met the mayor of Carrow on Tuesday, October 28, and promised him a second kiln.");
      assertThat(lines(library, "Lynas"))
          .extracting(line -> line.substring(0, 17))
          .containsExactlyInAnyOrder("2025-11-12 stated", "2025-11-07 stated", "2025-10-28 stated");
    }
  }

  /// The days of the sentences of an article on Lynas, published on Monday, 10 November 2025.
  private List<String> stated(Language language, String... sentences) {
    try (Library library = new Library(folder.resolve(language.toString()))) {
      library.add(
          "lynas", language, "Carrow Dispatch", "2025-11-10T05:00:00Z", "Lynas, 海陵省", sentences);
      return lines(library, "Lynas").stream()
          .filter(line -> line.contains("stated"))
          .map(line -> line.substring(0, 10))
          .toList();
    }
  }

  @Test
  void takesADayOfTheWeekForTheLastOneIfOnlyAnotherClauseTellsOfWhatIsToCome() {
    assertThat(
            stated(
                Language.EN,
                "Lynas lost its depot on Tuesday in a blaze, and the town will rebuild the road.",
                "Lynas will hire forty drivers for its ferry, its board in Carrow decided on Wednesday.",
                "The port contract of Lynas is to be signed on Friday in the town hall."))
        .containsExactly("2025-11-14", "2025-11-05", "2025-11-04");
    assertThat(stated(Language.ZH_HANS, "莱纳斯在海陵省的仓库周六起火，消防员将火扑灭。")).containsExactly("2025-11-08");
  }

  /// Each day is looked for in its whole sentence.
  @Test
  void takesNoDayOfACalendarHoweverLongItIs() {
    assertThat(
            stated(
                Language.EN,
                "Lynas in Carrow runs its ferry " + "on Monday and ".repeat(5_000),
                "Lynas names the 3 March plan of Carrow, " + "which 3 March ".repeat(5_000),
                "On Wednesday, Lynas and the governor of Carrow will open a school kitchen."))
        .containsExactly("2025-11-12");
  }

  @Test
  void takesADayThatIsPlannedAndNoHoursOfTheWeek() {
    assertThat(
            stated(
                Language.EN,
                "Lynas will open the second quay of its harbour in Carrow on 3 December 2025.",
                "The showroom of Lynas in Carrow is open to all its visitors Monday to Friday."))
        .containsExactly("2025-12-03");
    assertThat(stated(Language.ZH_HANS, "莱纳斯将于12月3日在海陵省举行新展厅的揭牌仪式。", "莱纳斯在海陵省的展厅周一至周五向公众开放。"))
        .containsExactly("2025-12-03");
  }

  @Test
  void putsASentenceAtTheDayThatItIsAboutAndNotAtThatOfPublication() {
    try (Library library = new Library(folder)) {
      library.add(
          "permit-en",
          Language.EN,
          "Carrow Dispatch",
          "2025-11-10T05:00:00Z",
          "Lynas gets its second permit",
          "KUALA LUMPUR, Nov 10 (Reuters) - Lynas received its second permit for the cracking plant on 7 November, the company said.",
          "As of 30 September, Lynas had 1,200 employees. Will Lynas be first again?",
          "From 8 December, Lynas will run the cracking plant at full capacity.");
      library.add(
          "permit-zh",
          Language.ZH_HANS,
          "北岸财经",
          "2025-11-11T05:00:00Z",
          "莱纳斯获第二张许可证",
          "新华社吉隆坡11月11日电 莱纳斯11月7日获得裂解工厂的第二张许可证。",
          "截至9月30日，莱纳斯有1200名员工。");
      assertThat(lines(library, "Lynas"))
          .containsExactly(
              "2025-12-08 stated ahead 1 From 8 December, Lynas will run the cracking plant at full capacity.",
              "2025-11-07 stated past 2 Lynas received its second permit for the cracking plant on 7 November, the company said.");
    }
  }

  @Test
  void takesAMonthThatIsAnnouncedForTheNextOne() {
    try (Library library = new Library(folder)) {
      library.add(
          "line-en",
          Language.EN,
          "Carrow Dispatch",
          "2025-11-10T05:00:00Z",
          "Lynas opens a second line",
          "Lynas will open its second separation line in March, the company said.",
          "Lynas will ship the first oxide of its own from Carrow in April.");
      library.add(
          "kiln-zh",
          Language.ZH_HANS,
          "北岸财经",
          "2025-11-11T05:00:00Z",
          "莱纳斯新窑炉",
          "莱纳斯将于2月投产新窑炉，年产4200吨氧化物。莱纳斯3月检修了旧窑炉，停产两周。",
          "莱纳斯的北岸仓库有望于5月启用，可存氧化物900吨。");
      assertThat(lines(library, "Lynas"))
          .contains(
              "2026-04-01 stated ahead 1 Lynas will ship the first oxide of its own from Carrow in April.",
              "2026-05-01 stated ahead 1 莱纳斯的北岸仓库有望于5月启用，可存氧化物900吨。",
              "2026-03-01 stated ahead 1 Lynas will open its second separation line in March, the company said.",
              "2026-02-01 stated ahead 1 莱纳斯将于2月投产新窑炉，年产4200吨氧化物。",
              "2025-03-01 stated past 1 莱纳斯3月检修了旧窑炉，停产两周。");
    }
  }

  @Test
  void takesNoDayOfADocumentsNameAndAMonthThatIsOverForTheLastOne() {
    try (Library library = new Library(folder)) {
      library.add(
          "order-en",
          Language.EN,
          "Carrow Dispatch",
          "2026-01-10T05:00:00Z",
          "Lynas under the order",
          "The term Lynas ore has the meaning of Executive Order 90101 of March 12, 2025 (Ores of Lynas).",
          "In May, Lynas signed the contract for the second separation line with its partners.");
      library.add(
          "order-zh",
          Language.ZH_HANS,
          "北岸财经",
          "2026-01-11T05:00:00Z",
          "莱纳斯与公告",
          "海关发布2025年第18、20号公告，莱纳斯的矿石免税进口，为期两年。",
          "莱纳斯6月与海陵省签署协议，收购当地的旧窑炉。");
      assertThat(lines(library, "Lynas"))
          .contains(
              "2025-05-01 stated past 1 In May, Lynas signed the contract for the second separation line with its partners.",
              "2025-06-01 stated past 1 莱纳斯6月与海陵省签署协议，收购当地的旧窑炉。")
          .noneMatch(line -> line.startsWith("2025-03-12") || line.contains("-20 stated"));
    }
  }

  @Test
  void showsTheDaysOnWhichSourcesDifferBesideEachOther() {
    try (Library library = new Library(folder)) {
      List<String> day = List.of("7 November", "7 November", "9 November");
      for (int i = 0; i < 3; i++) {
        library.add(
            "fire-" + i,
            Language.EN,
            List.of("Carrow Dispatch", "Harbour Wire", "South Post").get(i),
            "2025-11-1" + i + "T05:00:00Z",
            List.of("Fire at Lynas plant", "Lynas plant on fire", "Blaze stops Lynas").get(i),
            "A fire broke out at the Lynas plant in Kuantan on %s and injured %s workers."
                .formatted(day.get(i), List.of("two", "two", "2").get(i)));
      }
      Timeline timeline = library.timelines().ofTopic("Lynas", null, Language.EN);
      assertThat(timeline.rows()).hasSize(1);
      Timeline.Row row = timeline.rows().getFirst();
      assertThat(row.first()).isEqualTo("2025-11-07");
      assertThat(row.independent()).isEqualTo(3);
      assertThat(row.otherwise()).hasSize(1);
      assertThat(row.otherwise().getFirst().first()).isEqualTo("2025-11-09");
      assertThat(row.otherwise().getFirst().article().source()).isEqualTo("South Post");
      assertThat(TimelineExport.csv(timeline))
          .startsWith("first_day,last_day,")
          .contains("2025-11-07,2025-11-07,stated,false,", ",3,2025-11-09\r\n");
    }
  }

  @Test
  void saysThatADayIsThatOfPublicationWhereNoSentenceSaysOne() {
    try (Library library = new Library(folder)) {
      library.add(
          "plan",
          Language.ZH_HANS,
          "北岸财经",
          "2025-11-10T05:00:00Z",
          "莱纳斯考虑扩建",
          "莱纳斯正在考虑扩建马来西亚的分离工厂，管理层认为钕的需求还会上升。");
      assertThat(lines(library, "莱纳斯"))
          .containsExactly("2025-11-10 published past 1 莱纳斯正在考虑扩建马来西亚的分离工厂，管理层认为钕的需求还会上升。");
    }
  }

  @Test
  void tellsTwoThingsOfOneArticleOnOneDayApartInACalendar() {
    try (Library library = new Library(folder)) {
      library.add(
          "december",
          Language.EN,
          "Carrow Dispatch",
          "2025-11-10T05:00:00Z",
          "Lynas in December",
          "From 8 December, Lynas will run the cracking plant at full capacity.");
      Timeline.Row row = library.timelines().ofTopic("Lynas", null, Language.EN).rows().getFirst();
      Citation place = row.sentence().citations().getFirst();
      BriefSentence other =
          new BriefSentence(
              "Lynas will elect two directors on 8 December.",
              List.of(new Citation(place.article(), 2, new Span(0, 45))));
      Timeline two =
          new Timeline(
              "Lynas",
              List.of(
                  row,
                  new Timeline.Row(
                      row.first(),
                      row.last(),
                      row.basis(),
                      row.ahead(),
                      other,
                      row.article(),
                      row.independent(),
                      List.of(),
                      List.of())),
              false);
      assertThat(TimelineExport.calendar(two, Instant.parse("2025-11-24T09:00:00Z")).lines())
          .filteredOn(line -> line.startsWith("UID:"))
          .hasSize(2)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void tellsOfWordsThatNoPackKnowsOnlyWhatIsSaidOfThem() {
    try (Library library = new Library(folder)) {
      library.add(
          "regatta",
          Language.EN,
          "Carrow Dispatch",
          "2025-11-10T05:00:00Z",
          "Regatta brings 300 boats to Carrow",
          "The regatta of Carrow opened on 8 November 2025 with 300 boats.",
          "On 9 November 2025 Lynas closed the road to the harbour and hired 40 guards.");
      library.add(
          "council",
          Language.EN,
          "South Post",
          "2025-11-11T05:00:00Z",
          "Council of Carrow buys two buses",
          "On 6 November 2025 the council of Carrow signed a contract with Lynas for two buses.",
          "The regatta, it said, will have its own car park some day.");
      library.add(
          "lantern",
          Language.ZH_HANS,
          "北岸财经",
          "2025-11-12T05:00:00Z",
          "松岭市会议纪要",
          "11月3日，松岭市政府与莱纳斯签署了两座桥梁的建设合同。",
          "11月6日，松岭市政府宣布取消今年的灯会，改在明年举办。");

      assertThat(lines(library, "regatta"))
          .extracting(line -> line.substring(0, 10))
          .contains("2025-11-08")
          .doesNotContain("2025-11-06");
      assertThat(lines(library, "灯会"))
          .extracting(line -> line.substring(0, 10))
          .containsExactly("2025-11-06");
    }
  }

  @Test
  void tellsWhatNamesATopicThatNoArticleIsAbout() {
    try (Library library = new Library(folder)) {
      library.add(
          "bridge",
          Language.ZH_HANS,
          "北岸财经",
          "2025-11-10T05:00:00Z",
          "松岭大桥通车",
          "松岭大桥全长三公里，连接南北两岸。",
          "大桥的桥墩用了六年建成，主塔高一百二十米。",
          "大桥两侧设有步道，行人可以免费通行。",
          "承建大桥的工人来自四个省份，大多在当地安了家。",
          "11月5日，松岭市政府签署了大桥的养护合同。",
          "镓的出口配额11月6日由商务部公布，与大桥无关。");

      assertThat(lines(library, "gallium"))
          .extracting(line -> line.substring(0, 10))
          .containsExactly("2025-11-06");
    }
  }

  @Test
  void beginsARowBehindTheDatelineOfItsText() {
    try (Library library = new Library(folder)) {
      library.add(
          "lynas-sent",
          Language.ZH_HANS,
          "北岸财经",
          "2025-11-11T05:00:00Z",
          "莱纳斯开工",
          "青禾社松岭11月11日电（记者 李芳）莱纳斯11月9日在海陵省开工建设第二座稀土分离厂。");

      Timeline.Row row = library.timelines().ofTopic("Lynas", null, Language.EN).rows().getFirst();

      assertThat(row.sentence().text()).isEqualTo("莱纳斯11月9日在海陵省开工建设第二座稀土分离厂。");
      assertThat(row.sentence().citations().getFirst().span()).isEqualTo(new Span(19, 44));
    }
  }

  @Test
  void showsForACopyTheTimelineOfItsText() {
    try (Library library = new Library(folder)) {
      Article text =
          library.add(
              "permit",
              Language.EN,
              "Carrow Dispatch",
              "2025-11-10T05:00:00Z",
              "Lynas gets its second permit",
              "Lynas received its second permit for the cracking plant in Kuantan on 7 November, the company said.");
      Article copy = library.copy("copy", text, "South Post", "2025-11-11T05:00:00Z");
      assertThat(library.timelines().ofEvent(copy.id()))
          .isEqualTo(library.timelines().ofEvent(text.id()))
          .hasValueSatisfying(timeline -> assertThat(timeline.rows()).hasSize(1));
    }
  }

  @Test
  void givesThePageAndACalendarOfTheDaysToCome() throws Exception {
    try (Library library = new Library(folder)) {
      Article article =
          library.add(
              "quota",
              Language.ZH_HANT,
              "東灣日報",
              "2025-11-10T05:00:00Z",
              "釹出口配額新規",
              "釹的出口配額新規自12月1日起施行，企業須在11月20日以前申報。");
      Timeline timeline = library.timelines().ofTopic("neodymium", null, Language.EN);
      assertThat(TimelineExport.calendar(timeline, Instant.parse("2025-11-24T09:00:00Z")))
          .contains("BEGIN:VCALENDAR\r\n", "DTSTART;VALUE=DATE:20251201\r\n")
          .contains("釹的出口配額新規");
      try (RunningPages pages = RunningPages.of(library);
          HttpClient client = HttpClient.newHttpClient()) {
        for (String path :
            List.of("/timeline?topic=neodymium&lang=zh", "/timeline?event=" + article.id())) {
          HttpResponse<String> page =
              client.send(
                  HttpRequest.newBuilder(URI.create(pages.address() + path)).build(),
                  HttpResponse.BodyHandlers.ofString());
          assertThat(page.body()).contains("釹的出口配額新規自12月1日起施行", "datetime=\"2025-12-01\"");
        }
      }
    }
  }
}
