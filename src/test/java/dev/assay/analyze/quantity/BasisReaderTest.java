package dev.assay.analyze.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cite.Span;
import dev.assay.lexicon.Folding;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BasisReaderTest {

  private static final String RISE = "升幅5%，";

  private static Basis last(String text, List<Span> places) {
    BasisReader reader = new BasisReader(Lexicon.shipped());
    return reader.read(Folding.letters(text), places, places.size() - 1);
  }

  @Test
  void takesOverWhatTheNumberBeforeIsMeasuredAgainst() {
    String text = "储备同比增加6亿美元，升幅5%。";
    int rise = text.indexOf("5%");
    List<Span> places = List.of(new Span(6, 10), new Span(rise, rise + 2));

    assertThat(last(text, places).against()).isEqualTo("year");
  }

  @Test
  void endsOnATextThatIsAllRises() {
    int count = 20_000;
    List<Span> places =
        IntStream.range(0, count)
            .mapToObj(i -> new Span(i * RISE.length() + 2, i * RISE.length() + 4))
            .toList();

    assertThat(last(RISE.repeat(count), places)).isEqualTo(Basis.NONE);
  }

  @Test
  void tellsByHowMuchAndToWhatNumbersChanged() {
    String text = "The fare rose by 2 yuan to 5 yuan from 3 yuan.";
    List<Span> places = List.of(new Span(17, 23), new Span(27, 33), new Span(39, 45));
    BasisReader reader = new BasisReader(Lexicon.shipped());
    char[] folded = Folding.letters(text);
    assertThat(IntStream.range(0, 3).mapToObj(at -> reader.read(folded, places, at).sides()))
        .containsExactly(Map.of("move", "by"), Map.of("move", "to"), Map.of("move", "from"));
  }

  @Test
  void takesARateForOneOnlyWhereItIsAWord() {
    assertThat(last("Floor space fell to 5 acres.", List.of(new Span(20, 27))).sides())
        .containsExactly(Map.entry("move", "to"));
    assertThat(last("The pace of it fell to 5 acres.", List.of(new Span(23, 30))).sides())
        .isEmpty();
  }

  @Test
  void readsNumbersThatOverlap() {
    String text = "It rose to 3 of 4.";
    List<Span> places = List.of(new Span(11, 17), new Span(11, 12), new Span(16, 17));
    assertThat(last(text, places)).isEqualTo(Basis.NONE);
  }
}
