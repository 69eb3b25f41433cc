package dev.assay.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.Tag;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.extract.EvalArticles;
import org.junit.jupiter.api.Test;

class AnalyzerTest {

  /// Three thousand tonnes in German are three in English, and *Die Grube* is nobody's name.
  @Test
  void readsKnownNamesAloneInALanguageThatItDoesNotKnow() {
    Article article =
        EvalArticles.article(
            "grube",
            new Language("de"),
            "Lynas baut aus",
            "Die Grube Hallermund förderte 2023 nach Angaben von Lynas 3.000 Tonnen Erz.");

    Analysis analysis = Analyses.trusting(article);

    assertThat(analysis.tags()).extracting(Tag::entity).containsExactly("company:lynas");
    assertThat(analysis.paragraphs().getFirst().numbers().quantities()).isEmpty();
    assertThat(analysis.claims()).isEmpty();
  }
}
