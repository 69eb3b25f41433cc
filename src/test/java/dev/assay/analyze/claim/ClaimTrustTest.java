package dev.assay.analyze.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.ClaimTrust.Use;
import dev.assay.analyze.quantity.Property;
import dev.assay.lexicon.Lexicon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimTrustTest {

  private static final ClaimTrust TRUST = new ClaimTrust(Lexicon.shipped());

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksMoreOfCountsThanOfOtherFigures(boolean chinese) {
    double any = TRUST.least(Use.LEDGER, chinese);
    assertThat(TRUST.least(Use.LEDGER, chinese, Property.COUNT)).isGreaterThan(any);
    assertThat(TRUST.least(Use.LEDGER, chinese, Property.PRICE)).isEqualTo(any);
    assertThat(TRUST.lowest(Use.LEDGER, chinese)).isLessThanOrEqualTo(any);
    assertThat(TRUST.least(Use.RAW, chinese, Property.COUNT))
        .isEqualTo(TRUST.least(Use.RAW, chinese));
  }
}
