package dev.assay.analyze.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim.Stance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VoicesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "China's exports of magnets, fitted into motors or not, were worth $9 billion according to"
            + " Comtrade, or 71 per cent of global magnet exports in 2023.",
        "Whether refined or not, Chile produced 5.3 million tonnes of copper in 2023.",
        "Chile accounts for a quarter, if not 30%, of the world's copper production.",
        "据海关数据，无论是不是合资，占全球稀土产量70%的都是中国。",
        "有没有补贴，中国稀土产量都占全球的70%。",
      })
  void hearNoDenialWhereTheOtherCaseIsOnlyNamed(String text) {
    assertThat(ClaimReaderTest.read(text))
        .isNotEmpty()
        .extracting(Claim::stance)
        .doesNotContain(Stance.DENIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "China does not account for 70% of the world's rare earth production.",
        "The ministry said Chile did not produce 5.3 million tonnes of copper in 2023.",
        "美方否认中国占全球稀土产量的70%。",
        "中国稀土产量并没有占到全球的70%。",
      })
  void hearADenial(String text) {
    assertThat(ClaimReaderTest.read(text))
        .isNotEmpty()
        .extracting(Claim::stance)
        .containsOnly(Stance.DENIED);
  }
}
