package dev.assay.analyze.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.name.Thing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "松岭统计局, 根据松岭统计局最新发布的估计，2024年中国稀土产量占全球的70%。",
    "知情人士, 据知情人士透露，2024年中国稀土产量占全球的70%。",
    "State records, State records show that Chile produced 5.3 million tonnes of copper in 2023.",
    "analysts and traders, 'Chile produced 5.3 million tonnes of copper, analysts and traders said.'",
  })
  void nameWhoSaysSoWhole(String speaker, String text) {
    assertThat(ClaimReaderTest.read(text))
        .isNotEmpty()
        .allSatisfy(
            claim ->
                assertThat(claim.speaker())
                    .isNotNull()
                    .extracting(Thing::words)
                    .isEqualTo(speaker));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "According to people familiar with the plans, Chile produced 5.3 million tonnes of copper in"
            + " 2023.",
        "According to officials with knowledge of the situation, Chile produced 5.3 million tonnes"
            + " of copper in 2023.",
        "Chile produced 5.3 million tonnes of copper in 2023, people briefed on the agreement said.",
        "According to Nature, Chile produced 5.3 million tonnes of copper in 2023.",
        "According to the journal Nature, Chile produced 5.3 million tonnes of copper in 2023.",
        "据海关总署通报的情况，2024年中国稀土产量占全球的70%。",
        "据国家统计局发布的2024年经济形势，中国稀土产量占全球的70%。",
      })
  void hearWhoeverIsCitedWithAGround(String text) {
    assertThat(ClaimReaderTest.read(text))
        .isNotEmpty()
        .extracting(Claim::stance)
        .containsOnly(Stance.REPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "根据市场和汇率的变化，2024年中国稀土产量占全球的70%。",
        "2024年中国稀土产量占全球的70%，堪称第一。",
        "According to the framework of the deal, Chile produced 5.3 million tonnes of copper in"
            + " 2023.",
        "According to market needs, Chile produced 5.3 million tonnes of copper in 2023.",
      })
  void takeNoGroundAndNoWordWithinAnotherForSomebody(String text) {
    assertThat(ClaimReaderTest.read(text))
        .isNotEmpty()
        .extracting(Claim::stance)
        .containsOnly(Stance.ASSERTED);
  }
}
