package dev.assay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.brief.BriefSentence;
import dev.assay.brief.CheckedNumber;
import dev.assay.brief.Doubt;
import dev.assay.check.NumberVerdict;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SaidPieceTest {

  private static List<String> doubted(
      String text, List<CheckedNumber> numbers, List<String> openNames, Doubt... doubts) {
    Citation cited = new Citation(new ArticleId(1), 1, new Span(0, 1));
    return SaidPiece.of(
            new BriefSentence(text, List.of(cited), numbers, openNames, List.of(doubts)))
        .stream()
        .filter(SaidPiece::doubted)
        .map(SaidPiece::text)
        .toList();
  }

  @Test
  void marksTheWordsThatAreNotConfirmedAndNoOthers() {
    assertThat(
            doubted(
                "Output rose at Harrow and arose at Stenby.",
                List.of(),
                List.of("Stenby"),
                new Doubt(Doubt.Kind.MISPLACED, "rose")))
        .containsExactly("rose", "Stenby");
    assertThat(doubted("去年产量上升。", List.of(), List.of(), new Doubt(Doubt.Kind.MISPLACED, "上升")))
        .containsExactly("上升");
  }

  @Test
  void marksANumberWithItsCheck() {
    CheckedNumber number = new CheckedNumber(new Span(4, 6), null, NumberVerdict.EXACT, null);
    assertThat(
            doubted(
                "The 41 mines closed.",
                List.of(number),
                List.of(),
                new Doubt(Doubt.Kind.MISPLACED, "41 mines")))
        .containsExactly("41", " mines");
  }

  @Test
  void marksNothingForWordsThatOnlyTheLinesHaveNorForWhoLetItPass() {
    assertThat(
            doubted(
                "The mine by the river lin opens.",
                List.of(),
                List.of(),
                new Doubt(Doubt.Kind.HEDGE, "may"),
                new Doubt(Doubt.Kind.LET_PASS, "lin")))
        .isEmpty();
  }

  /// The words of a doubt about a word left out are those of the lines: here they mean something
  /// else.
  @Test
  void marksNoWordOfTheSentenceForOneThatItLeftOut() {
    assertThat(doubted("将军称产量上升。", List.of(), List.of(), new Doubt(Doubt.Kind.HEDGE, "将")))
        .isEmpty();
    assertThat(
            doubted(
                "The mine may open and the union said so.",
                List.of(),
                List.of(),
                new Doubt(Doubt.Kind.HEDGE, "may"),
                new Doubt(Doubt.Kind.SPEAKER, "said")))
        .isEmpty();
  }
}
