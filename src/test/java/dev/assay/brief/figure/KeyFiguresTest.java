package dev.assay.brief.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.Analyses;
import dev.assay.analyze.Analysis;
import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Stance;
import dev.assay.analyze.quantity.QuantityExtractor;
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
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyFiguresTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
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
    Analysis analysis = Analyses.trusting(article);
    return FIGURES.add(ExtractiveBriefs.of(analysis), analysis);
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
                    "South Brazil's rare earth reserves are 21 million tonnes.\nBrazil accounts for 20% of global rare earth output needed for magnets.\nBrazil's rare earth exports were $900 million from 2021 to 2022.")))
        .isEmpty();
  }

  @Test
  void keepsAFigureWhosePhraseIsAllTold() {
    assertThat(told(article(Language.ZH_HANS, "巴西的稀土产量占全球的20%。")))
        .containsExactly("Brazil, share of world rare earth output = 20% (20%) [1]");
    assertThat(told(article(Language.EN, "Brazil accounts for 20% of global rare earth output.")))
        .containsExactly("巴西，全球稀土产量占比 = 20% (20%) [1]");
  }

  /// What is told of `text`, a paragraph a line, without the source's words and the citation.
  private static List<String> told(String text) {
    Language language = LanguageDetector.detect(text, Language.EN);
    return brief(article(language, text)).keyFigures().stream()
        .map(figure -> figure.about() + ": " + figure.value())
        .toList();
  }

  @Test
  void tellsHowTradeChangedAndAgainstWhat() {
    assertThat(told("9月份中国对欧盟的出口同比增长12%。"))
        .containsExactly("China, exports to European Union, year on year, September: up 12%");
    assertThat(
            told(
                "China's exports to the European Union rose 12 percent year on year in September."))
        .containsExactly("中国，对欧盟出口，同比，9月: 上升12%");
    assertThat(told("For example, Canada's exports to China fell $4 billion in 2019."))
        .containsExactly("加拿大，对中国出口，2019年: 下降40亿美元");
  }

  @Test
  void givesALaterFigureTheTimeAndTheOwnerThatOpenTheSentence() {
    assertThat(
            told(
                "In 2023, Chile exported US$20 billion of copper to China, but only US$2 billion to"
                    + " Japan."))
        .contains("智利，对中国铜出口额，2023年: 200亿美元");
    assertThat(told("北方稀土2024年一季报显示，公司营业收入90亿元，同比下降6%。"))
        .contains("China Northern Rare Earth, revenue, Q1 2024: 9 billion Chinese yuan");
    assertThat(told("Lynas posted revenue of A$460 million in 2023."))
        .containsExactly("莱纳斯稀土，收入，2023年: 4.6亿澳大利亚元");
  }

  @Test
  void readsAPronounForWhomTheSentenceBeforeIsAbout() {
    assertThat(told("巴西的稀土储量为2100万吨。该国的铜储量为1100万吨。"))
        .contains("Brazil, copper reserves: 11 million t");
    assertThat(told("该国的铜储量为1100万吨。")).isEmpty();
    assertThat(told("The country's copper reserves are 11 million tonnes.")).isEmpty();
  }

  @Test
  void tellsTheWordsThatNarrowAThingOrNothing() {
    assertThat(told("中国占全球天然石墨产量的70%。"))
        .containsExactly("China, share of world natural graphite output: 70%");
    assertThat(told("China accounts for 70% of global natural graphite output."))
        .containsExactly("中国，全球天然石墨产量占比: 70%");
    assertThat(told("中国占全球片状石墨产量的70%。\n中国拥有12艘核潜艇。")).isEmpty();
    assertThat(
            told(
                "China accounts for 70% of global flaky graphite output.\n"
                    + "China has 12 nuclear submarines."))
        .isEmpty();
  }

  @Test
  void tellsWhatIsTradedThoughTheClaimHasOnlyAnAmount() {
    assertThat(told("2024年，中国出口了120万辆电动汽车。"))
        .containsExactly("China, electric vehicle exports, 2024: 1.2 million");
    assertThat(told("In 2024, China imported $30 billion worth of semiconductors."))
        .containsExactly("中国，半导体进口额，2024年: 300亿美元");
  }

  @Test
  void tellsWhoLeadsInOneThing() {
    assertThat(told("智利是全球最大的铜生产国。")).containsExactly("Chile, rank in world copper output: No. 1");
    assertThat(told("China is the world's second-largest consumer of copper."))
        .containsExactly("中国，全球铜消费排名: 第2");
    assertThat(told("智利是全球最大的铜生产国之一。")).isEmpty();
    assertThat(told("Chile is the world's largest producer of copper, lithium and iodine."))
        .isEmpty();
  }

  @Test
  void tellsWhatIsMeasuredOfACountry() {
    assertThat(told("今年前三季度，四川地区生产总值同比增长5%。"))
        .containsExactly("Sichuan, GDP, year on year, this year, first three quarters: up 5%");
    assertThat(told("China increased its defence budget by 8 percent in 2023."))
        .containsExactly("中国，国防预算，2023年: 上升8%");
  }

  @Test
  void tellsTheKindOfATariff() {
    assertThat(told("自5月1日起，加拿大对原产于美国的进口商品加征15%的关税。"))
        .containsExactly("Canada, additional tariff on United States, 1 May: 15%");
    assertThat(told("India imposed a 15% retaliatory tariff on goods from the United States."))
        .containsExactly("印度，对美国反制关税: 15%");
  }

  @Test
  void tellsWhetherItIsSoYet() {
    assertThat(told("印度承诺今年采购200万吨大豆。"))
        .containsExactly("India, soybean imports, pledged, this year: 2 million t");
    assertThat(told("India agreed to buy 2 million tonnes of soybeans this year."))
        .containsExactly("印度，大豆进口量，承诺、今年: 200万吨");
  }

  @Test
  void quotesWhatMoneyIsGivenFor() {
    assertThat(told("苹果公司承诺投入3亿美元用于回收项目。"))
        .containsExactly("Apple Inc., investment, pledged, “用于回收项目”: $300 million");
    assertThat(told("The Department of Energy awarded $40 million to 12 battery plants."))
        .containsExactly("美国能源部，资金，“to 12 battery plants”: 4000万美元");
    assertThat(told("Samsung announced a $3 billion investment in Texas."))
        .containsExactly("三星电子，对得克萨斯州投资，宣布: 30亿美元");
    assertThat(
            told(
                "USAID provided $8 million for flood protection in these villages.\n"
                    + "USAID provided $8 million for dams, bridges and roads.\n"
                    + "Samsung announced a $3 billion investment in its Holland, Michigan plant."))
        .isEmpty();
  }

  @Test
  void tellsTheNewValueOnlyWithItsOwnTime() {
    assertThat(told("日本对中国稀土的依赖度从2010年的90%降至2020年的60%。"))
        .containsExactly("Japan, import reliance, rare earths on China, 2020: 60%");
    assertThat(told("日本对中国稀土的依赖度从2010年的90%降至60%。")).isEmpty();
    assertThat(
            told(
                "Japan's reliance on Chinese rare earths fell from 90 percent in 2010 to 60 percent."))
        .isEmpty();
  }

  @Test
  void leavesOutWhatACapSetsOrAnotherSideHas() {
    assertThat(told("石油价格上限为每桶60美元。")).isEmpty();
    assertThat(told("2023年，智利对中国出口铜200亿美元，对美国出口铜30亿美元。"))
        .noneMatch(figure -> figure.startsWith("United States"));
    assertThat(told("The oil price cap is $60 per barrel.")).isEmpty();
    assertThat(told("The oil price was $60 per barrel in May 2024."))
        .containsExactly("石油，价格，2024年5月: 60美元/桶");
  }

  @Test
  void leavesOutWhatASceneNarrowsOrWasLongAgo() {
    assertThat(told("在军用领域，中国占全球稀土产量的60%。")).isEmpty();
    assertThat(told("In the military sector, China accounts for 60% of global rare earth output."))
        .isEmpty();
    assertThat(told("America had 40 percent of global semiconductor output.")).isEmpty();
    assertThat(told("In 1990, America had 40 percent of global semiconductor output."))
        .containsExactly("美国，全球半导体产量占比，1990年: 40%");
    assertThat(told("8月3日消息，越南稀土产量为600吨。")).isEmpty();
    assertThat(
            told("Following a treaty signed in 2019, Vietnam's rare earth output was 600 tonnes."))
        .isEmpty();
    assertThat(told("China added 400 tonnes of cobalt to its stockpile in July.")).isEmpty();
  }

  @Test
  void leavesOutAShareOfWhatTheOwnerHasInAll() {
    assertThat(told("2021年，哥斯达黎加半导体出口额为5亿美元，占出口总额的20%。"))
        .containsExactly("Costa Rica, semiconductor exports, 2021: $500 million");
    assertThat(told("中国的镓产量为540吨，占全球总产量的98%。"))
        .contains("China, share of world gallium output: 98%");
    assertThat(
            told("In 2021, Costa Rica's semiconductor exports were $500 million, 20% of exports."))
        .noneMatch(figure -> figure.contains("20%"));
  }

  @Test
  void leavesOutWhatMayBeToTheOtherSideOfTheFigureBefore() {
    assertThat(
            told(
                "China's exports of copper to Japan were $90 million in 2022 and nickel exports $11"
                    + " million."))
        .noneMatch(figure -> figure.contains("镍"));
    assertThat(told("2022年，中国对日本铜出口额为9000万美元，镍出口额为1100万美元。"))
        .noneMatch(figure -> figure.contains("nickel"));
  }

  @Test
  void takesTheEndOfAPeriodForTheTimeOfWhatStandsOnly() {
    assertThat(told("截至9月，中国对欧盟的出口增长12%。")).isEmpty();
    assertThat(told("As of September, China's exports to the European Union rose 12 percent."))
        .isEmpty();
    assertThat(told("截至2020年，巴西的稀土储量为2100万吨。"))
        .containsExactly("Brazil, rare earth reserves, 2020: 21 million t");
    assertThat(told("As of 2020, Brazil's rare earth reserves were 21 million tonnes."))
        .containsExactly("巴西，稀土储量，2020年: 2100万吨");
  }

  @Test
  void leavesOutAListThatItsEndNarrowsOrThatIsCut() {
    assertThat(
            told(
                "Japan produces 4 percent of the lithium and 13 percent of the cobalt needed for cars."))
        .isEmpty();
    assertThat(told("日本生产汽车所需的4%的锂和13%的钴。")).isEmpty();
    assertThat(
            told("USAID provided $56 million for 60 projects in 200 states, Tribes, and islands."))
        .isEmpty();
  }

  @Test
  void tellsNeitherOfTwoFiguresThatNothingTellsApart() {
    assertThat(told("巴西的稀土储量为2100万吨。\n巴西的稀土储量为1900万吨。")).isEmpty();
    assertThat(
            told(
                "Brazil's rare earth reserves are 21 million tonnes.\n"
                    + "Brazil's rare earth reserves are 19 million tonnes."))
        .isEmpty();
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
        Analyses.trusting(CHINESE).claims().stream()
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
    Brief brief = ExtractiveBriefs.of(Analyses.trusting(CHINESE));
    assertThat(FIGURES.add(brief, withClaim(claim)).keyFigures()).hasSize(1);
    assertThat(FIGURES.add(brief, withClaim(elsewhere)).keyFigures()).isEmpty();
  }

  private static Analysis withClaim(Claim claim) {
    Analysis analysis = Analyses.trusting(CHINESE);
    return new Analysis(CHINESE, analysis.paragraphs(), analysis.tags(), List.of(claim));
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
