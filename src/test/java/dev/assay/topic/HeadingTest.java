package dev.assay.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeadingTest {

  private static boolean names(String topic, String other, String quote) {
    return new Heading(
            new Name(topic, Language.EN), List.of(new Name(other, Language.ZH_HANS)), false)
        .isNamedIn(quote);
  }

  @Test
  void aNameStandsAsAWord() {
    assertThat(names("tin", "锡", "Tin output fell to 4 tonnes.")).isTrue();
    assertThat(names("tin", "锡", "云南錫业产量为4吨。")).isTrue();
    assertThat(names("rare earth", "稀土", "Exports of rare-earths fell by 4%.")).isTrue();
    assertThat(names("tin", "锡", "Gallium output is continuing to fall, to 4 tonnes.")).isFalse();
    assertThat(names("Nd", "钕", "Output and exports fell to 4 tonnes.")).isFalse();
  }

  @Test
  void aNameWithoutLettersStandsNowhereElse() {
    assertThat(names("...", "锡", "Gallium output fell to 4 tonnes.")).isFalse();
  }
}
