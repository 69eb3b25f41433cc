package dev.assay.analyze.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuantityExtractorTest {

  private static final QuantityExtractor EXTRACTOR = new QuantityExtractor(Lexicon.shipped());

  private static List<String> zh(String text) {
    return EXTRACTOR.extract(text, Language.ZH_HANS).stream()
        .map(q -> q.span().in(text) + " = " + QuantityExamplesTest.shown(q))
        .toList();
  }

  private static List<String> en(String text) {
    return EXTRACTOR.extract(text, Language.EN).stream()
        .map(q -> q.span().in(text) + " = " + QuantityExamplesTest.shown(q))
        .toList();
  }

  @Test
  void readsWanAndYiAsPowersOfTen() {
    assertThat(zh("总投资一万五千亿元，四万万人受益，一千八百万户用上新电表。"))
        .containsExactly(
            "一万五千亿元 = 1500000000000 CNY", "四万万人 = 400000000 count", "一千八百万户 = 18000000 count");
    assertThat(zh("存量100000000元，增量90亿美元，出口1.2万亿元，产量30余万吨。"))
        .containsExactly(
            "100000000元 = 100000000 CNY",
            "90亿美元 = 9000000000 USD",
            "1.2万亿元 = 1200000000000 CNY",
            "30余万吨 = 300000.. t more_than");
  }

  @Test
  void readsTraditionalCharactersAsSimplifiedOnes() {
    assertThat(zh("市值縮水5萬億美元，礦山儲量約為150萬噸，跌了兩成五。"))
        .containsExactly("5萬億美元 = 5000000000000 USD", "約為150萬噸 = 1500000 t about", "兩成五 = 25 %");
  }

  @Test
  void readsNearlyThirtyPercentAndNotThree() {
    assertThat(zh("回收料占近三成，另有三分之二靠进口，约百分之五报废。"))
        .containsExactly("近三成 = 30 % nearly", "三分之二 = 66.66666666666667 %", "约百分之五 = 5 % about");
  }

  @Test
  void readsWhatSomethingCameToApartFromHowMuchItChanged() {
    assertThat(en("Output doubled to 12 ships and the fee rose by £1.20 to £13.40."))
        .containsExactly(
            "doubled = 2 times", "12 = 12 count", "£1.20 = 1.2 GBP", "£13.40 = 13.4 GBP");
    assertThat(en("They cost 40 percent less than three years ago."))
        .containsExactly("40 percent = 40 %", "three years = 3 year");
    assertThat(zh("最多的有63人，最少的仅5人，最多80人。"))
        .containsExactly("63人 = 63 count", "5人 = 5 count", "最多80人 = ..80 count at_most");
  }

  @Test
  void givesWhatIsToldAgainInBracketsTheBoundOfTheFirst() {
    assertThat(en("It sold more than €64 million (£55 million; $69 million) of fish."))
        .containsExactly(
            "more than €64 million = 64000000.. EUR more_than",
            "£55 million = 55000000.. GBP more_than",
            "$69 million = 69000000.. USD more_than");
    assertThat(zh("捐款超过1亿美元（7.2亿元人民币）。"))
        .containsExactly(
            "超过1亿美元 = 100000000.. USD more_than", "7.2亿元人民币 = 720000000.. CNY more_than");
    assertThat(en("It has more than 60 ships (14 in dock)."))
        .containsExactly("more than 60 = 60.. count more_than", "14 = 14 count");
  }

  @Test
  void tellsHowLongAgoFromHowLongSomethingTakes() {
    assertThat(en("It closed over eight years ago; it had invested $3 million over 20 years."))
        .containsExactly(
            "over eight years = 8.. year more_than",
            "$3 million = 3000000 USD",
            "20 years = 20 year");
  }

  @Test
  void readsHalvesOfWhatStandsBefore() {
    assertThat(en("A decade and a half of talks; he is 34 and a half; a jar and a half of jam."))
        .containsExactly("A decade and a half = 15 year", "34 and a half = 34.5 count");
    assertThat(en("It took 12 and a half years."))
        .containsExactly("12 and a half years = 12.5 year");
    assertThat(en("The last year and a half went to the half of it."))
        .containsExactly("year and a half = 1.5 year", "half = 50 %");
    assertThat(en("Two years and a half of talks took 10 days and a half of walking."))
        .containsExactly("Two years and a half = 2.5 year", "10 days and a half = 10.5 day");
    assertThat(en("It sold 5 and a half million tonnes."))
        .containsExactly("5 and a half million tonnes = 5500000 t");
    assertThat(en("His half - sister of Half Moon led at the half.")).isEmpty();
  }

  @Test
  void readsTextsWhoseSignsWereCutFromTheirWords() {
    assertThat(en("The limit is. 08 percent; they led 54 - 46 with 4: 43 to play."))
        .containsExactly(". 08 percent = 0.08 %");
    assertThat(en("The shop closed. 03 June saw it open again.")).isEmpty();
    assertThat(en("It counted 12 500 Norwegian boats.")).containsExactly("12 500 = 12500 count");
  }

  @Test
  void takesNoNumberOfANameForACount() {
    assertThat(en("Meet at 38 Fulton Road with a reMarkable 2 and read “5 Ways to Rest”."))
        .isEmpty();
    assertThat(en("The 38 Fulton workers met.")).containsExactly("38 = 38 count");
  }

  @Test
  void readsVagueWordsAsOneOrderOfMagnitude() {
    assertThat(zh("数百亿元投资，十几个项目，两千多名工人，三四百吨库存"))
        .containsExactly(
            "数百亿元 = 10000000000..100000000000 CNY about",
            "十几个 = 10..20 count about",
            "两千多名 = 2000.. count more_than",
            "三四百吨 = 300..400 t range");
    assertThat(en("Tens of thousands of homes and several hundred firms lost power."))
        .containsExactly(
            "Tens of thousands = 10000..100000 count about",
            "several hundred = 100..1000 count about");
  }

  @Test
  void readsAPluralScaleThatCountsANoun() {
    assertThat(
            en(
                "Hundreds of dollars, tens of billions of yuan and thousands of jobs; dozens of"
                    + " us."))
        .containsExactly(
            "Hundreds of dollars = 100..1000 USD about",
            "tens of billions of yuan = 10000000000..100000000000 CNY about",
            "thousands = 1000..10000 count about",
            "dozens = 12..120 count about");
  }

  @Test
  void givesTheNumbersOfAListTheUnitAtItsEnd() {
    assertThat(en("It controls 70, 80 and even 90 percent; rates of 10 or 25 percent apply."))
        .containsExactly(
            "70 = 70 %", "80 = 80 %", "90 percent = 90 %", "10 = 10 %", "25 percent = 25 %");
    assertThat(zh("三个港口分别装货12、15和18万吨。"))
        .contains("12 = 120000 t", "15 = 150000 t", "18万吨 = 180000 t");
    assertThat(zh("美国承诺200万美元，几日后追加到900万。"))
        .containsExactly("200万美元 = 2000000 USD", "900万 = 9000000 USD");
  }

  @Test
  void readsNegativeSumsAndRanges() {
    assertThat(zh("累计回报-32.91%，财务费用-148.99万元，位于-1000米到-2500米之间，神舟-15发射。"))
        .containsExactly(
            "-32.91% = -32.91 %",
            "-148.99万元 = -1489900 CNY", "-1000米到-2500米 = -2500..-1000 m range");
    assertThat(en("It was up by 0.9%, against a forecast of -0.2%."))
        .containsExactly("0.9% = 0.9 %", "-0.2% = -0.2 %");
  }

  @Test
  void readsAgesHalvesAndDoubles() {
    assertThat(en("Jane Doe, 38, wrote a page and a half on the triple crisis, half a world away."))
        .containsExactly("38 = 38 year");
    assertThat(
            en(
                "They plan to double output, invest $1 billion over 20 years; he ran it for over 20"
                    + " years."))
        .containsExactly(
            "double = 2 times",
            "$1 billion = 1000000000 USD",
            "20 years = 20 year",
            "over 20 years = 20.. year more_than");
    assertThat(zh("两人谈了8个多小时，合作1年8个月，至少一人受伤，气氛十分热烈，一年严过一年。"))
        .containsExactly(
            "8个多小时 = 8.. hour more_than", "1年8个月 = 20 month", "至少一人 = 1.. count at_least");
  }

  @Test
  void readsNoNumberInResultsNamesAndDaysOfCases() {
    assertThat(
            en("He won 6-4, 2–6, 6-3 with zero tolerance; 118 won prizes, and 12 real jobs came."))
        .containsExactly("118 = 118 count", "12 = 12 count");
    assertThat(zh("“12.6”案和“9·1”事故已结案；骁龙845处理器；“3+N”产业链；唯一一个。")).isEmpty();
  }

  @Test
  void readsNoEnglishNumberAmongWordsOfAnotherLanguage() {
    assertThat(en("De prijs van het huis is ten hoogste 5 euro."))
        .containsExactly("5 euro = 5 EUR");
    assertThat(en("Ten houses were sold.")).containsExactly("Ten = 10 count");
  }

  @Test
  void readsGradesAndPricesOfAShare() {
    assertThat(zh("平均品位4.02克/吨，发行价32.6元/股。"))
        .containsExactly("4.02克/吨 = 4.02 g/t", "32.6元/股 = 32.6 CNY/share");
    assertThat(en("It offered $16.50 per share, with 25 gigawatts and $7.5+ million at stake."))
        .containsExactly(
            "$16.50 per share = 16.5 USD/share",
            "25 gigawatts = 25 GW",
            "$7.5+ million = 7500000.. USD more_than");
  }

  @Test
  void readsHowMuchOfOneThingIsInAnother() {
    assertThat(en("Yields fell to 2.4 tonnes per hectare; the ore holds 14 grams of gold a tonne."))
        .containsExactly("2.4 tonnes per hectare = 2.4 t/ha", "14 grams = 14 g");
    assertThat(en("It dug 1.2 grams per tonne and 300 tonnes per year."))
        .containsExactly("1.2 grams per tonne = 1.2 g/t", "300 tonnes = 300 t");
    assertThat(zh("单产为7.7吨/公顷，每升5毫克，每年300吨。"))
        .containsExactly("7.7吨/公顷 = 7.7 t/ha", "每升5毫克 = 5 mg/L", "300吨 = 300 t");
  }

  @Test
  void readsRangesAndChanges() {
    assertThat(zh("产能5000至8000吨，税率由10%提高到15%，从3%到5%，需2到3个月。"))
        .containsExactly(
            "5000至8000吨 = 5000..8000 t range",
            "10% = 10 %",
            "15% = 15 %",
            "3% = 3 %",
            "5% = 5 %",
            "2到3个月 = 2..3 month range");
    assertThat(en("It needs $1-2 billion and 10 to 15 years; the rate rose from 3 to 5 percent."))
        .containsExactly(
            "$1-2 billion = 1000000000..2000000000 USD range",
            "10 to 15 years = 10..15 year range",
            "3 = 3 %",
            "5 percent = 5 %");
  }

  @Test
  void readsPricesWhereThePerTouchesTheNumber() {
    assertThat(zh("氧化镨钕每公斤569元，运费8元/吨，每月30美元"))
        .containsExactly("每公斤569元 = 569 CNY/kg", "8元/吨 = 8 CNY/t", "每月30美元 = 30 USD/month");
    assertThat(en("a floor of $110 per kilogram, or about $5 a month"))
        .containsExactly("$110 per kilogram = 110 USD/kg", "about $5 a month = 5 USD/month about");
  }

  @Test
  void readsMillionsOfWhatIsCountedAndMetresOfWhatIsLong() {
    assertThat(en("1.4m flats on a 34m hill, a fine of 2.5m Danish kroner, waves 6m high"))
        .containsExactly(
            "1.4m = 1400000 count", "34m = 34 m", "2.5m Danish kroner = 2500000 DKK", "6m = 6 m");
    assertThat(en("She won the 100m women’s final and the 200m."))
        .containsExactly("100m = 100 m", "200m = 200 m");
  }

  @Test
  void readsResultsOfRaces() {
    assertThat(zh("她以10秒62夺冠，领先3秒")).containsExactly("10秒62 = 10.62 second", "3秒 = 3 second");
    assertThat(en("She won in 29:08.31 after 2:11:45 of rain and led by 4 seconds."))
        .containsExactly("4 seconds = 4 second");
  }

  @Test
  void readsMoneyOfEveryKindOfSign() {
    assertThat(en("C$1.5 billion, US$2bn, €5 000,50, HK$40m, RMB 67.75 billion, 3 million pesos"))
        .containsExactly(
            "C$1.5 billion = 1500000000 CAD",
            "US$2bn = 2000000000 USD",
            "€5 000,50 = 5000.5 EUR",
            "HK$40m = 40000000 HKD",
            "RMB 67.75 billion = 67750000000 CNY",
            "3 million pesos = 3000000 peso");
  }

  @Test
  void readsARateOfEachHundredThousandAsItsTwoNumbers() {
    assertThat(zh("每10万人中有4例，每3500人中有1人"))
        .containsExactly(
            "10万人 = 100000 count", "4例 = 4 count", "每3500人中有1人 = 0.02857142857142857 %");
  }

  @Test
  void readsOneInThousandsThatAreNoYear() {
    assertThat(en("It strikes 1 in 2,500 people")).containsExactly("1 in 2,500 = 0.04 %");
    assertThat(en("There was one in 2019")).noneMatch(read -> read.endsWith("%"));
  }

  @Test
  void readsSharesToldAsSoManyOutOfSoMany() {
    assertThat(zh("每五人中就有一人失业，每100辆新车中有45辆是电动车"))
        .containsExactly("每五人中就有一人 = 20 %", "每100辆新车中有45辆 = 45 %");
    assertThat(
            en("One in five mines closed; nearly three in ten workers and 4 out of 5 firms left."))
        .containsExactly(
            "One in five = 20 %", "nearly three in ten = 30 % nearly", "4 out of 5 = 80 %");
  }

  @Test
  void readsTopGroupsAsTheirSize() {
    assertThat(zh("前十大客户，销量排名前三的品牌")).containsExactly("十大 = 10 count", "三 = 3 count");
    assertThat(en("The top five producers; sales are set to top $5 billion."))
        .containsExactly("five = 5 count", "top $5 billion = 5000000000.. USD more_than");
  }

  @Test
  void readsScalesThatStandAlone() {
    assertThat(zh("上百家企业，年产值过亿元，数以万计的用户，网上百家商店，年过半百"))
        .containsExactly(
            "上百家 = 100.. count at_least",
            "过亿元 = 100000000.. CNY more_than",
            "数以万计 = 10000..100000 count about",
            "百家 = 100 count",
            "过半百 = 50.. count more_than");
    assertThat(en("a quarter of a million people, 3 million and a half, three billions"))
        .containsExactly(
            "a quarter of a million = 250000 count",
            "3 million and a half = 3500000 count",
            "three billions = 3000000000 count");
  }

  @Test
  void readsNeighbouringDigitsAsARange() {
    assertThat(zh("三五百人，三五个，四十五六岁，三万四五千人，五、六百家，九十五、六家"))
        .containsExactly(
            "三五百人 = 300..500 count range",
            "三五个 = 3..5 count range",
            "四十五六岁 = 45..46 year range",
            "三万四五千人 = 34000..35000 count range",
            "五、六百家 = 500..600 count range",
            "九十五、六家 = 95..96 count range");
  }

  @Test
  void readsMinutesAndSecondsAsOneLengthOfTime() {
    assertThat(zh("发射8分23秒后降落，全程2小时5分16秒，成绩3分15秒98，砍下8分"))
        .containsExactly(
            "8分23秒 = 8.3833333333333333 minute",
            "2小时5分16秒 = 2.087777777777777774 hour",
            "3分 = 3 points",
            "15秒98 = 15.98 second",
            "8分 = 8 points");
    assertThat(en("in 3 minutes and 12 seconds, then 1 hour 30 minutes 36 seconds"))
        .containsExactly(
            "3 minutes and 12 seconds = 3.2 minute", "1 hour 30 minutes 36 seconds = 1.51 hour");
  }

  @Test
  void readsAmountsInTwoUnitsAsOne() {
    assertThat(zh("用时2小时15分，身高1米75，两角五分，3个半月"))
        .containsExactly(
            "2小时15分 = 2.25 hour", "1米75 = 1.75 m", "两角五分 = 0.25 CNY", "3个半月 = 3.5 month");
    assertThat(
            en(
                "6 feet 2 inches, 2 hours and 30 minutes, 20 dollars and 43 cents, a year and a"
                    + " half"))
        .containsExactly(
            "6 feet 2 inches = 6.1666666666666667 ft",
            "2 hours and 30 minutes = 2.5 hour",
            "20 dollars and 43 cents = 20.43 USD",
            "a year and a half = 1.5 year");
  }

  @Test
  void readsNoTemperatureAndNoInchWhereTheWordSaysAnother() {
    assertThat(zh("受持续高温影响，日用电量达9.8亿度。")).containsExactly("达9.8亿度 = 980000000 kWh");
    assertThat(zh("体感温度高达40度。")).containsExactly("高达40度 = 40 °C");
    assertThat(en("A 3-in-1 printer with a 5-in screen."))
        .doesNotContain("3-in = 3 in")
        .contains("5-in = 5 in");
  }

  @Test
  void readsHalvesAndQuartersOfAUnit() {
    assertThat(en("a cut of half a percentage point after half an hour; half of output"))
        .containsExactly(
            "half a percentage point = 0.5 pp", "half an hour = 0.5 hour", "half = 50 %");
    assertThat(zh("停产半年，八五折，75折，打对折"))
        .containsExactly("半年 = 0.5 year", "八五折 = 85 %", "75折 = 75 %", "对折 = 50 %");
  }

  @Test
  void readsPowersAndFormsOfReports() {
    assertThat(en("2.5^-1 and 10^6; -2.5 M; 75 USD million, but 1,200^4 has a note"))
        .containsExactly(
            "2.5^-1 = 0.4 count",
            "10^6 = 1000000 count",
            "-2.5 M = -2500000 count",
            "75 USD million = 75000000 USD");
    assertThat(zh("共7万 5千 4百户，两千三点一，参佰肆拾萬元，五百卅四人，负 1200000"))
        .containsExactly(
            "7万 5千 4百户 = 75400 count",
            "两千三点一 = 2300.1 count",
            "参佰肆拾萬元 = 3400000 CNY",
            "五百卅四人 = 534 count",
            "负 1200000 = -1200000 count");
  }

  @Test
  void readsTheSignOfEveryCurrency() {
    assertThat(en("100 €, 5 $ and 20 £, 100 ₡, mxn$ 15, ₲500, 100 USD 5 years ago"))
        .containsExactly(
            "100 € = 100 EUR",
            "5 $ = 5 USD",
            "20 £ = 20 GBP",
            "100 ₡ = 100 CRC",
            "mxn$ 15 = 15 MXN",
            "₲500 = 500 PYG",
            "100 USD = 100 USD",
            "5 years = 5 year");
    assertThat(zh("价格为₡100，收费50₾。")).containsExactly("₡100 = 100 CRC", "50₾ = 50 GEL");
  }

  @Test
  void leavesPartsAndRetailAlone() {
    assertThat(zh("分离设备的零件与零部件由零售商代购，其余零星采购。")).isEmpty();
  }

  @Test
  void leavesDatesNamesAndSectionNumbersAlone() {
    assertThat(zh("2025年10月20日，301调查第122条，F-35与G7，标普500指数，北方稀土（600111），9月5日17时。")).isEmpty();
    assertThat(
            en(
                "On March 3, 2023 the F-35, COVID-19 and C5+1 met under Section 301, see Figure 2"
                    + " and 30 U.S.C. 1606(a)."))
        .isEmpty();
  }

  @Test
  void readsRanks() {
    assertThat(zh("产量居全球第二，为世界第三大生产国，增速位居首位"))
        .containsExactly("第二 = 2 rank", "第三大 = 3 rank", "首位 = 1 rank");
    assertThat(en("the second-largest producer, ranked fourth in reserves"))
        .containsExactly("second-largest = 2 rank", "fourth = 4 rank");
    assertThat(en("It ranks #6 of 42 and was ranked No. 9 before."))
        .contains("6 = 6 rank", "9 = 9 rank");
    assertThat(en("Section No. 6 and issue #6 tell of it.")).isEmpty();
  }

  @Test
  void readsPurityInNines() {
    assertThat(zh("量产6N高纯镓")).containsExactly("6N = 99.9999 %");
  }

  @Test
  void readsWhereAnIndexStandsAsPoints() {
    assertThat(zh("今日甲沪指报收3268.83，跌幅为0.59%。"))
        .containsExactly("3268.83 = 3268.83 points", "0.59% = 0.59 %");
    assertThat(en("The Northern index, up 0.4%, closed at 12,239.55. It listed 30 firms."))
        .containsExactly("0.4% = 0.4 %", "12,239.55 = 12239.55 points", "30 = 30 count");
    assertThat(en("The Hale 40 fell 102.2 points, or 0.36%, to 27,934.02."))
        .containsExactly(
            "102.2 points = 102.2 points", "0.36% = 0.36 %", "27,934.02 = 27934.02 points");
  }

  @Test
  void readsTheCurrencyThatIsNamedBeforeItsSum() {
    assertThat(zh("受贿港币3万元、美元0.9万元和欧元2亿；每美元兑7.1元，1美元7.2元。"))
        .containsExactly(
            "港币3万元 = 30000 HKD",
            "美元0.9万元 = 9000 USD",
            "欧元2亿 = 200000000 EUR",
            "7.1元 = 7.1 CNY",
            "1美元 = 1 USD",
            "7.2元 = 7.2 CNY");
  }

  @Test
  void readsPricesThatHyphensJoin() {
    assertThat(en("A $6.99-a-month pass; vials of $4- to $500."))
        .containsExactly("$6.99-a-month = 6.99 USD/month", "$4- to $500 = 4..500 USD range");
  }

  @Test
  void readsNumbersWhoseSignsWereCutApart() {
    assertThat(en("He took at least $ 120, 000, or NT $ 0.65 a day; a level of 0. 07 percent."))
        .containsExactly(
            "at least $ 120, 000 = 120000.. USD at_least",
            "NT $ 0.65 a day = 0.65 TWD/day",
            "0. 07 percent = 0.07 %");
    assertThat(en("It drove out 170, 000 people, in 12, 500 homes of the first."))
        .contains("170, 000 = 170000 count");
    assertThat(en("The codes are 050, 170, 000, 210 and no other.").toString())
        .doesNotContain("170000", "170000210");
    assertThat(zh("净利润为49，893，651元，规模4到5万亿美元。"))
        .containsExactly(
            "49，893，651元 = 49893651 CNY", "4到5万亿美元 = 4000000000000..5000000000000 USD range");
  }

  @Test
  void readsNoNumberInProductsClocksAndSizes() {
    assertThat(en("The iPhone 11 costs $699.")).containsExactly("$699 = 699 USD");
    assertThat(en("At 7.45 a.m. a man of 6'2\" with Bluetooth 5.2 put $90 in a 401(k)."))
        .containsExactly("$90 = 90 USD");
    assertThat(zh("十四届全国人大谈到“新三样”，又到一年毕业季，近5日成交9万套。"))
        .containsExactly("5日 = 5 day", "9万套 = 90000 count");
    assertThat(zh("14时28分04秒，新发现13个亿吨级油田。")).containsExactly("13个 = 13 count");
  }

  @Test
  void readsABareNumberAfterAShareAsOne() {
    assertThat(en("Prices rose 3.2 percent in May and 2.8 in June, and 4.5 litres ran out."))
        .containsExactly("3.2 percent = 3.2 %", "2.8 = 2.8 %", "4.5 litres = 4.5 L");
    assertThat(en("Sales rose 5 percent and 2,000 came; prices fell 3 percent and 40 left."))
        .contains("5 percent = 5 %", "3 percent = 3 %")
        .doesNotContain("2,000 = 2000 %", "40 = 40 %");
    assertThat(zh("甲占10%，乙大概是23，丙是13%。")).contains("大概是23 = 23 % about");
    assertThat(zh("甲占10%，乙大概是2300，丙是13%。")).contains("大概是2300 = 2300 count about");
    assertThat(zh("甲占10%，乙大概是23.69，丙是13%。"))
        .containsExactly("10% = 10 %", "大概是23.69 = 23.69 % about", "13% = 13 %");
  }

  @Test
  void readsSharesAndSpansWithoutTheirParts() {
    assertThat(en("About 1 in 36 children; a year or two; a loss of minus $3 million."))
        .containsExactly(
            "About 1 in 36 = 2.777777777777778 % about",
            "a year or two = 1..2 year range", "$3 million = -3000000 USD");
    assertThat(en("It grew over a 20-year period; people over the age of 50 left."))
        .containsExactly("20-year = 20 year", "50 = 50 year");
  }

  @Test
  void tellsPoundsOfMoneyFromThoseOfWeight() {
    assertThat(en("Cod fetched 4.10 pounds a kilo; she paid 300 pounds for 12 pounds of it."))
        .containsExactly(
            "4.10 pounds a kilo = 4.1 GBP/kg", "300 pounds = 300 GBP", "12 pounds = 12 lb");
    assertThat(
            en("A 5 billion pound debt; the ship weighs 5 million pounds; crews earn 30 crowns."))
        .containsExactly(
            "5 billion pound = 5000000000 GBP",
            "5 million pounds = 5000000 lb",
            "30 crowns = 30 krone");
    assertThat(en("He won 12 crowns.")).containsExactly("12 = 12 count");
  }

  @Test
  void readsPricesAndSpeedsBehindHowTheyAreMeant() {
    assertThat(zh("每公斤不足5万元，每吨1.2万至1.5万元，最大阵风每秒52米，以每小时10—15公里移动。"))
        .containsExactly(
            "不足5万元 = ..50000 CNY/kg less_than", "每吨1.2万至1.5万元 = 12000..15000 CNY/t range",
            "每秒52米 = 52 m/s", "每小时10—15公里 = 10..15 km/h range");
  }

  @Test
  void readsPartsAndHalvesOfWhatIsCounted() {
    assertThat(
            en("A dozen and a half loaves, seven-and-a-half years, a half-century, a third more."))
        .containsExactly(
            "A dozen and a half = 18 count", "seven-and-a-half years = 7.5 year",
            "a half-century = 50 year", "a third = 33.33333333333333 %");
    assertThat(zh("这块地三亩二分，领先百分之三秒。")).containsExactly("三亩二分 = 3.2 mu", "百分之三秒 = 0.03 second");
  }

  @Test
  void readsDegreesAndMagnitudesWhereTheTextTellsOfThem() {
    assertThat(en("The night low was -14C in Harn. Gate 14C and the 14C dating of it."))
        .containsExactly("-14C = -14 °C");
    assertThat(zh("震级为6.1级，阵风7级。")).containsExactly("6.1级 = 6.1 magnitude");
    assertThat(en("The 400m men won before 400m women in the town, aged between 18 and 35."))
        .containsExactly("400m = 400 m", "400m = 400000000 count", "18 and 35 = 18..35 year range");
  }

  @Test
  void readsHalvesAndQuartersAfterOneOfAUnit() {
    assertThat(en("Simmer for an hour and three quarters, a metre and a half from the door."))
        .containsExactly("an hour and three quarters = 1.75 hour", "a metre and a half = 1.5 m");
    assertThat(en("She won by a tenth of a second after a 1/40 second exposure."))
        .containsExactly("a tenth of a second = 0.1 second", "1/40 second = 0.025 second");
    assertThat(en("It took two hours and a quarter of the money.")).contains("two hours = 2 hour");
    assertThat(zh("他身高一米八三，弟弟一米八，树高三米五，每隔两米一棵。"))
        .containsExactly("一米八三 = 1.83 m", "一米八 = 1.8 m", "三米五 = 3.5 m", "两米 = 2 m");
  }

  @Test
  void readsRangesOfAgesAndOfNearNumbers() {
    assertThat(
            en(
                "It was given to 12- to 15-year-olds after 45 or 50 years, on walks of 2.5 or 5"
                    + " miles."))
        .containsExactly(
            "12- to 15-year-olds = 12..15 year range",
            "45 or 50 years = 45..50 year range",
            "2.5 = 2.5 mi",
            "5 miles = 5 mi");
    assertThat(zh("相对湿度95%-65%，水量五千到六千万立方米，最高31℃，最低27℃。"))
        .containsExactly(
            "95%-65% = 65..95 % range",
            "五千到六千万立方米 = 50000000..60000000 m3 range", "31℃ = 31 °C", "27℃ = 27 °C");
  }

  @Test
  void readsPenceInchesAndOpenNumbersOfAUnit() {
    assertThat(en("Shares closed down 14p at 232p after 30+ years; the film is in 1080p."))
        .containsExactly("14p = 0.14 GBP", "232p = 2.32 GBP", "30+ years = 30.. year more_than");
    assertThat(en("About 5in of snow fell, up 5 in a year."))
        .containsExactly("About 5in = 5 in about", "5 = 5 count");
    assertThat(zh("噪声不超45分贝，烤箱一百六十度；转动四十五度。"))
        .containsExactly("不超45分贝 = ..45 dB at_most", "一百六十度 = 160 °C", "四十五度 = 45 °");
  }

  @Test
  void readsWhatAHyphenJoinsToItsNumberButNoManner() {
    assertThat(
            en("A six-member panel saw a four-door car on the two-way street of a three-star inn."))
        .containsExactly("six = 6 count", "four = 4 count");
    assertThat(zh("二一年签约，五五分成，三五年后见效，配USB-C 4.0接口和16/32GB内存。"))
        .containsExactly("三五年 = 3..5 year range");
  }

  @Test
  void tellsByHowMuchSomethingMovedFromWhereItMovedTo() {
    assertThat(
            en(
                "A stamp goes up 15p to £1.80; eight cents more than a week ago; it costs $2 to $14."))
        .containsExactly(
            "15p = 0.15 GBP",
            "£1.80 = 1.8 GBP",
            "eight cents = 0.08 USD",
            "$2 to $14 = 2..14 USD range");
    assertThat(zh("票价涨2元至14元，工资上涨3%至5%。"))
        .containsExactly("2元 = 2 CNY", "14元 = 14 CNY", "3%至5% = 3..5 % range");
  }

  @Test
  void leavesABoundToTheNumberItIsOf() {
    assertThat(
            en(
                "Gusts of up to 110 mph and more than 14 inches of rain; a film took $58.2 million from 4,102 theaters."))
        .containsExactly(
            "up to 110 mph = ..110 mph at_most",
            "more than 14 inches = 14.. in more_than",
            "$58.2 million = 58200000 USD",
            "4,102 = 4102 count");
    assertThat(en("In 2019 more than 20 people left before."))
        .containsExactly("more than 20 = 20.. count more_than");
    assertThat(en("In five years more than 200 left, give or take plus or minus three points."))
        .containsExactly(
            "five years = 5 year",
            "more than 200 = 200.. count more_than",
            "three points = 3 points");
    assertThat(zh("误差正负3个百分点，他服刑28年零6个月。")).containsExactly("3个百分点 = 3 pp", "28年零6个月 = 342 month");
  }

  @Test
  void readsSharesHalvesAndPricesWithWordsBetween() {
    assertThat(zh("每十名学生中只有三名会游泳，面粉两杯半，三台半导体设备，他身高两米零一。"))
        .containsExactly("每十名学生中只有三名 = 30 %", "两杯半 = 2.5 count", "三台 = 3 count", "两米零一 = 2.01 m");
    assertThat(zh("居民电价每度0.56元，训练数据15万亿token，年产葡萄酒8.5万百升。"))
        .containsExactly(
            "每度0.56元 = 0.56 CNY/kWh", "15万亿 = 15000000000000 count", "8.5万百升 = 8500000 L");
  }

  @Test
  void givesNothingForTextOfDigitsWithoutEnd() {
    assertThat(en("1".repeat(100_000))).isEmpty();
    assertThat(zh("一".repeat(100_000)).size()).isLessThan(10_000);
  }
}
