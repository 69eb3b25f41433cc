package dev.assay.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecentFactsTest {

  @Test
  void keepsNoMoreThanItHasRoomForAndForgetsWhatWasAskedForLongestAgo() {
    RecentFacts<String> facts = new RecentFacts<>(Library.CLOCK, 2);
    List<String> counted = new ArrayList<>();
    for (String key : List.of("钕", "gallium", "钕", "graphite", "钕", "gallium")) {
      String fact =
          facts.get(
              key,
              1,
              () -> {
                counted.add(key);
                return "of " + key;
              });
      assertThat(fact).isEqualTo("of " + key);
    }
    assertThat(counted).containsExactly("钕", "gallium", "graphite", "gallium");
  }
}
