package dev.assay.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cite.Span;
import dev.assay.index.lucene.LuceneIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Where the terms of a question stand in a text.
final class AskedTermsTest {

  /// The terms of `question` that stand in `text`, as the question has them.
  private static List<String> standing(String question, String text) {
    try (LuceneIndex index = LuceneIndex.openInMemory()) {
      AskedTerms terms = new Search(index, _ -> Map.of(), () -> Instant.EPOCH).terms(question);
      double[] degrees = terms.in(text).within(new Span(0, text.length())).degrees();
      List<String> standing = new ArrayList<>();
      for (int i = 0; i < degrees.length; i++) {
        if (degrees[i] >= 0.5) {
          standing.add(terms.terms().get(i).text());
        }
      }
      return standing;
    }
  }

  @Test
  void findsOtherFormsOfAWord() {
    assertThat(standing("Why did the ferry fail?", "The ferry's failure was a matter of salt."))
        .containsExactly("ferry", "fail");
    assertThat(standing("Who won the regatta?", "She hopes to win the regatta."))
        .containsExactly("won", "regatta");
    assertThat(standing("Are any posts vacant?", "Eight vacancies are open.")).contains("vacant");
    assertThat(standing("Why has the ferry failed?", "The failure of the ferry."))
        .containsExactly("ferry", "failed");
    assertThat(standing("Who won the regatta?", "The winding river.")).isEmpty();
  }

  @Test
  void findsChineseWordsThatMeanTheSame() {
    assertThat(standing("新规何时施行？", "新规自五月起实施。")).contains("施行");
    assertThat(standing("新规何时施行？", "新规尚在讨论。")).doesNotContain("施行");
  }

  @Test
  void takesANameThatNoListHasForOneWord() {
    assertThat(standing("澜溪水库为何限水？", "澜溪水库见底。")).contains("澜溪");
    assertThat(standing("澜溪水库为何限水？", "波澜不惊的小溪边有个水库。")).doesNotContain("澜", "溪", "澜溪");
  }
}
