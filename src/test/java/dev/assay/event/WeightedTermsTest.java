package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WeightedTermsTest {

  private static final WeightedTerms TERMS =
      new WeightedTerms(new long[] {-3, 1, 2, 5, 9}, new double[] {4, 3, 0, 3, 12}).telling();

  @Test
  void keepsTheHeaviestAndOfEquallyHeavyOnesTheFirst() {
    Vector vector = TERMS.vector(3);
    assertThat(vector.keys()).containsExactly(-3, 1, 9);
    assertThat(vector.weights()).containsExactly(4 / 13f, 3 / 13f, 12 / 13f);
  }

  @Test
  void leavesOutWhatWeighsNothing() {
    assertThat(TERMS.vector(10).keys()).containsExactly(-3, 1, 5, 9);
  }
}
