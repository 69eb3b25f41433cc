package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What words show, and what is said of a table of them that cannot be read.
class AskWordsTest {

  private static final LexiconFile CHINESE =
      LexiconFile.parse("zh/ask-words.tsv", "为什么 为何\tasks\twhy\n");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The yard closed, citing a lack of steel. | true",
        "The yard closed, citing concerns of officials. | true",
        "The yard closed on Monday, citing 12 leaks. | false",
        "'The Weekly, citing two officials, wrote that the yard closed.' | false",
        "The yard closed, the paper wrote, citing unnamed government sources. | false",
        "The yard was cited in the paper. | false",
        "船厂因公司缺钢停工。 | true",
        "船厂因故障停工。 | true",
        "厂长因公出差。 | false",
        "厂长因公殉职。 | false",
        "船厂因故停工。 | false"
      })
  void aSentenceGivesAReasonAndNotItsSource(String sentence, boolean reason) {
    AskWords words = new AskWords(Lexicon.shipped());

    assertThat(!words.answers(AskedKind.WHY, AskWords.plain(sentence)).isEmpty()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"asked, why, no role is called asked", "asks, reason, no kind is called reason"})
  void aRowThatNamesWhatThereIsNotIsToldByItsFileAndLine(String role, String kind, String told) {
    LexiconFile english =
        LexiconFile.parse(
            "en/ask-words.tsv", "# words\nwhen\tasks\tdate\nwhy\t%s\t%s\n".formatted(role, kind));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AskWords(CHINESE, english))
        .withMessage("en/ask-words.tsv line 3: " + told);
  }
}
