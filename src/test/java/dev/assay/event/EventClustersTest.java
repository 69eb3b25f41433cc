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

  @Test
  void givesTheSameTextAScoreOfOneAndUnrelatedTextsLittle() {
    EventClusters events = events();
    assertThat(events.similarity(0, 0)).isGreaterThan(0.999);
    assertThat(events.similarity(0, 1)).isGreaterThan(events.similarity(0, 2));
    assertThat(events.similarity(4, 5)).isGreaterThan(events.similarity(4, 6));
  }
}
