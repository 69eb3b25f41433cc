package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageRunTest {

  @Test
  void tellsChineseWordsInAnEnglishSentence() {
    assertThat(LanguageRun.of("Sources differ: 超过七成 and 60%; one says 3.5萬噸.", Language.EN))
        .isEqualTo(
            List.of(
                new LanguageRun("Sources differ: ", null),
                new LanguageRun("超过七成", "zh-Hans"),
                new LanguageRun(" and 60%; one says 3.5", null),
                new LanguageRun("萬噸", "zh-Hant"),
                new LanguageRun(".", null)));
  }

  @Test
  void tellsEnglishWordsInAChineseSentenceAndLeavesNamesOfOneWord() {
    assertThat(LanguageRun.of("来源不一：about 85%，与 Lynas 所说的六成不同。", Language.ZH_HANS))
        .isEqualTo(
            List.of(
                new LanguageRun("来源不一：", null),
                new LanguageRun("about 85%", "en"),
                new LanguageRun("，与 Lynas 所说的六成不同。", null)));
  }

  @Test
  void leavesASentenceOfOneLanguageWhole() {
    assertThat(LanguageRun.of("No article has it.", Language.EN))
        .containsExactly(new LanguageRun("No article has it.", null));
    assertThat(LanguageRun.of("", Language.EN)).isEmpty();
  }

  @Test
  void rowsOfAnyLengthAreOneRun() {
    String words = "about 85" + " per cent".repeat(20_000);
    assertThat(LanguageRun.of("来源不一：" + words + "。", Language.ZH_HANS))
        .contains(new LanguageRun(words, "en"));
  }

  @Test
  void namesOfAnyLengthAreMarked() {
    String name = "Lynas" + " Rare".repeat(20_000);
    assertThat(MixedText.of(name + "的产量", Language.ZH_HANS))
        .extracting(EntryView.Said::text)
        .containsExactly(name, "的产量");
  }
}
