package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class DayWordsTest {

  private static final Lexicon LEXICON = Lexicon.shipped();

  private static Pattern words(String kind) {
    return DayWords.pattern(LEXICON, kind, "(?:", ")");
  }

  @Test
  void findsEachWordOfTheTableWhereverItStands() {
    for (LexiconFile.Row row : LEXICON.table("event-days.tsv").rows()) {
      String word = row.cell(1);
      Pattern words = words(row.cell(0));
      assertThat(words.matcher("9 " + word + " 9").find()).as(word).isTrue();
      assertThat(words.matcher("。" + word.toUpperCase(Locale.ROOT)).find()).as(word).isTrue();
    }
  }

  @Test
  void findsNoEnglishWordInsideAnother() {
    Pattern signed = words("act");
    assertThat(signed.matcher("the two signed it").find()).isTrue();
    assertThat(signed.matcher("the two cosigned it").find()).isFalse();
    assertThat(signed.matcher("两国签署了协议").find()).isTrue();
  }

  @Test
  void findsTheLongerOfTwoWordsOfOneBeginning() {
    assertThat(words("remark").matcher("市长表示，").find()).isTrue();
    assertThat(words("remark").matcher("the mayor said").find()).isTrue();
    assertThat(words("remark").matcher("表").find()).isFalse();
    assertThat(words("remark").matcher("sai").find()).isFalse();
  }
}
