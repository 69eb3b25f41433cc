package dev.assay.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.Property;
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

  /// 同 before a name mostly means *the same*: by that alone the firm is hardly a name.
  @Test
  void aFigureMayBeOfWhatIsHardlyAName() {
    Article article =
        EvalArticles.article(
            "notice",
            Language.ZH_HANS,
            "",
            "股票行情快报：同岭环保（003027）8月2日主力资金净卖出196.69万元截至2023年8月2日收盘，同岭环保(003027)报收于19.99元，下跌1.24%，换手率3.09%。");

    Analysis analysis = Analyses.trusting(article);

    assertThat(analysis.tags()).isEmpty();
    assertThat(analysis.claims())
        .filteredOn(claim -> claim.property() == Property.PRICE)
        .extracting(claim -> claim.entity().words())
        .containsExactly("同岭环保");
  }
}
