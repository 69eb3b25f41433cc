package dev.assay.analyze.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TableScalesTest {

  private static final QuantityExtractor EXTRACTOR = new QuantityExtractor(Lexicon.shipped());

  private static List<String> read(String table, @Nullable String above) {
    return EXTRACTOR.read(table, Language.UNKNOWN, null, above).quantities().stream()
        .map(q -> q.span().in(table) + " = " + QuantityExamplesTest.shown(q))
        .toList();
  }

  @Test
  void givesEveryCellTheScaleAtTheHeadOfItsTable() {
    assertThat(
            read(
                """
                (In millions of dollars) │ 2023 │ 2024
                Revenue │ 1,204.5 │ 1,985
                Costs │ $640 │ 1985
                Margin │ 46.9% │ 50.1%""",
                null))
        .containsExactly(
            "1,204.5 = 1204500000 USD",
            "1,985 = 1985000000 USD",
            "$640 = 640000000 USD",
            "1985 = 1985000000 USD",
            "46.9% = 46.9 %",
            "50.1% = 50.1 %");
    assertThat(
            read(
                """
                单位：万元
                项目 │ 2023年 │ 2024年
                营业收入 │ 228.06 │ 251.8
                毛利率 │ 18.7% │ 20.1%""",
                null))
        .containsExactly(
            "228.06 = 2280600 CNY", "251.8 = 2518000 CNY", "18.7% = 18.7 %", "20.1% = 20.1 %");
  }

  @Test
  void prefersTheScaleOfTheColumnAndOfTheRow() {
    assertThat(
            read(
                """
                矿山 │ 产量（万吨） │ 产值，亿元 │ 员工
                北坑 │ 1.5 │ 20 │ 300人""",
                null))
        .containsExactly("1.5 = 15000 t", "20 = 2000000000 CNY", "300人 = 300 count");
    assertThat(
            read(
                """
                （单位：亿元） │ 2023年 │ 2024年
                产值 │ 20 │ 22.5
                产量（万吨） │ 1.5 │ 2""",
                null))
        .containsExactly(
            "20 = 2000000000 CNY", "22.5 = 2250000000 CNY", "1.5 = 15000 t", "2 = 20000 t");
    assertThat(
            read(
                """
                Mine │ Output (kt) │ Sales, US$m │ Staff
                North │ 15 │ 20.5 │ 300""",
                null))
        .containsExactly("15 = 15000 t", "20.5 = 20500000 USD", "300 = 300 count");
  }

  @Test
  void takesTheScaleFromTheLineAbove() {
    String table = "Item │ 2024\nRevenue │ 251.8\nCosts │ 90";
    assertThat(read(table, "Results (in thousands of euros)"))
        .containsExactly("251.8 = 251800 EUR", "90 = 90000 EUR");
    assertThat(read(table, "The mine opened in 2019."))
        .containsExactly("251.8 = 251.8 count", "90 = 90 count");
    assertThat(read("项目 │ 2024年\n收入 │ 251.8\n成本 │ 90", "表一 （百万元）"))
        .containsExactly("251.8 = 251800000 CNY", "90 = 90000000 CNY");
  }

  @Test
  void leavesTextThatIsNoTableAlone() {
    assertThat(read("In millions of homes, 300 remained.", null))
        .containsExactly("300 = 300 count");
    assertThat(read("单位：万元", null)).isEmpty();
  }
}
