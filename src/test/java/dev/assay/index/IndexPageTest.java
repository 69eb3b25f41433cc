package dev.assay.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.index.IndexPage.Count;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class IndexPageTest {

  @Test
  void thoseWithMostArticlesComeFirstAndAmongEqualsByValue() {
    assertThat(IndexPage.mostFirst(Map.of("钨", 2L, "tin", 7L, "cobalt", 2L, "锑", 2L)))
        .containsExactly(
            new Count("tin", 7), new Count("cobalt", 2), new Count("钨", 2), new Count("锑", 2));
  }

  @Test
  void ofEqualCountsCharactersBeyondTheBasicPlaneComeLast() {
    assertThat(IndexPage.mostFirst(Map.of("\uD842\uDFB7", 1L, "\uFF5E", 1L, "tin", 1L)))
        .extracting(Count::value)
        .containsExactly("tin", "\uFF5E", "\uD842\uDFB7");
  }

  @Test
  void ofThousandsOfValuesAHundredAreToldAsIfAllHadBeenSorted() {
    Random chance = new Random(11);
    Map<String, Long> articles = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      articles.put("name " + i, 1 + (long) (1 / Math.max(1e-3, chance.nextDouble())));
    }

    List<Count> sorted =
        articles.entrySet().stream()
            .map(value -> new Count(value.getKey(), value.getValue()))
            .sorted(
                Comparator.comparingLong(Count::articles).reversed().thenComparing(Count::value))
            .limit(IndexPage.MOST_VALUES)
            .toList();
    assertThat(IndexPage.mostFirst(articles)).isEqualTo(sorted);
  }
}
