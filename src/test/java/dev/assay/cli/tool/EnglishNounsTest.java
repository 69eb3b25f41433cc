package dev.assay.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import org.junit.jupiter.api.Test;

class EnglishNounsTest {

  private final EnglishNouns words = new EnglishNouns(Names.load(Lexicon.shipped()));

  @Test
  void saysAChinesePhraseInEnglishByLabelsAndCommonNouns() {
    assertThat(words.of("包头稀土产业")).isEqualTo("Baotou rare earth industry");
    assertThat(words.of("美國和澳洲")).isEqualTo("United States and Australia");
    assertThat(words.of("U.S. and Australian")).isEqualTo("United States and Australia");
  }

  @Test
  void keepsTheSourcesWordsIfOneOfThemIsUnknown() {
    assertThat(words.of("稀土龙卷风")).isEqualTo("稀土龙卷风");
    assertThat(words.of("the bank’s “yield”")).isEqualTo("the bank’s “yield”");
  }
}
