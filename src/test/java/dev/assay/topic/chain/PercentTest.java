package dev.assay.topic.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ledger.Interval;
import dev.assay.topic.chain.SupplyChain.Percent;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class PercentTest {

  private static final BigDecimal ZERO = BigDecimal.ZERO;
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /// What a text says of a share may be no share: what is left of the whole is never less than
  /// nothing.
  @Test
  void isAPartOfTheWholeWhateverATextSays() {
    BigDecimal more = BigDecimal.valueOf(150);
    BigDecimal less = BigDecimal.valueOf(-5);
    assertThat(Percent.of(new Interval(more, true, more, true))).isEqualTo(new Percent(ALL, ALL));
    assertThat(Percent.of(new Interval(less, true, less, true))).isEqualTo(new Percent(ZERO, ZERO));
    assertThat(Percent.of(new Interval(more, true, null, false)).rest())
        .isEqualTo(new Percent(ZERO, ZERO));
  }
}
