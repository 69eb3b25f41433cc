package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrustTest {

  @Test
  void refusesWhereTheWholeAndTheFirstSentenceAreUnlikelyTogether() {
    assertThat(Trust.of(0.3, 0.25, false)).isEqualTo(Trust.NONE);
    assertThat(Trust.of(0.25, 0.41, false)).isEqualTo(Trust.NONE);
    assertThat(Trust.of(0.6, 0.08, false)).isEqualTo(Trust.NONE);
    assertThat(Trust.of(0, 0, false)).isEqualTo(Trust.NONE);
    assertThat(Trust.of(0, 0.99, false)).isEqualTo(Trust.NONE);
  }

  @Test
  void answersInPartWhereOneMakesUpForTheOther() {
    assertThat(Trust.of(0.3, 0.41, false)).isEqualTo(Trust.LITTLE);
    assertThat(Trust.of(0.6, 0.15, false)).isEqualTo(Trust.LITTLE);
  }

  @Test
  void answersWhereThereIsLikelyAnAnswer() {
    assertThat(Trust.of(0.65, 0.15, false)).isEqualTo(Trust.FULL);
  }

  @Test
  void asksMoreOfWhatLacksANameThatIsAskedAbout() {
    assertThat(Trust.of(0.6, 0.35, false)).isEqualTo(Trust.LITTLE);
    assertThat(Trust.of(0.6, 0.35, true)).isEqualTo(Trust.NONE);
    assertThat(Trust.of(0.6, 0.45, true)).isEqualTo(Trust.LITTLE);
  }
}
