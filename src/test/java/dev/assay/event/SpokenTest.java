package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SpokenTest {

  private static final Spoken SPOKEN =
      Spoken.of(
          Map.of(-7L, 1f, 3L, 4f, 12L, 9f, 40L, 1f),
          Set.of(12L, -7L),
          Map.of(5L, 1f, -2L, 4f),
          new Facts(Counts.of(Map.of(8L, 4f, -3L, 0.25f)), LocalDate.of(2026, 3, 5)),
          new Wording(new int[] {-9, 4}, new int[] {7}),
          true);

  @Test
  void isReadAsItWasStored() {
    assertThat(Spoken.read(SPOKEN.bytes())).isEqualTo(SPOKEN);
  }

  /// Head of the bytes: the kind, two bytes each for three numbers of terms, the day.
  @Test
  void isReadWithoutAWordingIfItWasKeptBeforeWordingsWere() {
    byte[] now = SPOKEN.bytes();
    int wording = SPOKEN.wording().bytes();
    byte[] before = new byte[now.length - wording];
    System.arraycopy(now, 0, before, 0, 12);
    System.arraycopy(now, 12 + wording, before, 12, before.length - 12);
    before[1] = 1;

    Spoken read = Spoken.read(before);

    assertThat(read.wording()).isEqualTo(Wording.NONE);
    assertThat(read.terms()).isEqualTo(SPOKEN.terms());
    assertThat(read.facts()).isEqualTo(SPOKEN.facts());
    assertThat(read.han()).isTrue();
  }

  @Test
  void hasNoTermInItsHeadThatIsNotKept() {
    Spoken kept =
        Spoken.of(
                many(),
                Set.of(1L, 2L, (long) Spoken.MOST_TERMS + 1),
                Map.of(),
                Facts.NONE,
                Wording.NONE,
                false)
            .kept(term -> term == 2 ? 0.0 : 1.0);
    assertThat(kept.terms().keys()).hasSize(Spoken.MOST_TERMS).doesNotContain(2L);
    assertThat(kept.head().keys()).containsExactly(1L, (long) Spoken.MOST_TERMS + 1);
  }

  private static Map<Long, Float> many() {
    return LongStream.rangeClosed(1, Spoken.MOST_TERMS + 1)
        .boxed()
        .collect(Collectors.toMap(term -> term, _ -> 1f));
  }
}
