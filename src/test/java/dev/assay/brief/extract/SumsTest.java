package dev.assay.brief.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SumsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Norland pays $100 million for two ships. | 2",
        "Norland pays $8 million for a ship and $1 billion for a mine. | 3",
        "Norland pays €2,000,000,000 for a mine. | 3.301",
        "Norland pays $900 for a rope. | 0",
        "Norland owns 2 billion shares. | 0",
        "青禾矿业为两艘货船支付1亿元。 | 2",
        "青禾矿业为铜矿支付10亿美元。 | 3",
        "青禾矿业为货船支付4000万元。 | 1.602",
        "青禾矿业拥有20亿股。 | 0",
        "The bill of $1.2.3 is no number. | 0"
      })
  void tellThePowerOfTenAboveAMillion(String text, double power) {
    assertThat(Sums.magnitude(text)).isCloseTo(power, offset(0.001));
  }
}
