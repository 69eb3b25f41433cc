package dev.assay.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EventClustersTest {

  private static final List<String> TEXTS =
      List.of(
          "A fire broke out at the Carrow separation works on Monday; two workers were hurt and the plant stands still.",
          "Carrow works stopped after Monday's fire. Two hurt workers are in hospital, the company says.",
          "The central bank left its rate at 3.5% and hinted at a cut in autumn, citing slower prices.",
          "Rates stay at 3.5%, the central bank decided; prices rise more slowly, a cut may come in autumn.",
          "南屏矿业的分离厂周一起火，两名工人受伤，工厂停产。",
          "周一的火灾使南屏分离厂停产，受伤的两名工人已送医院。",
          "央行维持利率不变，称物价涨幅放缓，秋天可能下调。");

  private static EventClusters events() {
    EventClusters events = new EventClusters();
    TEXTS.forEach(events::add);
    return events;
  }

  @Test
  void putsTextsOnOneHappeningTogetherInEnglishAndInChinese() {
    assertThat(events().clusters()).containsExactly(0, 0, 2, 2, 4, 4, 6);
  }

  @Test
  void givesTheSameTextAScoreOfOneAndUnrelatedTextsLittle() {
    EventClusters events = events();
    assertThat(events.similarity(0, 0)).isGreaterThan(0.999);
    assertThat(events.similarity(0, 1)).isGreaterThan(events.similarity(0, 2));
    assertThat(events.similarity(4, 5)).isGreaterThan(events.similarity(4, 6));
  }
}
