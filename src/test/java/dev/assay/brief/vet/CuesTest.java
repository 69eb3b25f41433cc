package dev.assay.brief.vet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.lexicon.Lexicon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CuesTest {

  private static final Cues CUES = new Cues(Lexicon.shipped());

  @ParameterizedTest
  @CsvSource({
    "the ferry approached the quay, approached, true",
    "the approach to the quay was closed, approached, false",
    "an island emerged from the sea, emerged, true",
    "the captain called an emergency, emerged, false",
    "the two ports competed, competed, true",
    "a competent captain, competed, false",
    "the board continued the talks, persisted, true",
    "ships of the continuum line, persisted, false",
    "渡轮票价升至历史新高, most, true",
    "沿港打造创新高地, most, false"
  })
  void findsAWordAndNoneThatBeginsOrContainsIt(String text, String kind, boolean found) {
    assertThat(
            CUES.in(text, new CutText(text)).stream().anyMatch(cue -> cue.is(new Cue.Kind(kind))))
        .isEqualTo(found);
  }
}
