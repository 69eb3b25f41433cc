package dev.assay.analyze.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SentencesTest {

  private static List<String> sentences(String text) {
    return Sentences.of(text).stream().map(span -> span.in(text)).toList();
  }

  @Test
  void cutsChineseAtFullStopsAndKeepsTheClosingQuote() {
    assertThat(sentences("他说：“分离最难。”产能要到2026年底才会出现！ 届时再看。"))
        .containsExactly("他说：“分离最难。”", "产能要到2026年底才会出现！", "届时再看。");
  }

  @Test
  void cutsTraditionalChineseAtCornerBrackets() {
    assertThat(sentences("業者說：「等不到原料。」訂單回流。")).containsExactly("業者說：「等不到原料。」", "訂單回流。");
  }

  @Test
  void cutsEnglishButNotAtAbbreviationsInitialsOrDecimals() {
    assertThat(
            sentences(
                "The U.S. imports 3.5 kt. Mr. J. Smith of Ore Inc. disagrees. \"Why?\" he asks."))
        .containsExactly(
            "The U.S. imports 3.5 kt.", "Mr. J. Smith of Ore Inc. disagrees.", "\"Why?\" he asks.");
  }

  @Test
  void takesARunOfInitialsForAName() {
    assertThat(
            sentences(
                "It was made by J.J. Halden and the Rev. A.M. Orr in Norfolk, Va. They met at the N.S.A. The film ran."))
        .containsExactly(
            "It was made by J.J. Halden and the Rev. A.M. Orr in Norfolk, Va.",
            "They met at the N.S.A.",
            "The film ran.");
    assertThat(
            sentences(
                "He moved to L.A. Police said 12 died. The rule of the E.P.A. Halden objects to it. I met J.J. Then he left."))
        .containsExactly(
            "He moved to L.A.",
            "Police said 12 died.",
            "The rule of the E.P.A.",
            "Halden objects to it.",
            "I met J.J.",
            "Then he left.");
  }

  @Test
  void endsASentenceAtAnAmount() {
    assertThat(sentences("Output reached 2.5 Mt. The company plans to expand."))
        .containsExactly("Output reached 2.5 Mt.", "The company plans to expand.");
  }

  @Test
  void endsASentenceAtAnAbbreviationIfTheNextWordsBeginOne() {
    assertThat(
            sentences("The ore went to the U.S. The buyer is Ore Inc. of Delaware, D.C. It paid."))
        .containsExactly(
            "The ore went to the U.S.", "The buyer is Ore Inc. of Delaware, D.C.", "It paid.");
  }

  @Test
  void readsTheItemsOfAListInOneLineAsSentences() {
    assertThat(
            sentences(
                "The order asks for a report on: -   Smelters in Carrow. - The mine opens in May. • Norland pays. It has 3 - 4 pits - Peru has none."))
        .containsExactly(
            "The order asks for a report on:",
            "Smelters in Carrow.",
            "The mine opens in May.",
            "Norland pays.",
            "It has 3 - 4 pits - Peru has none.");
    assertThat(sentences("方案要求： - 青禾矿业停产。 - 港口五月开工。 ● 运费下降"))
        .containsExactly("方案要求：", "青禾矿业停产。", "港口五月开工。", "运费下降");
  }

  @Test
  void givesNothingForATextOfSpaces() {
    assertThat(Sentences.of(" 　\n")).isEmpty();
  }
}
