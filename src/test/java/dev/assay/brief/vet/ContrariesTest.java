package dev.assay.brief.vet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.brief.vet.Cue.Kind;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ContrariesTest {

  private static final Contraries CONTRARIES = new Contraries(Lexicon.shipped());

  @Test
  void areContrariesOfEachOtherWhicheverSideNamesIt() {
    assertThat(CONTRARIES.of(new Kind("up"))).containsExactly(new Kind("down"), new Kind("low"));
    assertThat(CONTRARIES.of(new Kind("easy"))).containsExactly(new Kind("hard"));
    assertThat(CONTRARIES.of(new Kind("hard"))).containsExactly(new Kind("easy"));
    assertThat(CONTRARIES.of(new Kind("said"))).isEmpty();
  }

  @Test
  void areAsGoodAsEachOtherWithTheSameContraries() {
    assertThat(CONTRARIES.asGood(new Kind("approved"))).contains(new Kind("allowed"));
    assertThat(CONTRARIES.asGood(new Kind("up")))
        .containsExactlyInAnyOrder(new Kind("up"), new Kind("high"));
  }

  @Test
  void haveWordsOfBothLanguages() {
    Set<Kind> said =
        Lexicon.shipped().table("vetting-cues.tsv").rows().stream()
            .filter(row -> !row.cell(1).isEmpty() && !row.cell(2).isEmpty())
            .map(LexiconFile.Row::cells)
            .map(cells -> new Kind(cells.getFirst()))
            .collect(Collectors.toSet());

    assertThat(said).containsAll(CONTRARIES.all().keySet());
  }

  /// A kind that nobody asks for is misspelt.
  @Test
  void areAllKindsOfTheTableButThoseThatTheProgramNames() {
    Set<Kind> kinds =
        Lexicon.shipped().table("vetting-cues.tsv").rows().stream()
            .map(row -> new Kind(row.cell(0)))
            .collect(Collectors.toSet());

    assertThat(kinds)
        .isEqualTo(
            Stream.concat(named().stream(), CONTRARIES.all().keySet().stream())
                .collect(Collectors.toSet()));
  }

  /// The constants of `Cue.Kind`.
  private static List<Kind> named() {
    return Arrays.stream(Kind.class.getDeclaredFields())
        .filter(field -> field.getType() == Kind.class)
        .map(ContrariesTest::value)
        .toList();
  }

  private static Kind value(Field constant) {
    try {
      return (Kind) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
