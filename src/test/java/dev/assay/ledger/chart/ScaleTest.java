package dev.assay.ledger.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScaleTest {

  private static List<String> labels(List<Double> values, double most) {
    return Scale.of(values, most, BigDecimal::toPlainString).ticks().stream()
        .map(Scale.Tick::label)
        .toList();
  }

  @Test
  void marksRoundNumbersAroundTheValues() {
    assertThat(labels(List.of(84.5, 85.5, 100.0), 100))
        .containsExactly("80", "85", "90", "95", "100");
    assertThat(labels(List.of(33.5, 37.5), 100))
        .containsExactly("33", "34", "35", "36", "37", "38");
    assertThat(labels(List.of(0.0, 3.0), Double.MAX_VALUE)).containsExactly("0", "1", "2", "3");
  }

  @Test
  void givesASingleValueRoomOnBothSides() {
    Scale scale = Scale.of(List.of(5.0), Double.MAX_VALUE, BigDecimal::toPlainString);
    assertThat(scale.at(5)).isBetween(0.2, 0.8);
  }

  @Test
  void setsValuesOfVeryDifferentSizeByTheirOrderOfMagnitude() {
    Scale scale = Scale.of(List.of(2e6, 5e8, 6e11), Double.MAX_VALUE, BigDecimal::toPlainString);
    assertThat(scale.logarithmic()).isTrue();
    assertThat(scale.at(5e8)).isBetween(0.3, 0.5);
    assertThat(scale.at(2e6)).isLessThan(0.1);
  }

  @Test
  void holdsWhatLiesOutsideAtTheEnds() {
    Scale scale = Scale.of(List.of(10.0, 20.0), Double.MAX_VALUE, BigDecimal::toPlainString);
    assertThat(scale.at(1000)).isEqualTo(1);
    assertThat(scale.at(-1000)).isEqualTo(0);
  }

  @Test
  void drawsWhateverNumberATextSays() {
    double endless = Double.POSITIVE_INFINITY;
    for (List<Double> values :
        List.of(
            List.of(-endless, endless),
            List.of(5.0, endless),
            List.of(endless),
            List.of(-Double.MAX_VALUE, Double.MAX_VALUE),
            List.of(1e17, 1e17 + 16),
            List.of(0.0, Double.MIN_VALUE))) {
      Scale scale = Scale.of(values, Double.MAX_VALUE, BigDecimal::toPlainString);
      assertThat(scale.ticks()).hasSizeBetween(2, 20);
      assertThat(scale.ticks()).allMatch(tick -> tick.at() >= 0 && tick.at() <= 1.000001);
      assertThat(values).allMatch(value -> scale.at(value) >= 0 && scale.at(value) <= 1);
    }
  }
}
