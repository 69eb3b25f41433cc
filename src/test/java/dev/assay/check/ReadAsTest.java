package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadAsTest {

  private static final Checker CHECKER = Checker.of(Lexicon.shipped());

  private static List<String> read(String sentence, Language reader) {
    return CHECKER.check(sentence, List.of(""), reader).numbers().stream()
        .map(number -> number.readAs().say(reader))
        .toList();
  }

  @Test
  void saysInEnglishWhatAChineseNumberWasReadAs() {
    assertThat(read("出口约54万吨，价值85亿美元，占近三成，每公斤569元，居全球第二，上调25个百分点，10月20日比分3:1，逾30人。", Language.EN))
        .containsExactly(
            "about 540,000 tonnes",
            "8,500,000,000 US dollars, ±50,000,000",
            "nearly 30 per cent",
            "569 Chinese yuan per kilogram",
            "no. 2",
            "25 percentage points",
            "10-20",
            "3:1",
            "more than 30");
  }

  @Test
  void saysInChineseWhatAnEnglishNumberWasReadAs() {
    assertThat(
            read(
                "It sold 5,000 to 8,000 tonnes at $110 per kilogram in the fourth quarter of 2025, up 2.5 times.",
                Language.ZH_HANS))
        .containsExactly("5,000至8,000吨", "110美元/千克", "2025-Q4", "2.5倍");
    assertThat(read("It cost 3 million yuan.", Language.ZH_HANT))
        .containsExactly("3,000,000 人民幣，±500,000");
  }
}
