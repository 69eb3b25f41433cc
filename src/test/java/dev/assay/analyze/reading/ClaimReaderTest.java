package dev.assay.analyze.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.ClaimTrust;
import dev.assay.analyze.name.TagMatcher;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Mood;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.Quantity;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.NamedEntity;
import dev.assay.lexicon.Names;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimReaderTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final TagMatcher TAGS = new TagMatcher(NAMES);
  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
  private static final ClaimReader READER = new ClaimReader(Lexicon.shipped(), ClaimTrust.Use.RAW);

  static List<Claim> read(String text) {
    Language language = LanguageDetector.detect(text, Language.EN);
    return READER.read(
        List.of(NUMBERS.readAlone(1, text, language, null)),
        language,
        TAGS.read("", List.of(text)));
  }

  /// `entity | property | figure`, the figure as written, with a minus before a fall.
  static List<String> lines(String text) {
    Language language = LanguageDetector.detect(text, Language.EN);
    return read(text).stream().map(claim -> line(claim, text, language)).toList();
  }

  private static String line(Claim claim, String text, Language language) {
    String figure = claim.value().span().in(text);
    boolean falls =
        claim.quantity().flatMap(Quantity::value).map(value -> value.signum() < 0).orElse(false);
    return "%s | %s | %s"
        .formatted(
            label(claim.entity(), language),
            claim.property().word(),
            falls && !figure.startsWith("-") ? "-" + figure : figure);
  }

  private static String label(Thing thing, Language language) {
    String id = thing.id();
    return id == null
        ? thing.words()
        : NAMES.entity(id).map((NamedEntity entity) -> entity.label(language)).orElse(id);
  }

  private static Stream<String> examples() {
    return Stream.of(
            "en/properties.tsv", "zh/properties.tsv", "en/word-figures.tsv", "zh/word-figures.tsv")
        .flatMap(name -> Lexicon.shipped().table(name).rows().stream())
        .map(row -> row.cells().getLast())
        .filter(cell -> cell.contains(" = "));
  }

  /// The words of the lexicon are what the weights look for: nearly all examples of them are read.
  @Test
  void readsTheExamplesOfTheLexicon() {
    List<String> missed = examples().filter(example -> !isRead(example)).toList();
    assertThat(missed).hasSizeLessThan((int) (examples().count() / 5));
  }

  private static boolean isRead(String example) {
    int equals = example.lastIndexOf(" = ");
    String claim = example.substring(equals + 3);
    List<String> read = lines(example.substring(0, equals));
    return claim.equals("none") ? read.isEmpty() : read.contains(claim);
  }

  @Test
  void ranksByWhatTheFigureBesideMeasures() {
    assertThat(measures("秘鲁排名第二，储量为140万吨。", Property.RANK)).containsExactly("reserves");
    assertThat(measures("秘鲁锌产量140万吨，居世界第二。", Property.RANK)).contains("output");
    assertThat(
            measures("Chile ranks first, with copper output of 5.3 million tonnes.", Property.RANK))
        .contains("output");
    assertThat(measures("Chile ranks first, and its capital is Santiago.", Property.RANK))
        .isEmpty();
  }

  @Test
  void dealsRisesOutOverWhatRose() {
    assertThat(measures("东岭港务实现营业收入62亿元，净利润9.4亿元，分别增长5.1%和12%。", Property.CHANGE))
        .containsExactly("revenue", "profit");
    assertThat(
            measures(
                "Marlow's revenue reached $62 million and its net profit $9.4 million, up 5.1 percent"
                    + " and 12 percent respectively.",
                Property.CHANGE))
        .containsExactly("revenue", "profit");
  }

  private static List<String> measures(String text, Property property) {
    return read(text).stream()
        .filter(claim -> claim.property() == property)
        .flatMap(claim -> claim.of().stream())
        .filter(part -> part.facet() == Claim.Facet.MEASURE)
        .map(Claim.Part::id)
        .toList();
  }

  /// Where exports go, what a study is called and which paper was told are not what the figure is
  /// of.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "出口日本的蜂王浆只有38吨。",
        "Exports to Japan came to 38,000 tonnes.",
        "The study found that survival was 94 percent.",
        "Its owner told the Larkfield Courier that its profit was 90 million dollars."
      })
  void givesNobodyTheFigureWhoOnlyTellsOrBuys(String text) {
    assertThat(lines(text)).noneMatch(line -> line.matches("(日本|Japan|study|.*Courier) \\| .*"));
  }

  /// 净亏损 looks like a name, and is a loss.
  @Test
  void tellsALossFromAProfit() {
    assertThat(lines("青禾电梯去年净亏损2.3亿元。")).containsExactly("青禾电梯 | profit | 2.3亿元");
    assertThat(measures("青禾电梯去年净亏损2.3亿元。", Property.PROFIT)).containsExactly("profit loss");
    assertThat(measures("Norvik reported a net loss of $62 million.", Property.PROFIT))
        .containsExactly("profit loss");
    assertThat(measures("Norvik reported a net profit of $62 million.", Property.PROFIT)).isEmpty();
  }

  @Test
  void saysWhatOfAFirmFell() {
    assertThat(read("Norvik's market value fell by $2.1 billion."))
        .filteredOn(claim -> claim.property() == Property.CHANGE)
        .flatExtracting(Claim::of)
        .extracting(Claim.Part::words)
        .contains("market value");
  }

  @Test
  void marksTheOldValueBehindTheNew() {
    assertThat(
            read("Denmark's import reliance fell to 58 percent in 2025 from 66 percent in 2024."))
        .extracting(claim -> claim.of().toString().contains("before"))
        .containsExactly(false, true);
  }

  @Test
  void marksAForecastThatGaveWayToAnother() {
    assertThat(read("世贸组织将全球铜贸易增长预期从4月预测的2.5%下调至1.8%。"))
        .extracting(claim -> claim.of().toString().contains("before"))
        .startsWith(true);
    assertThat(read("It cut Peru's tin output from an estimated 62,000 tonnes to 58,000 tonnes."))
        .extracting(claim -> claim.of().toString().contains("before"))
        .startsWith(true);
  }

  @Test
  void readsAListOfOwnersWithTheirShares() {
    assertThat(lines("China accounts for 40 % of tin mining, Indonesia 30 %."))
        .containsExactly("China | share | 40 %", "Indonesia | share | 30 %");
    assertThat(lines("中国占锡矿产量的40%，印度尼西亚占30%，秘鲁占10%。"))
        .containsExactly("中国 | share | 40%", "印度尼西亚 | share | 30%", "秘鲁 | share | 10%");
  }

  @Test
  void givesAFigureOfASpanAllOfIt() {
    assertThat(times("From 2014 to 2023, Norvik invested $7.9 billion in copper."))
        .containsExactly("2014..2023");
    assertThat(times("Between 2014 and 2023 Norvik invested $7.9 billion in copper."))
        .containsExactly("2014..2023");
    assertThat(times("2014年至2023年，青禾电梯累计投资79亿元。")).containsExactly("2014..2023");
    assertThat(times("2023年11月至2024年7月，青禾电梯累计投资79亿元。")).containsExactly("2023-11..2024-07");
    assertThat(times("In 2023, Norvik invested $7.9 billion in copper.")).containsExactly("2023");
    assertThat(times("2023年，青禾电梯投资79亿元。")).containsExactly("2023");
  }

  @Test
  void givesAFigureOfTwoMonthsBoth() {
    assertThat(times("2025年4月和5月，秘鲁对日本的铜出口量同比下跌23.5%。")).containsExactly("2025-04..2025-05");
    assertThat(times("In April and May 2025, Norvik invested $7.9 billion in copper."))
        .containsExactly("2025-04..2025-05");
  }

  @Test
  void takesADayAloneInTheMonthThatWasNamed() {
    assertThat(times("该国4月2日公布新规，并计划于3日开始对进口汽车征收25%关税。")).doesNotContain("--04-02");
    assertThat(times("中国将于2025年4月2日公布清单，并于3日对秘鲁铜矿征收25%的关税。")).containsExactly("2025-04-03");
  }

  /// A decree is of its day; what it sets is not.
  @Test
  void takesTheDayOfADecreeForNoTimeOfAFigure() {
    assertThat(times("日本取消根据2025年4月9日第14266号行政令对中国商品加征的91%的关税。")).isEmpty();
    assertThat(
            times(
                "Japan will lift the tariff of 91 percent on Chinese goods under Order 14266 of"
                    + " April 9, 2025."))
        .isEmpty();
  }

  /// When exports are to be licensed is not when a price rose.
  @Test
  void takesNoTimeOfAClauseAboutSomethingElse() {
    assertThat(times("秘鲁宣布将于2025年8月起管制锡出口，青禾电梯股价上涨20%。")).isEmpty();
    assertThat(times("2025年8月，秘鲁开始管制锡出口，青禾电梯股价上涨20%。")).containsExactly("2025-08");
    assertThat(
            times(
                "Peru said it will license tin in August 2025, and Norvik's shares rose 20 percent."))
        .isEmpty();
  }

  @Test
  void saysATimeThatOpensTheSentenceForAllOfItsFigures() {
    assertThat(times("2024年，青禾电梯营业收入62亿元，净利润9.4亿元。")).containsExactly("2024", "2024");
    assertThat(times("In 2024, Marlow's revenue was $62 million, and its profit was $9.4 million."))
        .containsExactly("2024", "2024");
    assertThat(times("青禾电梯2024年营业收入62亿元，净利润9.4亿元。")).containsExactly("2024", "2024");
    assertThat(times("年报显示，2024年，青禾电梯营业收入62亿元，净利润9.4亿元。")).containsExactly("2024", "2024");
    assertThat(
            times(
                "Marlow sold its ships, and in 2024 revenue was $62 million, and its profit was"
                    + " $9.4 million."))
        .containsExactly("2024", "2024");
  }

  @Test
  void saysATimeAsOfWhichAllIsToldForAllThatFollows() {
    assertThat(times("青禾电梯获融资2亿元，截至2024年7月24日收盘，青禾电梯股价下跌9%，成交额3.6亿元。"))
        .contains("2024-07-24")
        .endsWith("2024-07-24");
    assertThat(times("青禾电梯2023中报显示，公司营业收入62亿元；净利润9.4亿元。")).containsExactly("2023-H1", "2023-H1");
    assertThat(
            times(
                "Marlow, which sold 40 ships, as of 31 March 2024 had revenue of $62 million, and its profit was $9.4 million."))
        .endsWith("2024-03-31");
  }

  @Test
  void takesNoNumberOfAThingForADayAndNoFeastForAPlan() {
    assertThat(times("2024年，3号车间投资5亿元。")).containsExactly("2024");
    assertThat(times("正月十五期间，青禾电梯投资5亿元。")).isEmpty();
  }

  @Test
  void givesEachFigureThatIsDealtOutItsOwnTime() {
    assertThat(times("2024年4月和5月，秘鲁的铜产量分别为12万吨和13万吨。")).containsExactly("2024-04", "2024-05");
    assertThat(
            times(
                "In 2023 and 2024, Norvik invested $7.9 billion and $8.1 billion in copper respectively."))
        .containsExactly("2023", "2024");
    assertThat(
            times(
                "Norvik and Ardell invested $7.9 billion and $8.1 billion in copper respectively,"
                    + " against $5 billion and $6 billion in 2022 and 2023."))
        .doesNotContain("2022", "2023");
    assertThat(
            times(
                "Norvik invested $7.9 billion and $8.1 billion in copper in 2023 and 2024,"
                    + " respectively."))
        .containsExactly("2023", "2024");
  }

  @Test
  void givesAFigureSinceATimeAllThatFollows() {
    assertThat(times("2021年以来，秘鲁累计投资65亿美元。")).containsExactly("2021/..");
    assertThat(times("2021年5月12日起，秘鲁累计投资65亿美元。")).containsExactly("2021-05-12/..");
    assertThat(times("自2021年第二季度上市至今，青禾电梯累计投资65亿元。")).containsExactly("2021-04/..");
    assertThat(times("自2021年5月在秘鲁投产，青禾电梯累计投资65亿元。")).containsExactly("2021-05/..");
    assertThat(times("从2021年开始，秘鲁累计投资65亿美元。")).containsExactly("2021/..");
    assertThat(times("Since 2021, Norvik has invested $7.9 billion in copper."))
        .containsExactly("2021/..");
    assertThat(times("From 2021 onwards, Norvik invested $7.9 billion in copper."))
        .containsExactly("2021/..");
    assertThat(times("Norvik has invested $7.9 billion in copper since early May 2021."))
        .containsExactly("2021-05/..");
  }

  /// What opens with 其中 goes on with the sentence before.
  @Test
  void givesWhatGoesOnTheTimeOfTheSentenceBefore() {
    assertThat(times("2024年，秘鲁铜出口量为62万吨。其中，对日本的铜出口量为9万吨。")).containsExactly("2024", "2024");
    assertThat(times("2024年，秘鲁铜出口量为62万吨。对日本的铜出口量为9万吨。")).containsExactly("2024");
    assertThat(times("2024年，秘鲁铜出口量为62万吨。当中国需求增长时，秘鲁铜出口量为9万吨。")).containsExactly("2024");
    assertThat(
            times(
                "In 2024, Peru's copper exports were 62,000 tonnes. Of these, exports to Japan were"
                    + " 9,000 tonnes."))
        .containsExactly("2024", "2024");
  }

  /// The close of a market is of the one day that its report tells of.
  @Test
  void givesAClosingPriceTheDayOfTheReport() {
    assertThat(times("2024年5月27日，铜价普遍上涨。青禾电梯股价收于每股62元，上涨5%。"))
        .containsExactly("2024-05-27", "2024-05-27");
    assertThat(times("2024年5月27日，铜价普遍上涨。青禾电梯股价为每股62元。")).isEmpty();
    assertThat(times("2024年5月27日和6月3日，铜价普遍上涨。青禾电梯股价收于每股62元。")).isEmpty();
    assertThat(
            times(
                "Copper rose on May 27, 2024. Norvik's shares closed up 5 percent at the end of"
                    + " trade."))
        .containsExactly("2024-05-27");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024年5月27日，铜价普遍上涨。秘鲁提高开采量，铜产量增长5%。",
        "2024年5月27日，铜价普遍上涨。青禾电梯降低开支，净利润增长5%。",
        "2024年5月27日，铜价普遍上涨。青禾电梯回收报废汽车，净利润增长5%。",
        "2024年5月27日，铜价普遍上涨。青禾电梯吸收高端人才，净利润增长5%。",
        "2024年5月27日，铜价普遍上涨。青禾电梯营收涨5%。",
        "2024年5月27日，铜价普遍上涨。青禾电梯股价上一交易日收于每股62元。",
        "Copper rose on May 27, 2024. Norvik closed down copper mines and cut output by 5 percent.",
        "Copper rose on May 27, 2024. Norvik was trading in copper and invested $7.9 billion in"
            + " Peru.",
        "Copper rose on May 27, 2024. On the previous day Norvik's shares closed up 5 percent.",
      })
  void givesNoDayOfTheReportByAWordWithinOthersOrForAnotherDay(String text) {
    assertThat(times(text)).isEmpty();
  }

  @Test
  void tellsASeasonByBothItsYears() {
    assertThat(times("In the 2022-23 season, Marlow's revenue was $62 million."))
        .containsExactly("2022..2023");
    assertThat(times("2022-23赛季，青禾电梯营业收入62亿元。")).containsExactly("2022..2023");
    assertThat(times("In 2023, Marlow's revenue was $62 million.")).containsExactly("2023");
    assertThat(times("In FY 2024, Marlow's revenue was $62 million.")).containsExactly("2024");
  }

  @Test
  void takesNoWordThatOnlyBeginsSoForAStart() {
    assertThat(times("2021年起诉青禾电梯的秘鲁投资65亿美元。")).doesNotContain("2021/..");
    assertThat(times("2024年起亚在中国的汽车销量为24万辆。")).containsExactly("2024");
    assertThat(times("2024年起降航班20万架次。")).containsExactly("2024");
    assertThat(times("该国份额自2010年的90%降至60%。")).doesNotContain("2010/..");
    assertThat(times("自地震至2021年5月，青禾电梯累计投资65亿元。")).containsExactly("2021-05");
    assertThat(times("Norvik has invested $7.9 billion in copper in 2021."))
        .containsExactly("2021");
  }

  @Test
  void takesNoReasonForAStart() {
    assertThat(
            times(
                "Since output in 2023 was 40,000 tonnes, Norvik cut its copper price to $7,900 a"
                    + " tonne."))
        .doesNotContain("2023/..");
    assertThat(times("Since prices fell in 2023, Norvik cut its copper price to $7,900 a tonne."))
        .doesNotContain("2023/..");
    assertThat(times("Since 2021 Norvik has invested $7.9 billion in copper."))
        .containsExactly("2021/..");
  }

  /// The figure that was left behind is of the start alone.
  @Test
  void givesTheFigureOfTheStartNothingThatFollows() {
    assertThat(times("从2020年的12%开始，中国稀土产量占全球的份额升至60%。")).doesNotContain("2020/..");
    assertThat(times("中国稀土产量占全球的份额从2020年的90%开始下降。")).containsExactly("2020");
    assertThat(times("自2021年起至2023年，秘鲁累计投资65亿美元。")).containsExactly("2021..2023");
  }

  @Test
  void takesNoDayOfTellingForATime() {
    assertThat(times("Norvik said on 12 May that its profit fell 9 percent in the first quarter."))
        .isEmpty();
  }

  @Test
  void takesNoTimeBehindAVerbOrBeforeNow() {
    assertThat(times("开采全球60%的锡的秘鲁宣布将于2025年8月管制出口。")).isEmpty();
    assertThat(
            times("Peru mines 60 percent of the world's tin and will license it in August 2025."))
        .isEmpty();
    assertThat(times("秘鲁2010年投产，如今开采全球60%的锡。")).isEmpty();
    assertThat(times("到2010年，秘鲁超过智利，如今开采全球60%的锡，冶炼全球40%的锡。")).isEmpty();
    assertThat(times("2010年收购秘鲁A矿，2015年收购B矿50%股权，现持有智利铜矿60%的股份。")).containsExactly("2015");
    assertThat(times("到2010年，秘鲁超过智利，至今仍开采全球60%的锡。")).isEmpty();
    assertThat(times("Peru, which began in 2010, still mines 60 percent of the world's tin."))
        .isEmpty();
    assertThat(times("2010年，秘鲁的地位比现在强得多，开采全球60%的锡。")).containsExactly("2010");
    assertThat(times("Peru, which began in 2010, now mines 60 percent of the world's tin."))
        .isEmpty();
  }

  @Test
  void takesTheTimeBehindTheVerbOfAFigureThatIsTheSubject() {
    assertThat(times("Nearly 60 percent of the world's tin was mined in Peru in 2024."))
        .containsExactly("2024");
    assertThat(times("60%的全球锡于2024年产自秘鲁。")).containsExactly("2024");
    assertThat(times("Peru accounted for 60 percent of the world's estimated tin output in 2024."))
        .containsExactly("2024");
  }

  private static List<String> times(String text) {
    return read(text).stream()
        .map(Claim::time)
        .filter(Objects::nonNull)
        .map(TimeExpression::iso)
        .toList();
  }

  /// What one has set out to do holds for all that follows, up to what is so.
  @Test
  void tellsAGoalInAllClausesThatGoOnWithIt() {
    assertThat(moods("山东力争到2030年增产，以装备为重点，布局50个特色集群，推动产业扩容。")).containsExactly("goal");
    assertThat(moods("青禾电梯计划总投资50亿元，目前已完成投资20亿元。")).containsExactly("planned", "");
    assertThat(moods("青禾电梯计划赴港上市，2024年营业收入62亿元。")).containsExactly("");
    assertThat(moods("Norvik aims to mine copper and cobalt, and to invest $7.9 billion in Peru."))
        .containsExactly("goal");
    assertThat(moods("Norvik aims to mine copper, and has invested $7.9 billion in Peru."))
        .containsExactly("");
  }

  @Test
  void tellsWhatCouldBeFromWhatIs() {
    assertThat(moods("秘鲁有开采全球60%的锡的潜力。")).containsExactly("if");
    assertThat(moods("Peru could mine 60 percent of the world's tin.")).containsExactly("if");
    assertThat(moods("Norvik pledged to invest $7.9 billion in Peru.")).containsExactly("planned");
  }

  @Test
  void tellsNoPlanOfAnotherForOnesOwn() {
    assertThat(moods("Peru said it will license tin, and Norvik's shares rose 20 percent."))
        .containsExactly("");
    assertThat(moods("秘鲁表示有望扩产，青禾电梯股价上涨20%。")).containsExactly("");
    assertThat(moods("锚定长远目标，青禾电梯投资50亿元。")).containsExactly("");
    assertThat(moods("新希望集团投资50亿元。")).containsExactly("");
    assertThat(moods("Norvik, which wants to grow, invested $7.9 billion in Peru."))
        .containsExactly("");
    assertThat(moods("青禾电梯营业收入62亿元，超预期；净利润9.4亿元。")).containsOnly("");
    assertThat(moods("Norvik's revenue was $62 million, as expected, and its profit $9.4 million."))
        .containsOnly("");
    assertThat(moods("To reach its target, Norvik invested $7.9 billion in Peru."))
        .containsExactly("");
  }

  /// A list that is dealt out: of another item neither material nor phrase is a figure's.
  @Test
  void tellsOfNoOtherItemOfAListThatIsDealtOut() {
    assertThat(read("Iron and zinc output rose 3 and 5 percent respectively."))
        .hasSize(2)
        .first()
        .satisfies(
            iron -> assertThat(iron.of().toString()).contains("output").doesNotContain("Zn"));
    assertThat(read("全市的水耗和能耗分别下降3%和5%。"))
        .hasSize(2)
        .first()
        .satisfies(water -> assertThat(water.of().toString()).contains("水耗").doesNotContain("能耗"));
  }

  @Test
  void tellsTheGoalBesideAFigureFromTheFigure() {
    assertThat(
            moods("Chile's copper output grew 3.3 percent in 2023 against a target of 5 percent."))
        .startsWith("");
    assertThat(moods("Mining 60 percent of the world's rare earths is China's 2030 target."))
        .containsExactly("goal");
    assertThat(moods("60%的开采份额是该国2030年的目标。")).containsExactly("goal");
    assertThat(moods("2024年中国稀土产量占全球的70%，高于60%的目标。")).startsWith("");
    assertThat(moods("市水务局转移受威胁群众5600人。")).containsExactly("");
  }

  /// English says so by its ending; 计划的产量 may be planned.
  @Test
  void tellsNoGoalOrPlanThatOnlyOwnsTheFigure() {
    assertThat(moods("Target's revenue rose 5 percent to $25 billion in 2024."))
        .isNotEmpty()
        .containsOnly("");
    assertThat(moods("The target of Chile is to raise its copper output by 5 percent."))
        .containsExactly("goal");
    assertThat(moods("智利的目标是将铜产量提高5%。")).containsExactly("goal");
  }

  @Test
  void takesNoNavyForAPlan() {
    assertThat(moods("China's PLAN buys 60 percent of the world's tin.")).containsExactly("");
    assertThat(moods("China plans to buy 60 percent of the world's tin."))
        .containsExactly("planned");
    assertThat(moods("中国计划购买全球60%的锡。")).containsExactly("planned");
  }

  @Test
  void tellsInHowLongSoMuchIs() {
    assertThat(each("秘鲁每年支持100个左右省级数字产业项目。")).containsExactly("each.year");
    assertThat(each("青禾电梯每年投资5亿元。")).containsExactly("each.year");
    assertThat(each("青禾电梯2024年投资5亿元。")).isEmpty();
    assertThat(each("Norvik makes 420 tonnes of copper a day.")).containsExactly("each.day");
    assertThat(each("Norvik's copper output is 62,000 tonnes a year.")).isEmpty();
  }

  @Test
  void trustsAnEnglishSentenceMoreThanALineOfAnAddress() {
    String sentence = "Norvik has 17 harbours on the coast.";
    String address = "Location: Norvik Hall (17 Harbour Ln, Northport, MD 21015)";
    assertThat(trust(sentence, "17")).isGreaterThan(trust(address, "17"));
  }

  /// Of the claim of a figure; 0 if it is none.
  private static double trust(String text, String figure) {
    return read(text).stream()
        .filter(claim -> claim.value().span().in(text).equals(figure))
        .mapToDouble(claim -> claim.reading().trust())
        .findFirst()
        .orElse(0);
  }

  @Test
  void takesTheDayOnWhichAReportWasWrittenOrHeardForNoTimeOfIt() {
    assertThat(times("新华社秋庄2025年8月2日电，青禾电梯累计投资79亿元。")).isEmpty();
    assertThat(times("记者2025年8月11日从秋庄市获悉，青禾电梯累计投资79亿元。")).isEmpty();
    assertThat(times("2025年8月11日，青禾电梯累计投资79亿元。")).containsExactly("2025-08-11");
    assertThat(times("On 11 August 2025, Norvik invested $7.9 billion in copper."))
        .containsExactly("2025-08-11");
  }

  @Test
  void givesWhatAStockIndexDoesToTheIndex() {
    assertThat(things("沪指收于3075.91点，跌幅为1.93%。")).containsOnly("index:sse-composite");
    assertThat(things("标准普尔500种股票指数下跌4.71点。")).containsOnly("index:sp-500");
    assertThat(things("The S&P 500 rose 1.4 percent.")).containsOnly("index:sp-500");
  }

  @Test
  void keepsTheDigitsThatBelongToAName() {
    assertThat(named("黄金Au99.99收于每克380元。")).containsOnly("黄金Au99.99");
    assertThat(named("与2015年相比，2022年录得的颗粒物PM2.5的年均浓度值下降38%。")).containsOnly("颗粒物PM2.5");
    assertThat(named("In 2024, Norvik invested $7.9 billion in copper.")).containsOnly("Norvik");
  }

  @Test
  void takesAWordWithinANameForNoPlace() {
    assertThat(of("2024年，青禾国际机场营业收入为62亿元。")).doesNotContain("国际");
    assertThat(of("2024年，全球铜产量为2200万吨。")).contains("全球");
  }

  private static List<String> things(String text) {
    return read(text).stream()
        .map(claim -> Objects.requireNonNullElse(claim.entity().id(), claim.entity().words()))
        .toList();
  }

  private static List<String> named(String text) {
    return read(text).stream().map(claim -> claim.entity().words()).toList();
  }

  @Test
  void tellsAgainstWhatSomethingRose() {
    assertThat(bases("against", "2024年，青禾电梯营业收入62亿元，同比增长5%。")).containsExactly("against.year");
    assertThat(bases("against", "2024年5月，青禾电梯营业收入62亿元，环比增长5%。")).containsExactly("against.period");
    assertThat(bases("against", "Marlow's revenue rose 5 percent from a year earlier."))
        .containsExactly("against.year");
    assertThat(bases("against", "Marlow's revenue rose 5 percent.")).isEmpty();
    assertThat(bases("against", "2024年，青禾电梯营业收入同比增至62亿元。")).isEmpty();
  }

  @Test
  void tellsOverWhichTimeSomethingWasCounted() {
    assertThat(of("青禾电梯最近90天内共获得7家机构评级。")).contains("近90天");
    assertThat(of("In the past three years Norvik invested $7.9 billion in copper."))
        .contains("past three years");
    assertThat(of("In 2024 Norvik invested $7.9 billion in copper.")).doesNotContain("In 2024");
  }

  private static List<String> of(String text) {
    return read(text).stream()
        .flatMap(claim -> claim.of().stream())
        .map(Claim.Part::words)
        .toList();
  }

  private static List<String> each(String text) {
    return bases("each", text);
  }

  private static List<String> bases(String kind, String text) {
    return read(text).stream()
        .flatMap(claim -> claim.of().stream())
        .map(Claim.Part::id)
        .filter(id -> id != null && id.startsWith(kind + "."))
        .toList();
  }

  private static List<String> moods(String text) {
    return read(text).stream()
        .map(
            claim ->
                claim.of().stream()
                    .map(Claim.Part::id)
                    .filter(Mood::isTold)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void givesNoImportsToWhomTheyComeFrom() {
    assertThat(lines("其中自巴西进口7150万吨，占73.8%；自美国进口1021万吨，同比下降38%。"))
        .containsExactly("巴西 | share | 73.8%");
  }

  @Test
  void whatARateIsToldForIsNobodysFigure() {
    assertThat(lines("Bergsund counted 20 new infections per 100,000 people last week."))
        .noneMatch(line -> line.contains("100,000"));
    assertThat(lines("上周合州每10万人中有20人感染。")).noneMatch(line -> line.contains("10万"));
    assertThat(lines("Every year 1,200 people visit the museum of Bergsund."))
        .anyMatch(line -> line.contains("1,200"));
  }

  @Test
  void takesNoPlaceOfAnOutletForWhoSaysSo() {
    assertThat(read("据美国《松岭邮报》报道，2024年中国稀土产量占全球的70%。"))
        .isNotEmpty()
        .noneMatch(claim -> claim.speaker() != null && claim.speaker().words().equals("美国"));
    assertThat(
            read("According to China's Songling Daily, Chile produced 24% of the copper in 2024."))
        .isNotEmpty()
        .noneMatch(claim -> claim.speaker() != null && claim.speaker().words().equals("China"));
  }

  @Test
  void saysOfAShareWhatIsTheShareAndOfWhat() {
    assertThat(phrases("8月4日，瑞江环保主力资金净流出7.29万元，占总成交额0.66%。"))
        .anyMatch(words -> words.contains("资金净流出") && words.contains("成交额"));
  }

  @Test
  void takesNoPhraseOfTheFigureBesideForWhatTheLexiconSays() {
    assertThat(
            phrases(
                "China, for its part, accounts for about 70% of mining and over 90% of refining and separation."))
        .containsExactly("[]", "[]");
    assertThat(phrases("论储量，澳大利亚排在全球第五，产能和技术却都跟不上。")).containsExactly("[]");
    assertThat(phrases("澳大利亚的稀土储量居全球第二，但从矿石到磁体的链条并不完整。")).containsExactly("[]");
  }

  /// The phrases for what each figure counts or measures.
  private static List<String> phrases(String text) {
    return read(text).stream()
        .map(
            claim ->
                claim.of().stream()
                    .filter(part -> part.facet() == Claim.Facet.OTHER && part.id() == null)
                    .map(Claim.Part::words)
                    .toList()
                    .toString())
        .toList();
  }
}
