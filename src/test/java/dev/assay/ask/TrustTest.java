package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrustTest {

  @Test
  void refusesWhereNeitherTheWholeNorOneSentenceIsLikely() {
    assertThat(Trust.of(0.49, 0.49)).isEqualTo(Trust.NONE);
    assertThat(Trust.of(0, 0)).isEqualTo(Trust.NONE);
  }

  @Test
  void answersInPartWhereOneSentenceLikelyTellsIt() {
    assertThat(Trust.of(0.47, 0.54)).isEqualTo(Trust.LITTLE);
    assertThat(Trust.of(0.64, 0.1)).isEqualTo(Trust.LITTLE);
  }

  @Test
  void answersWhereThereIsLikelyAnAnswer() {
    assertThat(Trust.of(0.65, 0.1)).isEqualTo(Trust.FULL);
  }
}
