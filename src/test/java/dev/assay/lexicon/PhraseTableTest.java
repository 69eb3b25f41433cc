package dev.assay.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import org.junit.jupiter.api.Test;

final class PhraseTableTest {

  private static final LexiconFile TABLE = Lexicon.shipped().table("check-says.tsv");

  @Test
  void takesTheWordsOfASourceAsTheyAre() {
    assertThat(PhraseTable.of(TABLE, Language.EN).say("converted", "{1} $2 \\", "5 t"))
        .isEqualTo("The source says “{1} $2 \\”, which is 5 t.");
    assertThat(PhraseTable.of(TABLE, Language.ZH_HANS).say("converted", "{1}万吨", "5 t"))
        .isEqualTo("原文写作“{1}万吨”，换算后为 5 t。");
  }

  @Test
  void readsTraditionalChineseInSimplifiedWhereTheTableHasNoOther() {
    assertThat(PhraseTable.of(TABLE, Language.ZH_HANT).say("absent")).isEqualTo("原文没有此数。");
  }
}
