package dev.assay.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import org.junit.jupiter.api.Test;

final class HanScriptTest {

  @Test
  void simplifiesCharacterByCharacter() {
    assertThat(HanScript.simplify("稀土聯盟與釹鐵硼")).isEqualTo("稀土联盟与钕铁硼");
  }

  @Test
  void leavesSimplifiedAndLatinTextAlone() {
    assertThat(HanScript.simplify("稀土联盟 NdFeB 𠮷")).isEqualTo("稀土联盟 NdFeB 𠮷");
  }

  @Test
  void tellsTheScriptsOfChineseApartAndBothFromEnglish() {
    assertThat(LanguageDetector.detect("中国对美国的稀土出口量下降", Language.UNKNOWN))
        .isEqualTo(Language.ZH_HANS);
    assertThat(LanguageDetector.detect("中國對美國的稀土出口量下降", Language.UNKNOWN))
        .isEqualTo(Language.ZH_HANT);
    assertThat(LanguageDetector.detect("Rare earth exports fell", Language.UNKNOWN))
        .isEqualTo(Language.EN);
  }
}
