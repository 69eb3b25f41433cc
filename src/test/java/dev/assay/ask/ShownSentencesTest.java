package dev.assay.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.lexicon.Lexicon;
import dev.assay.search.AskedTerms;
import dev.assay.search.Search;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ShownSentencesTest {

  private static final AskWords WORDS = new AskWords(Lexicon.shipped());

  private static final Paragraph SAID =
      new Paragraph(
          1,
          Paragraph.Kind.TEXT,
          "Tin is refined in Meridian. A smelter burnt down in May. It was built again."
              + " The port counts the ingots.");

  private static List<CandidateSentence> sentences(String table) {
    Article article =
        new Article(
            new ArticleId(1),
            null,
            "Port Ellery Post",
            null,
            "Where tin is refined",
            List.of(),
            null,
            null,
            Instant.EPOCH,
            Language.EN,
            ArticleKind.NEWS,
            null,
            null,
            List.of(SAID, new Paragraph(2, Paragraph.Kind.TABLE, table)));
    try (LuceneIndex index = LuceneIndex.openInMemory()) {
      AskedTerms none = new Search(index, _ -> Map.of(), () -> Instant.EPOCH).terms("");
      AskedQuestion question =
          new AskedQuestion(
              "",
              false,
              AskedKind.OTHER,
              none,
              List.of(),
              Set.of(),
              Set.of(),
              List.of(),
              List.of(),
              -1,
              -1);
      return ReadArticle.of(question, article, 0).sentences();
    }
  }

  private static List<String> shown(List<CandidateSentence> all, int... chosen) {
    List<CandidateSentence> best = Arrays.stream(chosen).mapToObj(all::get).toList();
    return ShownSentences.of(best, SentenceChoice.MOST, WORDS).stream()
        .map(CandidateSentence::text)
        .toList();
  }

  @Test
  void aRowStandsBehindItsHeadAndTheHeadBehindWhatIsSaid() {
    List<CandidateSentence> all =
        sentences("Country │ Share\nMeridian │ 41%\nCarrow Islands │ 12%");

    assertThat(shown(all, 6, 0))
        .containsExactly("Tin is refined in Meridian.", "Country │ Share", "Carrow Islands │ 12%");
  }

  /// A head of years alone is no sentence, and the first row of figures is no head.
  @Test
  void aRowOfFiguresIsNotShownAsTheHeadOfAnother() {
    List<CandidateSentence> all =
        sentences("│ 2023 │ 2024\nSmelters of Meridian │ 41% │ 43%\nSmelters of Carrow │ 12% │ 9%");

    assertThat(shown(all, 5)).containsExactly("Smelters of Carrow │ 12% │ 9%");
  }

  @Test
  void nothingThatLeadsToAnotherIsShownWhereThatHasNoPlace() {
    List<CandidateSentence> all =
        sentences("Country │ Share\nMeridian │ 41%\nCarrow Islands │ 12%");

    assertThat(shown(all, 0, 1, 2, 3, 5))
        .containsExactly(
            "Tin is refined in Meridian.",
            "A smelter burnt down in May.",
            "It was built again.",
            "The port counts the ingots.");
    assertThat(ShownSentences.of(List.of(all.get(6), all.get(0)), 1, WORDS))
        .containsExactly(all.get(0));
    assertThat(ShownSentences.of(List.of(all.get(6)), 1, WORDS)).isEmpty();
  }
}
