package dev.assay.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.api.Test;

final class SoundsTest {

  @Test
  void spellsChineseCharacters() {
    assertThat(Sounds.of('河')).isEqualTo("he");
    assertThat(Sounds.of('釹')).isEqualTo("nu");
  }

  @Test
  void takesLettersForThemselves() {
    assertThat(Sounds.of('K')).isEqualTo("k");
    assertThat(Sounds.of('É')).isEqualTo("e");
  }

  @Test
  void hearsAWordInChineseCharactersThatFollowOneAnother() {
    assertThat(Sounds.spelled("chongqing", "到了重庆的工厂")).isTrue();
    assertThat(Sounds.spelled("chongming", "到了重庆的工厂")).isFalse();
  }

  @Test
  void agreesWithIcuOnEveryCharacter() {
    Transliterator icu = Transliterator.getInstance("Han-Latin; Latin-ASCII; Any-Lower");
    for (char c = HanScript.FIRST; c <= HanScript.LAST; c++) {
      assertThat(Sounds.of(c)).isEqualTo(icu.transliterate(String.valueOf(c)).strip());
    }
  }
}
