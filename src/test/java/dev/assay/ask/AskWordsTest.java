package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.lexicon.LexiconFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of a table of words that cannot be read.
class AskWordsTest {

  private static final LexiconFile CHINESE =
      LexiconFile.parse("zh/ask-words.tsv", "为什么 为何\tasks\twhy\n");

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
