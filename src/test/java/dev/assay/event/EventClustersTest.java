package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventClustersTest {

  private static final List<String> TEXTS =
      List.of(
          "A fire broke out at the Carrow separation works on Monday; two workers were hurt and the plant stands still.",
          "Carrow works stopped after Monday's fire. Two hurt workers are in hospital, the company says.",
          "The central bank left its rate at 3.5% and hinted at a cut in autumn, citing slower prices.",
          "Rates stay at 3.5%, the central bank decided; prices rise more slowly, a cut may come in autumn.",
          "莱纳斯在马来西亚开工的新厂5月8日投产，年产5000吨氧化镨钕，首相出席典礼。",
          "Lynas opened its new plant in Malaysia on 8 May; the prime minister attended, and 5,000 tonnes of oxide are planned.",
          "法院判处南屏前市长九年徒刑，认定他受贿。");

  private static EventClusters events() {
    EventClusters events =
        new EventClusters(Lexicon.shipped(), new TagMatcher(Names.load(Lexicon.shipped())));
    TEXTS.forEach(text -> events.add(text, at(LocalDate.of(2026, 5, 9))));
    return events;
  }

  static PublicationTime at(LocalDate day) {
    return new PublicationTime(
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        Precision.DAY,
        ZoneOffset.UTC,
        false,
        Certainty.STATED,
        "");
  }

  @Test
  void putsTextsOnOneHappeningTogetherWithinAndAcrossLanguages() {
    assertThat(events().clusters()).containsExactly(0, 0, 2, 2, 4, 4, 6);
  }

  @Test
  void putsChineseReportsInWordsOfTheirOwnTogether() {
    EventClusters events =
        new EventClusters(Lexicon.shipped(), new TagMatcher(Names.load(Lexicon.shipped())));
    List.of(
            "青浦河大桥坍塌\n周三清晨，青浦河上一座在建的桥发生事故，6名工人落水，其中2人获救，4人仍在搜救之中。工程由北岸路桥公司承建，原定明年通车。",
            "工地垮塌四人失踪\n消防部门说，青浦河大桥施工时突然垮塌，落水的工人中2人已被救起，搜救仍在进行。北岸路桥公司表示将配合调查，市长连夜赶到现场看望家属。",
            "鹤港机场客机偏出跑道\n一架客机周三夜间着陆时冲出鹤港机场跑道，停在草地上，乘客经滑梯撤离，9人受轻伤，机场关闭五小时。")
        .forEach(text -> events.add(text, at(LocalDate.of(2026, 5, 9))));
    assertThat(events.clusters()).containsExactly(0, 0, 2);
  }

  private static int[] clusters(List<String> first, LocalDate day, String next) {
    EventClusters events =
        new EventClusters(Lexicon.shipped(), new TagMatcher(Names.load(Lexicon.shipped())));
    first.forEach(text -> events.add(text, at(day)));
    events.add(next, at(day.plusDays(2)));
    return events.clusters();
  }

  /// It has the same names and many of the same words, and figures of its own.
  @Test
  void keepsWhatComesNextApart() {
    assertThat(
            clusters(
                List.of(
                    "Corven Dairies lifts profit 12%\nCorven Dairies said half-year profit rose 12% to £31m on sales of £480m, helped by its cheeses. The dividend goes up to 4.5p.",
                    "Cheese pays at Corven\nPeople eat more cheddar, and Corven Dairies earned £31m in six months with it, an eighth more than a year ago. Shareholders get 4.5p; sales came to £480m."),
                LocalDate.of(2026, 5, 9),
                "Corven Dairies buys Danish butter maker\nCorven Dairies has agreed to pay £75m in cash for Havring, a maker of butter with 210 workers in Aalborg. The deal should close in August."))
        .containsExactly(0, 0, 2);
    assertThat(
            clusters(
                List.of(
                    "青浦县发生5.2级地震\n5月9日8时，青浦县发生5.2级地震，震源深度11公里，37间房屋受损，无人受伤。",
                    "地震之夜，青浦人睡在车里\n早上八点那一下把人都震到了街上。37间房子裂了缝，没有人受伤。专家说震级5.2，震源在地下11公里，今后几天还会有余震。"),
                LocalDate.of(2026, 5, 9),
                "青浦县再发4.4级余震\n5月11日夜间，青浦县发生4.4级余震，两堵院墙倒塌，无人受伤。"))
        .containsExactly(0, 0, 2);
  }

  @Test
  void givesTheSameTextAScoreOfOneAndUnrelatedTextsLittle() {
    EventClusters events = events();
    assertThat(events.similarity(0, 0)).isGreaterThan(0.999);
    assertThat(events.similarity(0, 1)).isGreaterThan(events.similarity(0, 2));
    assertThat(events.similarity(4, 5)).isGreaterThan(events.similarity(4, 6));
  }
}
