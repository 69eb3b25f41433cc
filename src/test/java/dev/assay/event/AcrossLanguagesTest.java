package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.TagMatcher;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Which Chinese and English reports of a week are of one event.
final class AcrossLanguagesTest {

  private static final String FERRY =
      "渡轮“白鹭号”在瓦伦港外触礁 312人获救\n载有312人的渡轮“白鹭号”3月4日夜间在瓦伦港外约7公里处触礁进水，船上人员全部获救，14人受伤。船长梅里韦瑟被拘留。";

  private static final LocalDate FIFTH = LocalDate.of(2026, 3, 5);

  private final EventClusters events =
      new EventClusters(Lexicon.shipped(), new TagMatcher(Names.load(Lexicon.shipped())));

  private boolean areOne(String other, LocalDate day) {
    events.add(FERRY, EventClustersTest.at(FIFTH));
    events.add(other, EventClustersTest.at(day));
    return events.clusters()[1] == 0;
  }

  @Test
  void joinsReportsOfOneHappeningByTheirFiguresAndDay() {
    assertThat(
            areOne(
                "All 312 aboard saved as ferry strikes rock\nA ferry hit a rock 7 km off Wallen harbour late on Wednesday and all 312 people on board were taken off, 14 of them hurt. Police hold the captain, Joan Meriwether.",
                FIFTH))
        .isTrue();
  }

  @Test
  void leavesAnotherHappeningOfTheThemeApart() {
    assertThat(
            areOne(
                "Ferry with 90 aboard sinks off Tarwin\nA ferry sank in rough sea off Tarwin on Thursday after it hit a rock. Rescue boats saved 81 of the people on board; nine are missing and the captain is in hospital.",
                FIFTH))
        .isFalse();
  }

  @Test
  void leavesTheSameActorsOnAnotherDayApart() {
    assertThat(
            areOne(
                "Wallen harbour opens new ferry terminal\nWallen harbour opened its ferry terminal on Sunday, built for 46 million. Captains and passengers were rescued from long queues, the mayor said.",
                FIFTH.plusDays(4)))
        .isFalse();
  }

  @Test
  void joinsNothingThatOnlyHasItsThemeInCommon() {
    assertThat(
            areOne(
                "Ferries, rescue boats and captains\nHow are passengers saved when a ferry strikes a rock? Captains, rescuers and police tell of injured people, harbours and ferries.",
                FIFTH))
        .isFalse();
  }
}
