package dev.assay.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FamilyNamesTest {

  @ParameterizedTest
  @CsvSource({
    "Suzuki, 船长铃木透表示, true",
    "Ohtani, 大谷, true",
    "Kōno, 河野, true",
    "Inoue, 船长井上透表示, true",
    "Inoue, 船长上田透表示, false",
    "Suzuki, 船长田中透表示, false",
    "Toru, 船长铃木透表示, false"
  })
  void knowsAFamilyByItsSound(String word, String text, boolean stands) {
    assertThat(FamilyNames.stands(word, text)).isEqualTo(stands);
  }

  @Test
  void takesNoOtherFamilyForOneThatBeginsAlike() {
    assertThat(FamilyNames.isOne("Shunsuke Nakamura", "中村俊辅")).isTrue();
    assertThat(FamilyNames.isOne("Nakamura", "中野俊辅")).isFalse();
    assertThat(FamilyNames.isOne("Moon", "文在山")).isTrue();
    assertThat(FamilyNames.sounds('文', "Moon")).isTrue();
    assertThat(FamilyNames.sounds('文', "Yoon")).isFalse();
    assertThat(FamilyNames.isOne("Pham", "范明远")).isTrue();
    assertThat(FamilyNames.isOne("Phan", "范明远")).isFalse();
  }
}
