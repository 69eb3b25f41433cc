package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class CountsTest {

  private static final Counts SOME = Counts.of(Map.of(9L, 1f, -4L, 2f, 3L, 2f));

  @Test
  void areInTheOrderOfTheirKeys() {
    assertThat(SOME.keys()).containsExactly(-4, 3, 9);
    assertThat(SOME.values()).containsExactly(2, 2, 1);
    assertThat(SOME.has(3)).isTrue();
    assertThat(SOME.has(4)).isFalse();
  }

  @Test
  void areSoWithOthersToo() {
    Counts others = Counts.of(Map.of(-5L, 3f, 4L, 4f, 12L, 5f));
    Counts all = Counts.of(Map.of(-5L, 3f, -4L, 2f, 3L, 2f, 4L, 4f, 9L, 1f, 12L, 5f));
    assertThat(SOME.and(others)).isEqualTo(all);
    assertThat(others.and(SOME)).isEqualTo(all);
    assertThat(SOME.and(Counts.NONE)).isEqualTo(SOME);
  }

  @Test
  void giveTheHeaviestFirstAndOfEqualsTheLowest() {
    assertThat(SOME.heaviest(2)).containsExactly(-4L, 3L);
    assertThat(SOME.where(i -> SOME.values()[i] < 2).heaviest(5)).containsExactly(9L);
  }
}
