package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CheckerTest {

  private static final Checker CHECKER = Checker.of(Lexicon.shipped());

  private static List<String> verdicts(String sentence, String... source) {
    return CHECKER.check(sentence, List.of(source), Language.EN).numbers().stream()
        .map(number -> number.span().in(sentence) + " " + number.verdict().word())
        .toList();
  }

  private static boolean supported(String sentence, String... source) {
    return CHECKER.check(sentence, List.of(source), Language.EN).isSupported();
  }

  @Test
  void findsWanAndYiInMillionsAndBillions() {
    assertThat(verdicts("Carrow shipped 540,000 tonnes worth $9 billion.", "卡罗公司发运54万吨，价值90亿美元。"))
        .containsExactly("540,000 tonnes exact", "$9 billion exact");
    assertThat(verdicts("Carrow's sales came to $90 billion.", "卡罗公司销售额90亿美元。"))
        .containsExactly("$90 billion unsupported");
    assertThat(verdicts("Sales came to $900 million.", "銷售額90億美元。"))
        .containsExactly("$900 million unsupported");
  }

  @Test
  void findsDigitsOfASourceInAnotherLanguage() {
    String german =
        "Die Produktion des Werks ist nach Angaben der Firma im Jahr 2023 um 12 Prozent gestiegen.";
    assertThat(verdicts("Output rose in 2023, by 13 percent.", german))
        .containsExactly("2023 exact", "13 percent unsupported");
    assertThat(verdicts("2023年产量增长12%。", "2023年に生産が12%増えた。"))
        .containsExactly("2023年 exact", "12% exact");
    assertThat(verdicts("Die Produktion ist im Jahr 2022 um 12% gestiegen.", german))
        .contains("2022 unsupported");
  }

  @Test
  void takesTheCurrencyThatASentenceLeavesOpenFromItsSource() {
    String chile = "Chile's mint earned 8 million pesos.";
    assertThat(verdicts("It earned 8 million pesos.", chile))
        .containsExactly("8 million pesos exact");
    assertThat(verdicts("铸币厂盈利800万比索。", chile)).containsExactly("800万比索 exact");
    assertThat(verdicts("It earned 8 million Mexican pesos.", chile))
        .containsExactly("8 million Mexican pesos unsupported");
  }

  @Test
  void readsNearlyThirtyPercent() {
    assertThat(supported("Nearly 30 percent was recycled.", "回收料占近三成。")).isTrue();
    assertThat(supported("Nearly 3 percent was recycled.", "回收料占近三成。")).isFalse();
  }

  @Test
  void catchesAShareOrAYearThatSlipped() {
    String source = "By 2021 the plant met 87% of the island's demand.";
    assertThat(verdicts("By 2021 it met 87% of demand.", source))
        .containsExactly("2021 exact", "87% exact");
    assertThat(verdicts("By 2022 it met 85% of demand.", source))
        .containsExactly("2022 unsupported", "85% unsupported");
  }

  @Test
  void catchesAYearThatNoSourceHolds() {
    assertThat(verdicts("毛利率升至20.4年第三季度的20.1%。", "毛利率由2023年第三季度的18.7%升至2024年第三季度的20.1%。"))
        .contains("20.4年 unsupported", "20.1% exact");
  }

  @Test
  void findsARunOfMonthsByItsYearAndByItsEnd() {
    String nine = "Profit was $5 million in the nine months ended September 30, 2023.";
    assertThat(verdicts("2023年利润为500万美元。", nine)).contains("2023年 exact");
    assertThat(verdicts("截至2023年9月30日的九个月利润为500万美元。", nine)).contains("2023年9月30日 exact");
    assertThat(verdicts("截至2023年9月20日的九个月利润为500万美元。", nine)).contains("2023年9月20日 unsupported");
    assertThat(verdicts(nine, "截至2023年9月30日的九个月利润为500万美元。"))
        .contains("nine months ended September 30, 2023 exact");
    assertThat(verdicts(nine, "截至2023年9月30日的三个月利润为500万美元。"))
        .contains("nine months ended September 30, 2023 unsupported");
    assertThat(verdicts("2023年9月利润为500万美元。", "2023年第三季度利润为500万美元。"))
        .contains("2023年9月 unsupported");
    assertThat(
            verdicts(
                "截至2023年9月30日的三个月利润为500万美元。",
                "Profit was $5 million in the three months ended September 30, 2023."))
        .contains("2023年9月30日 exact");
    assertThat(verdicts("5月到7月利润为500万美元。", "From May 2023 to July 2023 profit was $5 million."))
        .contains("5月到7月 exact");
  }

  @Test
  void readsAScoreWhoseNumbersStandWithoutAWordBetween() {
    assertThat(verdicts("青松队主场6胜1负2平，胜率66.7%。", "青松队主场6胜2平1负，胜率66.7%。")).contains("66.7% exact");
  }

  @Test
  void tellsMoreThanFromLessThan() {
    String source = "清单涉及超过400种产品。";
    assertThat(supported("The list covers more than 400 products.", source)).isTrue();
    assertThat(supported("The list covers fewer than 400 products.", source)).isFalse();
    assertThat(supported("The list covers over 300 products.", source)).isFalse();
  }

  @Test
  void tellsPercentFromPercentagePointsAndCurrenciesApart() {
    assertThat(supported("税率上调7.6个百分点。", "The rate rose 7.6 percent.")).isFalse();
    assertThat(supported("The closing price was $24.92.", "收盘价24.92元。")).isFalse();
    assertThat(supported("The fund has US$1.5 billion.", "该基金规模15亿加元。")).isFalse();
  }

  @Test
  void findsAnApproximationWithAWordOnEitherSide() {
    assertThat(supported("参加者约百人左右。", "参加者约百人左右。")).isTrue();
    assertThat(supported("大约20%左右的产能停产。", "大约20%左右的产能停产。")).isTrue();
    assertThat(supported("About 100 people came.", "参加者约百人左右。")).isTrue();
    assertThat(supported("Some 300 or so came.", "约300人左右到场。")).isTrue();
    assertThat(supported("About 1,000 people came.", "参加者约百人左右。")).isFalse();
  }

  @Test
  void holdsASentenceThatStandsInItsSourceSupported() {
    String sentence = "For comparison, over 19.6 million bikes were sold in the year.";
    assertThat(
            supported(
                sentence,
                "Over 4.3 million cars were sold in the year. " + sentence,
                "Carrow sold over 19.6 million parts."))
        .isTrue();
  }

  @Test
  void roundsOnlyWithinThePrecisionOfTheSentence() {
    assertThat(verdicts("About six days of stock are left.", "库存只够5.8天。"))
        .containsExactly("About six days rounded");
    assertThat(verdicts("约20.4万吨", "实际出口20.359万吨")).containsExactly("约20.4万吨 rounded");
    assertThat(supported("about 85% of output", "产量占83%")).isFalse();
  }

  @Test
  void convertsUnitsAndFractions() {
    assertThat(verdicts("It adds 50 million tonnes of grain.", "新增千亿斤粮食产能。"))
        .containsExactly("50 million tonnes converted");
    assertThat(verdicts("A quarter of the ore is exported.", "四分之一的矿石出口。"))
        .containsExactly("A quarter exact");
    assertThat(verdicts("产量增长1倍", "Output doubled.")).containsExactly("1倍 converted");
  }

  @Test
  void catchesNumbersThatAreExchanged() {
    String source = "镓的自给率为94%，锗的自给率为83%。";
    assertThat(supported("Self-sufficiency is 94% in gallium and 83% in germanium.", source))
        .isTrue();
    assertThat(verdicts("Self-sufficiency is 83% in gallium and 94% in germanium.", source))
        .containsExactly("83% unsupported", "94% unsupported");
    assertThat(
            supported(
                "巴西有2100万吨，智利有1100万吨。", "Chile has 21 million tons and Brazil 11 million tons."))
        .isFalse();
  }

  @Test
  void derivesSumsDifferencesSharesAndMultiplesWhereTheSentenceSaysSo() {
    String source = "一期产能3万吨，二期产能5万吨。";
    assertThat(verdicts("Total capacity is 80,000 tonnes.", source))
        .containsExactly("80,000 tonnes derived");
    assertThat(verdicts("税率提高41个百分点。", "The rate was raised from 84% to 125%."))
        .containsExactly("41个百分点 derived");
    assertThat(supported("The plant holds 80,000 tonnes.", source)).isFalse();
  }

  @Test
  void catchesATotalThatItsPartsDoNotMake() {
    String source = "三项业务收入分别为228.06亿元、23.76亿元和27.9亿元。";
    assertThat(supported("三项业务收入合计279.72亿元。", source)).isTrue();
    assertThat(supported("三项业务收入合计251.8亿元。", source)).isFalse();
  }

  @Test
  void noticesThatTheScaleOfATableWasLost() {
    String table = "(In millions of dollars) │ 2023 │ 2024\nRevenue │ 228.1 │ 251.8";
    assertThat(verdicts("2024年收入为2.518亿美元。", table))
        .containsExactly("2024年 exact", "2.518亿美元 exact");
    assertThat(supported("Revenue was $251.8 in 2024.", table)).isFalse();
    assertThat(supported("Revenue was $251.8 billion in 2024.", table)).isFalse();
    assertThat(
            CHECKER
                .check("Revenue was $251.8.", List.of(table), Language.EN)
                .numbers()
                .getFirst()
                .reason())
        .isEqualTo("The source says “251.8 = 251800000 USD”: another magnitude.");
    String chinese = "单位：万元\n项目 │ 2024年\n营业收入 │ 251.8";
    assertThat(supported("Revenue was 2.518 million yuan in 2024.", chinese)).isTrue();
    assertThat(supported("2024年营业收入251.8元。", chinese)).isFalse();
  }

  @Test
  void knowsANumberOfATableByItsRow() {
    String table = "Metal │ 2023 │ 2024\nGallium (t) │ 320 │ 410\nGermanium (t) │ 95 │ 120";
    assertThat(supported("2024年镓产量410吨，锗产量120吨。", table)).isTrue();
    assertThat(supported("2024年镓产量120吨，锗产量410吨。", table)).isFalse();
  }

  @Test
  void takesTheUnitOfASentenceForATableThatTellsNone() {
    String table = "Item │ 2023 │ 2024\nCapacity │ 40,000 │ 52,000";
    assertThat(supported("2024年产能为5.2万吨。", table)).isTrue();
    assertThat(supported("2024年产能为5.3万吨。", table)).isFalse();
  }

  @Test
  void givesTheReasonInTheReadersLanguage() {
    String sentence = "Output was 85%.";
    List<String> source = List.of("产量占87%。");
    assertThat(CHECKER.check(sentence, source, Language.ZH_HANS).numbers().getFirst().reason())
        .isEqualTo("原文没有此数；相近的是“87%”。");
    assertThat(CHECKER.check(sentence, source, Language.EN).numbers().getFirst().reason())
        .isEqualTo("The source does not have this number; it has “87%”.");
  }

  @Test
  void pointsToTheParagraphThatHasTheNumber() {
    NumberCheck check =
        CHECKER
            .check(
                "矿山雇用320人。",
                List.of("The mine opened in 2019.", "It employs 320 people."),
                Language.EN)
            .numbers()
            .getFirst();
    assertThat(check.evidence()).isNotNull();
    assertThat(check.evidence().paragraph()).isEqualTo(1);
    assertThat(check.evidence().span().in("It employs 320 people.")).isEqualTo("320");
  }

  @Test
  void hasNothingAgainstASentenceWithoutNumbers() {
    assertThat(supported("The two sides met.", "双方会面。")).isTrue();
  }

  @Test
  void looksUpTheNumbersOfATextThatIsNoSentenceByValueAlone() {
    String text = "€1 paid, 2,400 tonnes in 2024; ".repeat(4_000);
    SentenceCheck check = CHECKER.check(text, List.of(text), Language.EN);
    assertThat(check.numbers()).hasSize(12_000);
    assertThat(check.isSupported()).isTrue();
    SentenceCheck other = CHECKER.check("7 kg ".repeat(100), List.of(text), Language.EN);
    assertThat(other.numbers())
        .hasSize(100)
        .allMatch(number -> number.verdict() == NumberVerdict.UNSUPPORTED);
  }

  @Test
  void takesASentenceThatWasReadAlready() {
    QuantityExtractor extractor = new QuantityExtractor(Lexicon.shipped());
    String paragraph = "产量同比增长5%，达到54万吨。";
    String sentence = "Output grew 5 percent from a year earlier.";
    Source source = CHECKER.read(List.of(new Cited(paragraph, Language.ZH_HANS, null)), null);
    SentenceCheck read =
        CHECKER.check(sentence, extractor.read(sentence, Language.EN, null), source, Language.EN);
    assertThat(read).isEqualTo(CHECKER.check(sentence, List.of(paragraph), Language.EN));
    assertThat(read.isSupported()).isTrue();
  }

  @Test
  void takesNoLongNumberForTheTermOfALoan() {
    String source = "The A-99999999999-year bond pays 4 percent, another 5 percent.";
    assertThat(supported("Bonds pay 4 percent.", source)).isTrue();
    assertThat(supported("债券利率为4%。", "A-99999999999年期债券利率为4%，另一种5%。")).isTrue();
  }

  @Test
  void tellsBondsApartByTheirTermsAndNotIssues() {
    String source = "五年期收益率为4%，二年期收益率为3%。";
    assertThat(supported("The two-year yield is 4 percent.", source)).isFalse();
    assertThat(supported("二年期收益率为3%。", source)).isTrue();
    assertThat(supported("第11期项目售出800套。", "第十一期项目售出800套，第12期项目售出900套。")).isTrue();
  }

  @Test
  void holdsADaysAmountFromAMonths() {
    assertThat(supported("该矿每月生产420吨。", "The mine makes 420 tonnes a day.")).isFalse();
    assertThat(supported("该矿每天生产420吨。", "The mine makes 420 tonnes a day.")).isTrue();
  }

  @Test
  void saysWhatANumberMeansThatIsNotTheSame() {
    SentenceCheck check = CHECKER.check("产量环比增长5%。", List.of("产量同比增长5%。"), Language.ZH_HANS);
    assertThat(check.numbers().getFirst().reason()).isEqualTo("原文的“5%”是与另一时期或另一水平相比。");
    SentenceCheck english =
        CHECKER.check("It pumps 300 barrels a month.", List.of("它每天输油300桶。"), Language.EN);
    assertThat(english.numbers().getFirst().reason())
        .isEqualTo("In the source “300桶” is for another length of time, as a day is not a month.");
  }

  @Test
  void saysWhatTheSourceHasInstead() {
    String source = "2023年造船14艘，2024年造船17艘，轨道长7.4公里，门票每张40元。";
    assertThat(reasons("2023年造船17艘。", source)).containsExactly("原文的“17艘”属于另一个时间；这一时间的是“14艘”。");
    assertThat(reasons("It laid 7.4 miles of track.", source))
        .containsExactly("The source says “7.4公里”: another unit.");
    assertThat(reasons("门票每人40元。", source)).containsExactly("原文的“40元”是按另一种单位计的，如每人、每户与每吨之别。");
    assertThat(reasons("In 2021 it opened.", source))
        .containsExactly("The source does not name this time; it has “2023年”.");
  }

  @Test
  void tellsGrossFromNet() {
    assertThat(reasons("The gross margin was 28 percent.", "The net margin was 28 percent."))
        .containsExactly("In the source “28 percent” is gross for net, or net for gross.");
  }

  @Test
  void readsTheWordsBesideADayAmongThousandsOfHours() {
    String hours = "10:15, 11:25, ".repeat(4_000);
    String source = "The gate opened on 3 May 2024, and the canal on 9 May 2024. Times: " + hours;
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> assertThat(reasons("The gate opened on 3 May 2024.", source)).isEmpty());
  }

  @Test
  void tellsTheNearestHour() {
    assertThat(
            reasons(
                "It closes at 5:45 p.m.",
                "The museum opens at 9:10 a.m. and closes at 5:30 p.m., the shop at 8:20 p.m."))
        .containsExactly("The source does not name this time; it has “5:30 p.m.”.");
  }

  private static List<String> reasons(String sentence, String source) {
    Language language = LanguageDetector.detect(sentence, Language.UNKNOWN);
    return CHECKER.check(sentence, List.of(source), language).numbers().stream()
        .filter(number -> number.verdict() == NumberVerdict.UNSUPPORTED)
        .map(NumberCheck::reason)
        .toList();
  }

  @Test
  void saysThatANumberGoesTheOtherWay() {
    SentenceCheck check = CHECKER.check("产量增长5%。", List.of("产量下降5%。"), Language.ZH_HANS);
    assertThat(check.numbers().getFirst().reason()).isEqualTo("原文的“5%”与此一升一降，方向相反。");
    SentenceCheck english =
        CHECKER.check("Output rose 5 percent.", List.of("产量下降5%。"), Language.EN);
    assertThat(english.numbers().getFirst().reason())
        .isEqualTo("In the source “5%” goes the other way: up for down, or down for up.");
  }

  @Test
  void takesWhatGrowsMoreSlowlyForAFall() {
    assertThat(supported("Growth slowed by 0.5 percentage points.", "增速回落0.5个百分点。")).isTrue();
    assertThat(supported("增速放缓0.5个百分点。", "The increase narrowed by 0.5 percentage points."))
        .isTrue();
    assertThat(supported("Growth rose by 0.5 percentage points.", "增速放缓0.5个百分点。")).isFalse();
  }

  @Test
  void countsFirmsByHouseholdsInChinese() {
    assertThat(supported("全市有800家企业。", "全市有800户企业。")).isTrue();
    assertThat(supported("The city has 800 companies.", "全市有800户企业。")).isTrue();
    assertThat(supported("The city has 800 companies.", "全市有800户居民。")).isFalse();
    assertThat(supported("全市有800户。", "The city has 800 companies.")).isFalse();
  }

  @Test
  void readsOfWhatAnAmountIsToTheEndOfTheWord() {
    assertThat(supported("每剂售价32元。", "每剂32元。")).isTrue();
    assertThat(supported("每剂32元。", "每剂售价32元。")).isTrue();
    assertThat(supported("每盒32元。", "每剂售价32元。")).isFalse();
    assertThat(
            supported(
                "They got $5 million each from the fund.",
                "They got $5 million each for the work."))
        .isTrue();
    assertThat(supported("They got $500 each round.", "They got $500 each match.")).isFalse();
  }

  @Test
  void showsTheNumberInTheWordsOfTheSentenceAsItsEvidence() {
    String source = "五国元首同访华盛顿。桌边摆着五把椅子。";
    NumberCheck check =
        CHECKER.check("桌边摆了五把椅子。", List.of(source), Language.ZH_HANS).numbers().getFirst();
    assertThat(check.evidence()).isNotNull();
    assertThat(check.evidence().span().in(source)).isEqualTo("五把");
  }

  @Test
  void takesTheDayOfAReportForNoOtherDayOfWhatItTells() {
    String chinese = "松岭早报8月3日消息，根据港务局、海关此前发布的《关于对芦苇、茶叶相关物品实施出口许可的公告》，8月1日起，对芦苇、茶叶相关物品实施出口许可。";
    assertThat(verdicts("根据港务局、海关此前发布的《关于对芦苇、茶叶相关物品实施出口许可的公告》，8月1日起，对芦苇、茶叶相关物品实施出口许可。", chinese))
        .containsExactly("8月1日 exact");
    assertThat(verdicts("根据港务局、海关此前发布的公告，8月1日起，对芦苇、茶叶相关物品实施出口许可。", chinese))
        .containsExactly("8月1日 exact");
    String english =
        "CARROW, Aug. 3 (Carrow News Agency) -- According to a notice that the harbour board and the"
            + " customs published, exports of reeds need a licence, from Aug. 1.";
    assertThat(
            verdicts(
                "According to a notice that the harbour board and the customs published, exports of"
                    + " reeds need a licence, from Aug. 1.",
                english))
        .containsExactly("Aug. 1 exact");
  }

  @Test
  void doubtsNoDayOfASentenceThatIsQuotedAsItStands() {
    String said = "根据港务局、海关此前发布的《关于对芦苇、茶叶相关物品实施出口许可的公告》，8月1日起，对芦苇、茶叶相关物品实施出口许可。";
    assertThat(verdicts(said, "记者8月3日获悉，" + said)).containsExactly("8月1日 exact");
    String english =
        "The board said on 3 August that, as the notice on reeds of the harbour board has it, from"
            + " 1 August a licence is needed.";
    assertThat(
            verdicts(
                "as the notice on reeds of the harbour board has it, from 1 August a licence is"
                    + " needed.",
                english))
        .containsExactly("1 August exact");
  }
}
