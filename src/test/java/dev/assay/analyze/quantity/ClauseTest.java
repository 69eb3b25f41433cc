package dev.assay.analyze.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Lexicon;
import org.junit.jupiter.api.Test;

final class ClauseTest {

  @Test
  void hasTheWordsThatLimitANumberBeforeIt() {
    assertThat(clause("乌伦跨河大桥去年动工，总投资将达3.1亿元。", "达3.1亿元").before()).isEqualTo("总投资将达");
    assertThat(clause("The bridge, they say, costs about 9 million.", "about 9 million").before())
        .isEqualTo(" costs about ");
    assertThat(clause("The bridge took nearly all of it.", "nearly all").before())
        .isEqualTo("the bridge took ");
  }

  @Test
  void tellsWhatIsStillToBeByThem() {
    assertThat(Moods.of(Lexicon.shipped()).of(clause("总投资将达3.1亿元。", "达3.1亿元")))
        .contains(Mood.EXPECTED);
    assertThat(Moods.of(Lexicon.shipped()).of(clause("总投资达3.1亿元。", "达3.1亿元"))).isEmpty();
  }

  private static Clause clause(String sentence, String figure) {
    return Clause.of(sentence, sentence.indexOf(figure), figure.length());
  }
}
