package dev.assay.brief.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.Analysis;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefJson;
import dev.assay.brief.extract.EvalArticles;
import dev.assay.brief.extract.ExtractiveBriefs;
import dev.assay.check.Checker;
import dev.assay.cite.Span;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is told of claims. They are written down here, so that what is told of them does not change
/// with how well they are read; each is given by its thing, property, scope and figure, and stands
/// where its figure stands in the text.
class KeyFiguresTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
  private static final KeyFigures FIGURES = new KeyFigures(new Checker(NUMBERS, NAMES), NAMES);

  private static final Thing BRAZIL = new Thing("country:BR", "巴西");
  private static final Part RARE_EARTHS = material("material:rare-earths", "稀土");

  /// A claim of a text: what it says beside the figure, and the figure's words.
  private record Said(
      Thing entity, Property property, List<Part> of, String figure, String time, double trust) {

    Said at(String words) {
      return new Said(entity, property, of, figure, words, trust);
    }

    Said trusted(double much) {
      return new Said(entity, property, of, figure, time, much);
    }
  }

  private static Said said(Thing entity, Property property, String figure, Part... of) {
    return new Said(entity, property, Arrays.asList(of), figure, "", 1);
  }

  private static Thing thing(@Nullable String id, String words) {
    return new Thing(id, words);
  }

  private static Part material(String id, String words) {
    return new Part(Facet.MATERIAL, id, words);
  }

  private static Part measure(String id, String words) {
    return new Part(Facet.MEASURE, id, words);
  }

  private static Part other(String words) {
    return new Part(Facet.OTHER, null, words);
  }

  private static Analysis analysis(String text, Said... said) {
    Language language = LanguageDetector.detect(text, Language.EN);
    Article article = EvalArticles.article("figures", language, "Ore", text);
    Analysis read = Analyses.of(article);
    List<Claim> claims = Arrays.stream(said).map(one -> claim(one, read)).toList();
    return new Analysis(article, read.paragraphs(), read.tags(), claims);
  }

  private static Claim claim(Said said, Analysis read) {
    for (TextReading paragraph : read.paragraphs()) {
      for (Quantity quantity : paragraph.numbers().quantities()) {
        if (quantity.span().in(paragraph.text()).equals(said.figure())) {
          return claim(said, paragraph, quantity);
        }
      }
    }
    throw new IllegalArgumentException("no figure " + said.figure());
  }

  private static Claim claim(Said said, TextReading paragraph, Quantity quantity) {
    Span sentence =
        paragraph.sentences().stream()
            .filter(one -> one.contains(quantity.span()))
            .findFirst()
            .orElseThrow();
    TimeExpression time =
        paragraph.numbers().times().stream()
            .filter(one -> one.span().in(paragraph.text()).equals(said.time()))
            .findFirst()
            .orElse(null);
    return new Claim(
        said.entity(),
        said.property(),
        said.of(),
        time,
        new Claim.Value.Figure(quantity),
        paragraph.paragraph(),
        sentence,
        null,
        Stance.ASSERTED,
        new Claim.Reading(said.trust(), null));
  }

  private static Brief brief(Analysis analysis) {
    return FIGURES.add(ExtractiveBriefs.of(analysis), analysis);
  }

  /// What is told of the claims of `text`, a paragraph a line.
  private static List<String> told(String text, Said... said) {
    return brief(analysis(text, said)).keyFigures().stream()
        .map(figure -> figure.about() + ": " + figure.value())
        .toList();
  }

  @Test
  void tellsAReaderOfTheOtherLanguageWhoseFigureItIsAndOfWhat() {
    assertThat(
            told("巴西的稀土储量为2100万吨，远高于邻国。", said(BRAZIL, Property.RESERVES, "2100万吨", RARE_EARTHS)))
        .containsExactly("Brazil, rare earth reserves: 21 million t");
    assertThat(
            told(
                "Brazil's rare earth reserves are 21 million tonnes, far more than those of others.",
                said(
                    thing("country:BR", "Brazil"),
                    Property.RESERVES,
                    "21 million tonnes",
                    material("material:rare-earths", "rare earth"))))
        .containsExactly("巴西，稀土储量: 2100万吨");
  }

  @Test
  void leavesANameThatHasNoLabelAsItIsWritten() {
    assertThat(
            told(
                "Halvorsen Mining said its revenue was $90 million in 2023.",
                said(thing(null, "Halvorsen Mining"), Property.REVENUE, "$90 million").at("2023")))
        .containsExactly("Halvorsen Mining，收入，2023年: 9000万美元");
    assertThat(
            told(
                "受访企业的投资为3亿元。\n那家不愿具名的机构投资2亿元。",
                said(thing(null, "受访企业"), Property.INVESTMENT, "3亿元"),
                said(thing(null, "不愿具名的机构"), Property.INVESTMENT, "2亿元")))
        .isEmpty();
  }

  @Test
  void saysACommonNounInTheReadersLanguage() {
    assertThat(told("半导体企业去年的营收为90亿元。", said(thing(null, "半导体企业"), Property.REVENUE, "90亿元")))
        .containsExactly("semiconductor companies, revenue: 9 billion Chinese yuan");
    assertThat(
            told(
                "Texas created 275,000 jobs.",
                said(thing("state:texas", "Texas"), Property.COUNT, "275,000", other("jobs"))))
        .containsExactly("得克萨斯州，就业岗位数目: 27.5万");
    assertThat(
            told(
                "Texas counted 275,000 dewdrops.",
                said(thing("state:texas", "Texas"), Property.COUNT, "275,000", other("dewdrops"))))
        .isEmpty();
  }

  @Test
  void tellsNoShareRiseOrCountOfNobodyKnowsWhat() {
    Thing china = thing("country:CN", "中国");
    assertThat(
            told(
                "中国占20%。\n中国增长6%。\n中国有42个。\n中国的关税为15%。",
                said(china, Property.SHARE, "20%"),
                said(china, Property.CHANGE, "6%"),
                said(china, Property.COUNT, "42个"),
                said(china, Property.TARIFF, "15%")))
        .isEmpty();
    assertThat(
            told(
                "China accounts for 20%.\nChina rose 6%.",
                said(thing("country:CN", "China"), Property.SHARE, "20%"),
                said(thing("country:CN", "China"), Property.CHANGE, "6%")))
        .isEmpty();
  }

  @Test
  void leavesOutWhatItsClauseNarrowsOrTakesBack() {
    Part rareEarths = material("material:rare-earths", "rare earth");
    Thing brazil = thing("country:BR", "Brazil");
    assertThat(told("巴西沿海盆地的稀土储量为2100万吨。", said(BRAZIL, Property.RESERVES, "2100万吨", RARE_EARTHS)))
        .isEmpty();
    assertThat(told("巴西的稀土储量可能为2100万吨。", said(BRAZIL, Property.RESERVES, "2100万吨", RARE_EARTHS)))
        .isEmpty();
    assertThat(
            told(
                "Brazil's coastal rare earth reserves are 21 million tonnes.",
                said(brazil, Property.RESERVES, "21 million tonnes", rareEarths)))
        .isEmpty();
    assertThat(
            told(
                "Thirty years ago, Brazil had rare earth reserves of 21 million tonnes.",
                said(brazil, Property.RESERVES, "21 million tonnes", rareEarths)))
        .isEmpty();
  }

  @Test
  void tellsThatSomethingIsNotSoYet() {
    assertThat(
            told(
                "巴西承诺今年采购200万吨大豆。",
                said(BRAZIL, Property.IMPORTS, "200万吨", material("product:soybeans", "大豆"))))
        .containsExactly("Brazil, soybean imports, planned: 2 million t");
    assertThat(
            told(
                "Samsung agreed to invest $3 billion in Texas.",
                said(
                    thing("company:samsung", "Samsung"),
                    Property.INVESTMENT,
                    "$3 billion",
                    new Part(Facet.COUNTERPART, "state:texas", "Texas"))))
        .containsExactly("三星电子，对得克萨斯州投资，计划中: 30亿美元");
  }

  @Test
  void tellsAgainstWhatSomethingRoseAndInHowLongSoMuchIs() {
    assertThat(
            told(
                "巴西9月份的稀土出口同比增长12%。",
                said(BRAZIL, Property.CHANGE, "12%", RARE_EARTHS, measure("exports", "出口"))
                    .at("9月份")))
        .containsExactly("Brazil, rare earth exports, year on year, September: up 12%");
    assertThat(
            told(
                "Brazil produces 900 tonnes of rare earths a day.",
                said(
                    thing("country:BR", "Brazil"),
                    Property.PRODUCTION,
                    "900 tonnes",
                    material("material:rare-earths", "rare earths"))))
        .containsExactly("巴西，稀土产量，每天: 900吨");
  }

  @Test
  void tellsATimeOnlyWithTheFigureThatItBelongsTo() {
    Part imports = measure("imports", "进口");
    Part china = new Part(Facet.COUNTERPART, "country:CN", "中国");
    Thing japan = thing("country:JP", "日本");
    assertThat(
            told(
                "2020年，日本对中国稀土的进口依赖度为58%。",
                said(japan, Property.IMPORT_RELIANCE, "58%", RARE_EARTHS, imports, china)
                    .at("2020年")))
        .containsExactly("Japan, import reliance, rare earths from China, 2020: 58%");
    assertThat(
            told(
                "日本对中国稀土的进口依赖度从2010年的90%降至60%。",
                said(japan, Property.IMPORT_RELIANCE, "60%", RARE_EARTHS, imports, china)
                    .at("2010年")))
        .isEmpty();
    assertThat(
            told(
                "In the first quarter of 2024, Lynas made progress, and its revenue was A$460 million.",
                said(thing("company:lynas", "Lynas"), Property.REVENUE, "A$460 million")))
        .containsExactly("莱纳斯稀土，收入，2024年第一季度: 4.6亿澳大利亚元");
  }

  @Test
  void tellsNoDayThatIsOnlyTheDayOfTheText() {
    assertThat(
            told(
                "Today, Samsung invested $3 billion.",
                said(thing("company:samsung", "Samsung"), Property.INVESTMENT, "$3 billion")
                    .at("Today")))
        .containsExactly("三星电子，投资: 30亿美元");
  }

  @Test
  void tellsNeitherOfTwoFiguresThatNothingTellsApart() {
    assertThat(
            told(
                "巴西的稀土储量为2100万吨。\n巴西的稀土储量为1900万吨。",
                said(BRAZIL, Property.RESERVES, "2100万吨", RARE_EARTHS),
                said(BRAZIL, Property.RESERVES, "1900万吨", RARE_EARTHS)))
        .isEmpty();
  }

  @Test
  void tellsNothingThatIsNotTrustedEnough() {
    Said reserves = said(BRAZIL, Property.RESERVES, "2100万吨", RARE_EARTHS);
    assertThat(told("巴西的稀土储量为2100万吨。", reserves.trusted(0.5))).isEmpty();
    assertThat(told("巴西的稀土储量为2100万吨。", reserves.trusted(0.95))).hasSize(1);
  }

  @Test
  void leavesOutAFigureThatItsParagraphDoesNotCarry() {
    Analysis analysis =
        analysis(
            "巴西的稀土储量为2100万吨。\n越南的稀土储量为2200万吨。",
            said(BRAZIL, Property.RESERVES, "2100万吨", RARE_EARTHS));
    Claim claim = analysis.claims().getFirst();
    Claim elsewhere =
        new Claim(
            claim.entity(),
            claim.property(),
            claim.of(),
            null,
            claim.value(),
            2,
            claim.sentence(),
            null,
            Stance.ASSERTED);
    Analysis wrong =
        new Analysis(
            analysis.article(), analysis.paragraphs(), analysis.tags(), List.of(elsewhere));
    assertThat(brief(analysis).keyFigures()).hasSize(1);
    assertThat(brief(wrong).keyFigures()).isEmpty();
  }

  @Test
  void citesTheArticlesOwnWordsAndKeepsTheirSentence() {
    Analysis analysis =
        analysis(
            "新的勘探已经结束。巴西的稀土储量为2100万吨。", said(BRAZIL, Property.RESERVES, "2100万吨", RARE_EARTHS));
    assertThat(brief(analysis).keyFigures())
        .singleElement()
        .satisfies(
            figure -> {
              assertThat(figure.written()).isEqualTo("2100万吨");
              assertThat(figure.sentence()).isEqualTo("巴西的稀土储量为2100万吨。");
              assertThat(figure.citation().span().in(analysis.paragraph(1).text()))
                  .isEqualTo(figure.written());
            });
  }

  @Test
  void showsThemOnlyToReadersOfAnotherLanguage() {
    Brief brief =
        brief(analysis("巴西的稀土储量为2100万吨。", said(BRAZIL, Property.RESERVES, "2100万吨", RARE_EARTHS)));
    assertThat(brief.keyFiguresFor(Language.EN)).isNotEmpty();
    assertThat(brief.keyFiguresFor(Language.ZH_HANS)).isEmpty();
    assertThat(brief.keyFiguresFor(Language.ZH_HANT)).isEmpty();
  }

  @Test
  void standInTheStoredFormAndMayBeMissingFromAnOlderOne() {
    Brief brief =
        brief(analysis("巴西的稀土储量为2100万吨。", said(BRAZIL, Property.RESERVES, "2100万吨", RARE_EARTHS)));
    String json = BriefJson.write(brief);
    assertThat(BriefJson.read(json)).isEqualTo(brief);
    String withoutSentence = json.replaceFirst(",\"sentence\":\"[^\"]*\"", "");
    assertThat(withoutSentence).isNotEqualTo(json);
    assertThat(BriefJson.read(withoutSentence).keyFigures().getFirst().source())
        .isEqualTo("2100万吨");
    String older = json.replaceFirst(",\"keyFigures\":\\[.*]", "");
    assertThat(BriefJson.read(older)).isEqualTo(brief.with(List.of()));
  }

  @Test
  void tellsTheClaimsThatAreReadInAnArticle() {
    Article article =
        EvalArticles.article(
            "en", Language.EN, "Ore", "China refines 76 percent of the world's cobalt.");
    Analysis analysis = Analyses.trusting(article);
    assertThat(analysis.claims()).isNotEmpty();
    assertThat(brief(analysis).keyFigures().size()).isLessThanOrEqualTo(analysis.claims().size());
  }
}
