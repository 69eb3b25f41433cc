package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What titles are about, in two to four words.
final class TitlePhrasesTest {

  @Test
  void endInANoun() {
    assertThat(TitlePhrases.of(List.of("Ministers agree on a price floor", "")).getFirst().values())
        .contains("price floor");
    assertThat(TitlePhrases.of(List.of("商务部收紧出口许可")).getFirst().values())
        .anyMatch(phrase -> phrase.endsWith("出口许可"));
  }

  /// Alone, the title reads as if its first word were none.
  @Test
  void haveAWordForANounThatIsOneInOtherTitles() {
    String title = "port floor shows the harbour quota";
    assertThat(TitlePhrases.of(List.of(title)).getFirst().values()).doesNotContain("port floor");
    assertThat(
            TitlePhrases.of(
                    List.of(title, "the port opens again", "workers leave the port in the north"))
                .getFirst())
        .containsEntry("port floor", "port floor");
  }

  /// Five titles begin with it, three have it within.
  @Test
  void outweighNothingAtTheHeadsOfTheirOwnTitles() {
    List<String> titles = new ArrayList<>();
    for (String rest : List.of("quota", "wage", "tariff", "border", "fund")) {
      titles.add("smelter ceiling shows the harbour " + rest);
    }
    titles.add("workers leave the smelter in the north");
    titles.add("the owner of the smelter sells a quay");
    titles.add("a fire in the smelter of Wallen");
    assertThat(TitlePhrases.of(titles).subList(0, 5))
        .allSatisfy(phrases -> assertThat(phrases).containsValue("smelter ceiling"));
  }
}
