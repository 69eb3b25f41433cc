package dev.assay.analyze.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CandidatePoolTest {

  private static final TagMatcher MATCHER = new TagMatcher(Names.load(Lexicon.shipped()));

  private static Article article(String id, String... texts) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (String text : texts) {
      paragraphs.add(new Paragraph(paragraphs.size() + 1, Paragraph.Kind.TEXT, text));
    }
    return new Article(
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
  }

  private static List<Candidate> candidates(Article... articles) {
    CandidatePool pool = new CandidatePool(Lexicon.shipped());
    for (Article article : articles) {
      pool.add(article, MATCHER.match(article));
    }
    return pool.best(20);
  }

  private static List<Candidate> candidates(String... texts) {
    return candidates(article("1", texts));
  }

  @Test
  void proposesCapitalisedRunsThatNoPackKnows() {
    assertThat(
            candidates(
                "Yesterday Tidewell Mining and the Bank of Nova Scotia met Lynas in Lynchburg.",
                "Dealers said that Tidewell Mining sells uranium; Dealers agreed on Monday."))
        .extracting(Candidate::name)
        .containsExactly("Tidewell Mining", "Bank of Nova Scotia", "Lynchburg");
  }

  @Test
  void leavesOutWordsThatTheArticlesWriteInSmallLettersToo() {
    assertThat(
            candidates(
                article("1", "Then the Nation signed an Executive Order in Lynchburg."),
                article("2", "A nation needs no order of an executive.")))
        .extracting(Candidate::name)
        .containsExactly("Lynchburg");
  }

  @Test
  void leavesOutHeadingsInCapitalsAndHalvesOfCompounds() {
    assertThat(
            candidates(
                "Great Opportunities For Investors In Mining", "He joined the Okafor-Bell team."))
        .extracting(Candidate::name)
        .containsExactly();
  }

  @Test
  void takesTheLastWordOfANameForTheName() {
    List<Candidate> found =
        candidates("Then Ngozi Okafor spoke. They thanked Okafor, and Okafor left.");

    assertThat(found).extracting(Candidate::name).containsExactly("Ngozi Okafor");
    assertThat(found.getFirst().places()).hasSize(3);
  }

  @Test
  void goesOnOverAndInTheNameOfABody() {
    assertThat(candidates("She wrote to the Ministry of Tides and Harbours on Monday."))
        .extracting(Candidate::name, Candidate::guess)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Ministry of Tides and Harbours", EntityType.ORGANISATION));
  }

  @Test
  void proposesChinesePeopleThatSpeakAndBodiesThatSayWhatTheyAre() {
    assertThat(candidates("王小明表示，莱纳斯不会离开，启明星矿业公司也不会。"))
        .extracting(Candidate::name)
        .contains("王小明")
        .doesNotContain("莱纳斯");
    assertThat(candidates("王小明表示，萊納斯不會離開。")).extracting(Candidate::name).contains("王小明");
  }

  @Test
  void takesNoPhraseForAChineseName() {
    assertThat(candidates("那是一场很多人都有的梦，两国也会这样看西方。")).isEmpty();
  }

  @Test
  void ranksWhatManyArticlesNameFirstAndSaysWhere() {
    List<Candidate> together =
        candidates(
            article("1", "He met Tidewell there and Cogema here and Cogema there."),
            article("2", "She left Tidewell last week."));
    assertThat(together).extracting(Candidate::name).containsExactly("Tidewell", "Cogema");
    assertThat(together.getFirst().articles()).isEqualTo(2);
    assertThat(together.getFirst().places().getFirst().span().start()).isEqualTo(7);
  }
}
