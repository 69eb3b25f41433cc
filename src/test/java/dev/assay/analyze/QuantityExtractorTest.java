package dev.assay.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuantityExtractorTest {

  private static final QuantityExtractor EXTRACTOR = new QuantityExtractor();

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
  void readsMoneyOfEveryKindOfSign() {
    assertThat(en("C$1.5 billion, US$2bn, €5 000,50, HK$40m, RMB 67.75 billion, 3 million pesos"))
        .containsExactly(
            "C$1.5 billion = 1500000000 CAD",
            "US$2bn = 2000000000 USD",
            "€5 000,50 = 5000.5 EUR",
            "HK$40m = 40000000 HKD",
            "RMB 67.75 billion = 67750000000 CNY",
            "3 million pesos = 3000000 MXN");
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
                "On March 3, 2023 the F-35, COVID-19 and C5+1 met under Section 301, see Figure 2 and 30 U.S.C. 1606(a)."))
        .isEmpty();
  }

  @Test
  void readsRanks() {
    assertThat(zh("产量居全球第二，为世界第三大生产国，增速位居首位"))
        .containsExactly("第二 = 2 rank", "第三大 = 3 rank", "首位 = 1 rank");
    assertThat(en("the second-largest producer, ranked fourth in reserves"))
        .containsExactly("second-largest = 2 rank", "fourth = 4 rank");
  }

  @Test
  void readsPurityInNines() {
    assertThat(zh("量产6N高纯镓")).containsExactly("6N = 99.9999 %");
  }

  @Test
  void givesNothingForTextOfDigitsWithoutEnd() {
    assertThat(en("1".repeat(100_000))).isEmpty();
    assertThat(zh("一".repeat(100_000)).size()).isLessThan(10_000);
  }
}
