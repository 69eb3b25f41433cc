package dev.assay.brief.vet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cite.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SurroundingsTest {

  /// What the line has in the place of the word; *nothing* if it does not have the place.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The ferry to Ostholm was put off on Monday.|Ostholm|The ferry to Norland was put off on Monday, Lund said.|Norland
          It is open in winter, the museum said.|open|It is not open in winter.|not open
          The council has approved the plan.|has approved|The council may approve the plan.|may approve
          前往东屿的渡轮周一停航。|东屿|据悉，前往北港的渡轮周一停航。|北港
          该馆冬季对外开放。|对外|该馆冬季不对外开放。|不对外
          The ferry to Ostholm was put off on Monday.|Ostholm|On Monday the bus was late.|nothing
          渡轮停航。|渡轮|周一前往北港的班车取消。|nothing
          """)
  void findsWhatStandsInThePlaceOfAWord(String text, String word, String line, String there) {
    int start = text.indexOf(word);
    String found =
        Surroundings.in(line, text, new Span(start, start + word.length()))
            .map(place -> line.substring(place.start(), place.end()))
            .orElse("nothing");
    assertThat(found.strip()).isEqualTo(there);
  }
}
