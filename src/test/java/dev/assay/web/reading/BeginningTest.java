package dev.assay.web.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeginningTest {

  @Test
  void cutsALongTextAndNoCharacterInTwo() {
    assertThat(Beginning.of("稀土出口", 4)).isEqualTo("稀土出口");
    assertThat(Beginning.of("稀土出口", 3)).isEqualTo("稀土出…");
    assertThat(Beginning.of("金𬭊铽", 2)).isEqualTo("金…");
    assertThat(Beginning.of("金𬭊铽", 3)).isEqualTo("金𬭊…");
  }

  @Test
  void cutsNoWordInTwoUnlessItIsALongOne() {
    assertThat(Beginning.of("Prices of gallium rose", 14)).isEqualTo("Prices of…");
    assertThat(Beginning.of("镓价 and gallium", 6)).isEqualTo("镓价 and…");
    assertThat(Beginning.of("镓价再涨18.5%", 6)).isEqualTo("镓价再涨…");
    assertThat(Beginning.of("a".repeat(40), 30)).isEqualTo("a".repeat(30) + "…");
  }
}
