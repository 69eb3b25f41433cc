package dev.assay.analyze.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Lexicon;
import org.junit.jupiter.api.Test;

final class WordClassesTest {

  @Test
  void putsWordsThatDoSimilarThingsIntoOneClass() {
    WordClasses english = new WordClasses(Lexicon.shipped(), "en");
    assertThat(english.of("fund"))
        .isEqualTo(english.of("funding"))
        .isNotEqualTo(english.of("river"));
    WordClasses chinese = new WordClasses(Lexicon.shipped(), "zh");
    assertThat(chinese.of("贷款")).isEqualTo(chinese.of("债务")).isNotEqualTo(chinese.of("河流"));
    assertThat(chinese.of("没有这个词")).isEqualTo(english.of("nosuchword"));
  }
}
