package dev.assay.brief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Claim;
import dev.assay.analyze.Claim.Stance;
import dev.assay.analyze.ClaimReader;
import dev.assay.analyze.QuantityExtractor;
import dev.assay.analyze.TagMatcher;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.check.Checker;
import dev.assay.cite.Span;
import dev.assay.lexicon.Names;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyFiguresTest {

  private static final Names NAMES = Names.load();
  private static final QuantityExtractor NUMBERS = new QuantityExtractor();
  private static final ClaimReader CLAIMS = new ClaimReader(NUMBERS);
  private static final KeyFigures FIGURES = new KeyFigures(new Checker(NUMBERS, NAMES), NAMES);

  private static final Article CHINESE =
      EvalArticles.article(
          "zh",
          Language.ZH_HANS,
          "越南产量下降，巴西储量居前",
          """
          越南的产量为600吨，部分工厂停产待料。
          巴西的稀土储量为2100万吨，远高于邻国。
          沙坡村的产量为300吨，规模不大。
          """);

  private static final Article ENGLISH =
      EvalArticles.article(
          "en",
          Language.EN,
          "Brazil has the ore",
          """
          Brazil's rare earth reserves are 21 million tonnes, far more than those of its neighbours.
          Japan's rare earth imports were $900 million, and the old works made 40 tonnes.
          """);

  private static Brief brief(Article article) {
    List<Claim> claims = CLAIMS.read(article, new TagMatcher(NAMES).match(article));
    return FIGURES.add(ExtractiveBriefs.of(article), article, claims);
  }

  private static List<String> told(Article article) {
    return brief(article).keyFigures().stream()
        .map(
            figure ->
                "%s = %s (%s) [%d]"
                    .formatted(
                        figure.about(),
                        figure.value(),
                        figure.written(),
                        figure.citation().paragraph()))
        .toList();
  }

  @Test
  void tellsAReaderOfEnglishTheFiguresOfAChineseArticle() {
    assertThat(told(CHINESE))
        .contains("Brazil, rare earth reserves = 21 million t (2100万吨) [2]")
        .noneMatch(line -> line.contains("沙坡村,"));
  }

  @Test
  void tellsAReaderOfChineseTheFiguresOfAnEnglishArticle() {
    assertThat(told(ENGLISH))
        .contains("巴西，稀土储量 = 2100万吨 (21 million tonnes) [1]", "日本，稀土进口额 = 9亿美元 ($900 million) [2]");
  }

  @Test
  void leavesOutWhatItsClauseDoesNotSayOrTakesBack() {
    assertThat(
            told(
                article(
                    Language.ZH_HANS,
                    "巴西地广人稀，稀土储量为2100万吨。\n巴西计划把稀土储量增至2100万吨。\n巴西的储量为2100万吨，居世界前列。\n巴西的稀土储量够用42天，不必担心。")))
        .isEmpty();
    assertThat(
            told(
                article(
                    Language.EN,
                    "Brazil is large, and rare earth reserves of 21 million tonnes were found there.\nBrazil could have rare earth reserves of 21 million tonnes.\nBrazil's reserves are 21 million tonnes, more than those of its neighbours.\nBrazil's rare earth reserves last for 42 days of output.")))
        .isEmpty();
  }

  @Test
  void leavesOutAFigureThatAWordOfItsPhraseNarrows() {
    assertThat(
            told(
                article(
                    Language.ZH_HANS,
                    "部分巴西稀土储量为2100万吨。\n巴西的稀土储量已从2010年的800万吨增至2100万吨。\n今年4月和5月巴西稀土出口额为9亿美元。")))
        .isEmpty();
    assertThat(
            told(
                article(
                    Language.EN,
                    "South Brazil's rare earth reserves are 21 million tonnes.\nBrazil accounts for 20% of global rare earth output needed for magnets.\nBrazil's rare earth exports were $900 million from 2021 to 2022.\nBrazil's rare earth exports were $900 million in the first six months.")))
        .isEmpty();
  }

  @Test
  void keepsAFigureWhosePhraseIsAllTold() {
    assertThat(told(article(Language.ZH_HANS, "巴西的稀土产量占全球的20%。")))
        .containsExactly("Brazil, share of world rare earth output = 20% (20%) [1]");
    assertThat(told(article(Language.EN, "Brazil accounts for 20% of global rare earth output.")))
        .containsExactly("巴西，全球稀土产量占比 = 20% (20%) [1]");
  }

  private static Article article(Language language, String text) {
    return EvalArticles.article("figures", language, "Ore", text);
  }

  @Test
  void citesTheArticlesOwnWords() {
    for (Article article : List.of(CHINESE, ENGLISH)) {
      assertThat(brief(article).keyFigures())
          .isNotEmpty()
          .allSatisfy(
              figure ->
                  assertThat(
                          figure
                              .citation()
                              .span()
                              .in(article.paragraph(figure.citation().paragraph()).text())
                              .strip())
                      .isEqualTo(figure.written()));
    }
  }

  @Test
  void showsThemOnlyToReadersOfAnotherLanguage() {
    assertThat(brief(CHINESE).keyFiguresFor(Language.EN)).isNotEmpty();
    assertThat(brief(CHINESE).keyFiguresFor(Language.ZH_HANS)).isEmpty();
    assertThat(brief(CHINESE).keyFiguresFor(Language.ZH_HANT)).isEmpty();
    assertThat(brief(ENGLISH).keyFiguresFor(Language.EN)).isEmpty();
    assertThat(brief(ENGLISH).keyFiguresFor(Language.ZH_HANT)).isNotEmpty();
  }

  @Test
  void leavesOutAFigureThatItsParagraphDoesNotCarry() {
    Claim claim =
        CLAIMS.read(CHINESE, new TagMatcher(NAMES).match(CHINESE)).stream()
            .filter(found -> found.paragraph() == 2)
            .findFirst()
            .orElseThrow();
    Claim elsewhere =
        new Claim(
            claim.entity(),
            claim.property(),
            claim.of(),
            null,
            claim.value(),
            3,
            new Span(0, 10),
            null,
            Stance.ASSERTED);
    Brief brief = ExtractiveBriefs.of(CHINESE);
    assertThat(FIGURES.add(brief, CHINESE, List.of(claim)).keyFigures()).hasSize(1);
    assertThat(FIGURES.add(brief, CHINESE, List.of(elsewhere)).keyFigures()).isEmpty();
  }

  @Test
  void standInTheStoredFormAndMayBeMissingFromAnOlderOne() {
    Brief brief = brief(CHINESE);
    String json = BriefJson.write(brief);
    assertThat(BriefJson.read(json)).isEqualTo(brief);
    String older = json.replaceFirst(",\"keyFigures\":\\[.*]", "");
    assertThat(older).doesNotContain("keyFigures");
    assertThat(BriefJson.read(older)).isEqualTo(brief.with(List.of()));
  }
}
