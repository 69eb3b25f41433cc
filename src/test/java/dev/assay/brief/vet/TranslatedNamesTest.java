package dev.assay.brief.vet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Bilingual;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TranslatedNamesTest {

  /// Of an invented dictionary: 张 is a sheet too, 周 a week.
  private static final Bilingual DICTIONARY =
      new Bilingual() {
        @Override
        public List<String> inEnglish(String word) {
          return switch (word) {
            case "张" -> List.of("sheet");
            case "木卫三" -> List.of("Ganymede");
            default -> List.of();
          };
        }

        @Override
        public List<String> inChinese(String words) {
          return switch (words) {
            case "Zhou" -> List.of("周");
            case "Ganymede" -> List.of("木卫三");
            default -> List.of();
          };
        }
      };

  private static boolean stand(String name, String line) {
    ReadText read = new ReadText(line, List.of(), List.of(), List.of());
    return new TranslatedNames(DICTIONARY, List.of(read)).stand(name);
  }

  @Test
  void areOfTwoCharactersAtLeast() {
    assertThat(stand("张", "The clerk signed a sheet in Carrow.")).isFalse();
    assertThat(stand("木卫三", "The probe went by Ganymede.")).isTrue();
    assertThat(stand("Zhou", "书记员每周签字。")).isFalse();
    assertThat(stand("Ganymede", "探测器飞过木卫三。")).isTrue();
  }
}
