package dev.assay.analyze.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cite.Span;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsOfTextTest {

  @Test
  void cutsAnEnglishSentenceIntoWordsWithTheirParts() {
    assertThat(words("Rio Tinto's long-term sales didn't rise in the U.S. by 3.5%."))
        .isEqualTo(
            "rio/NAME tinto/NAME 's/LINK long/ADJECTIVE -/SIGN term/NOUN sale/NOUN do/AUXILIARY"
                + " n't/PARTICLE ris/VERB in/PREPOSITION the/DETERMINER u.s./NAME by/PREPOSITION"
                + " 3.5/NUMBER %/SIGN ./SIGN");
  }

  @Test
  void cutsAChineseSentenceIntoWordsWithTheirParts() {
    assertThat(words("王毅在北京说，智利的铜产量增长了。"))
        .isEqualTo(
            "王毅/PERSON 在/PREPOSITION 北京/PLACE 说/VERB ，/SIGN 智利/PLACE 的/LINK 铜/NOUN 产量/NOUN"
                + " 增长/VERB 了/PARTICLE 。/SIGN");
  }

  @Test
  void readsTraditionalCharactersAsSimplifiedOnes() {
    assertThat(words("產量增長")).isEqualTo("产量/NOUN 增长/VERB");
  }

  @Test
  void formsOfOneVerbHaveOneBase() {
    assertThat(bases("It stopped, stops and is stopping."))
        .contains("stop stop")
        .doesNotContain("pp");
    assertThat(bases("Prices rose and have risen, rising.")).startsWith("price ris");
  }

  @Test
  void offsetsAreThoseOfTheWholeText() {
    String text = "One. Peru mines copper.";
    assertThat(WordCutter.of(text, new Span(5, text.length())).getFirst().in(text))
        .isEqualTo("Peru");
  }

  private static String words(String text) {
    return WordCutter.of(text, new Span(0, text.length())).stream()
        .map(word -> word.base() + "/" + word.part())
        .collect(Collectors.joining(" "));
  }

  private static String bases(String text) {
    return WordCutter.of(text, new Span(0, text.length())).stream()
        .filter(word -> word.part() == Word.Part.VERB || word.part() == Word.Part.NOUN)
        .map(Word::base)
        .collect(Collectors.joining(" "));
  }

  @Test
  void aRowOfNumbersOfAnyLengthIsOneWord() {
    assertThat(words("1" + ",1".repeat(1_900))).endsWith("/NUMBER").doesNotContain(" ");
  }
}
