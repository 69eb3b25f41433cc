package dev.assay.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CandidateFinderTest {

  private static final TagMatcher MATCHER = new TagMatcher(Names.load());
  private static final CandidateFinder FINDER = new CandidateFinder();

  private static List<Candidate> candidates(String id, String... texts) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String text : texts) {
      paragraphs.add(new Paragraph(paragraphs.size() + 1, Paragraph.Kind.TEXT, text));
    }
    Article article =
        new Article(
            new Identity.OfExternal("test", id).articleId(),
            null,
            "test",
            id,
            "A title",
            List.of(),
            null,
            null,
            Instant.EPOCH,
            Language.EN,
            ArticleKind.NEWS,
            null,
            null,
            paragraphs);
    return FINDER.find(article, MATCHER.match(article));
  }

  @Test
  void proposesCapitalisedRunsThatNoPackKnows() {
    assertThat(
            candidates(
                "1",
                "Yesterday Orano Mining and the Bank of Nova Scotia met Lynas in Lynchburg.",
                "Dealers said that Orano Mining sells uranium; Dealers agreed on Monday."))
        .extracting(Candidate::name)
        .containsExactly("Orano Mining", "Bank of Nova Scotia", "Lynchburg");
  }

  @Test
  void proposesWhatHanLpTakesForAName() {
    assertThat(candidates("2", "王小明在包头市青山区对记者说，莱纳斯不会离开。"))
        .extracting(Candidate::name)
        .contains("王小明")
        .doesNotContain("莱纳斯");
    assertThat(candidates("3", "王小明對記者說，萊納斯不會離開。")).extracting(Candidate::name).contains("王小明");
  }

  @Test
  void ranksWhatManyArticlesNameFirstAndSaysWhere() {
    List<Candidate> together =
        CandidateFinder.together(
            List.of(
                candidates("1", "He met Orano there and Cameco here and Cameco there."),
                candidates("2", "She left Orano last week.")),
            10);
    assertThat(together).extracting(Candidate::name).containsExactly("Orano", "Cameco");
    assertThat(together.getFirst().articles()).isEqualTo(2);
    assertThat(together.getFirst().places().getFirst().span().start()).isEqualTo(7);
  }
}
