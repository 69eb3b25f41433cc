package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.lexicon.Lexicon;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TermSharesTest {

  private final TermShares shares = new TermShares(Lexicon.shipped());

  /// Those of a row from the commonest of the table to one that it does not hold.
  @Test
  void aTermTellsTheMoreTheFewerTextsHaveIt() {
    for (List<String> row : List.of(List.of("the", "week", "zwqk"), List.of("上海", "上最", "岙峁"))) {
      double[] telling = row.stream().mapToDouble(term -> shares.telling(key(term))).toArray();
      assertThat(Arrays.stream(telling).distinct()).hasSize(3);
      assertThat(telling).isSorted();
      for (String term : row) {
        assertThat(Math.exp(-shares.telling(key(term))))
            .isCloseTo(shares.of(key(term)), within(1e-9));
      }
    }
  }

  private static long key(String term) {
    return Spoken.key(EventTerms.key(term));
  }
}
