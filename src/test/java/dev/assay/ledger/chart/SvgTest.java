package dev.assay.ledger.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SvgTest {

  private static final String RARE = "𨧀𫓧𬭊𬭛𬭶";

  /// A character beyond the first plane is two code units: half of one would be lost.
  @Test
  void breaksNoCharacterInTwo() {
    for (int width = 10; width < 130; width += 3) {
      List<String> lines = Svg.lines(RARE, width);
      assertThat(String.join("", lines)).isEqualTo(RARE);
      assertThat(lines).noneMatch(line -> line.codePoints().anyMatch(SvgTest::isHalf));
      assertThat(Svg.cut(RARE, width).codePoints()).noneMatch(SvgTest::isHalf);
    }
  }

  private static boolean isHalf(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }

  @Test
  void breaksAtSpacesAndBetweenHanCharacters() {
    assertThat(Svg.lines("rare earths of 北岸财经", 80)).containsExactly("rare earths", "of 北岸财经");
    assertThat(Svg.lines("北岸财经", 30)).containsExactly("北岸", "财经");
  }
}
