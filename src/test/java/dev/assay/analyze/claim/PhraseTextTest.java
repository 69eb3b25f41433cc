package dev.assay.analyze.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import org.junit.jupiter.api.Test;

class PhraseTextTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());

  private final PhraseText words = new PhraseText(NAMES, Language.EN);
  private final PhraseText chinese = new PhraseText(NAMES, Language.ZH_HANS);

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

  @Test
  void saysAnEnglishPhraseInChinese() {
    assertThat(chinese.of("the lithium batteries")).isEqualTo("锂电池");
    assertThat(chinese.of("Australian gallium exports")).isEqualTo("澳大利亚镓出口");
    assertThat(chinese.translated("gallium hurricane")).isEmpty();
  }
}
