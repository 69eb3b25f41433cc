package dev.assay.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import dev.assay.article.Language;
import org.junit.jupiter.api.Test;

final class HanScriptTest {

  @Test
  void simplifiesCharacterByCharacter() {
    assertThat(HanScript.simplify("稀土聯盟與釹鐵硼")).isEqualTo("稀土联盟与钕铁硼");
  }

  @Test
  void keepsInNamesWhatBothScriptsHave() {
    assertThat(HanScript.simplifyName("申花俱乐部")).isEqualTo("申花俱乐部");
    assertThat(HanScript.simplifyName("申花俱樂部")).isEqualTo("申花俱乐部");
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

  @Test
  void agreesWithIcuOnEveryCharacter() {
    Transliterator transform = Transliterator.getInstance("Traditional-Simplified");
    char[] table = HanScript.table();
    StringBuilder apart = new StringBuilder();
    for (int i = 0; i < table.length; i++) {
      apart.append((char) ('\u3400' + i)).append('\n');
    }
    String[] converted = transform.transliterate(apart.toString()).split("\n");
    for (int i = 0; i < table.length; i++) {
      if (converted[i].length() == 1) {
        assertThat(table[i]).isEqualTo(converted[i].charAt(0));
      }
    }
  }
}
