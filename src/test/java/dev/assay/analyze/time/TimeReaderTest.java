package dev.assay.analyze.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.number.HanNumerals;
import dev.assay.analyze.text.FoldedText;
import dev.assay.lexicon.Lexicon;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimeReaderTest {

  private static final TimeReader READER =
      new TimeReader(Lexicon.shipped(), new HanNumerals(Lexicon.shipped()));
  private static final LocalDate WRITTEN = LocalDate.of(2025, 11, 22);

  private static List<TimeExpression> read(String text) {
    return READER.read(new FoldedText(text), WRITTEN);
  }

  private static List<String> isoOf(String text) {
    return read(text).stream().map(TimeExpression::iso).toList();
  }

  @Test
  void takesAVerbInATitleForNoMonth() {
    assertThat(isoOf("This May Be the Last Harvest. Why It May Not Work.")).isEmpty();
    assertThat(isoOf("It opens this May. Prices since May have risen.")).hasSize(2);
  }

  @Test
  void readsMayBesideAMonthBeforeIt() {
    assertThat(isoOf("March and May were dry; June or May will be wet, Nov. 2024 to May not."))
        .contains("2025-03", "2025-05", "2025-06")
        .hasSize(6);
    assertThat(isoOf("The march and May Ellwood came.")).isEmpty();
  }

  @Test
  void readsTomorrowBehindWhatSomebodySays() {
    for (String said : List.of("该公司说明天起提价5%。", "厂长保证明天恢复供气。", "预报说明天气温下降。", "預報說明天氣溫下降。")) {
      assertThat(isoOf(said)).as(said).containsExactly("2025-11-23");
    }
    assertThat(isoOf("近5日资金流出，过去10日无雨，罚行拘15日，每月21日接待。")).isEmpty();
    assertThat(isoOf("They said it opens tomorrow.")).containsExactly("2025-11-23");
    assertThat(isoOf("数据表明天然气涨价，目前天津停气，报告说明天然橡胶短缺。")).isEmpty();
  }

  @Test
  void takesADayAloneForTheNearestToTheDayOfWriting() {
    assertThat(read("该公司20日宣布增产，31日起停产，将于25日复产。"))
        .extracting(TimeExpression::first)
        .containsExactly(
            LocalDate.of(2025, 11, 20), LocalDate.of(2025, 10, 31), LocalDate.of(2025, 11, 25));
  }

  @Test
  void knowsNoDayOfATimeOfDayAlone() {
    assertThat(read("上午8时30分开市")).extracting(TimeExpression::first).containsOnlyNulls();
    assertThat(read("trading opens at 8:30 a.m."))
        .extracting(TimeExpression::last)
        .containsOnlyNulls();
  }

  @Test
  void readsTheYearsOfAFiveYearPlan() {
    assertThat(isoOf("“十五五”时期增产，十三五期间减产，到“十四五”末持平，第十一个五年规划提出目标。"))
        .containsExactly("2026..2030", "2016..2020", "2025", "2006..2010");
    assertThat(
            isoOf("In the 15th Five-Year Plan period output rises; the thirteenth five-year plan"))
        .containsExactly("2026..2030", "2016..2020");
    assertThat(isoOf("It is due by the end of the 14th Five-Year Plan.")).containsExactly("2025");
  }

  @Test
  void takesADiscountOrANumberForNoPlan() {
    assertThat(isoOf("全场九五折，门票七五折，十五名工人到岗，一百一十五人留下。")).isEmpty();
    assertThat(isoOf("九五期间投产，“十五”计划收官。")).containsExactly("1996..2000", "2001..2005");
    assertThat(isoOf("the 15th of five plans, the second plan")).isEmpty();
  }

  @Test
  void readsACenturyInBothLanguages() {
    assertThat(isoOf("The word is first met in the 14th century.")).containsExactly("1300..1399");
    assertThat(isoOf("A 19th-century mill")).containsExactly("1800..1899");
    assertThat(isoOf("该词最早见于14世纪。")).containsExactly("1300..1399");
    assertThat(isoOf("20th Century Studios was 14th.")).isEmpty();
  }

  @Test
  void readsAYearBeforeANumberOfTwoDigits() {
    assertThat(isoOf("In 2019, 12 mines closed.")).containsExactly("2019");
    assertThat(isoOf("2019年, 12座矿山关闭。")).containsExactly("2019");
    assertThat(isoOf("It shipped 2,019,120 tonnes.")).isEmpty();
  }

  @Test
  void readsARunOfMonthsAsOneTime() {
    assertThat(isoOf("1至9月进口增长，1—10月份利润下降，去年前三季度亏损，一至三季度扭亏，前8月持平。"))
        .containsExactly(
            "2025-01..2025-09",
            "2025-01..2025-10",
            "2024-01..2024-09",
            "2025-01..2025-09",
            "2025-01..2025-08");
    assertThat(isoOf("2025年4月至6月和7-12月；2024年前10個月；首九個月，去年首8个月，首季。"))
        .containsExactly(
            "2025-Q2",
            "2025-H2",
            "2024-01..2024-10",
            "2025-01..2025-09",
            "2024-01..2024-08",
            "2025-Q1");
    assertThat(
            isoOf(
                "Profit fell in the first nine months, rose from January to September 2024, and was"
                    + " flat in the nine months ended September 30, 2023 and the first ten months of"
                    + " last year; between May and July it doubled, in the January-March quarter not."))
        .containsExactly(
            "2025-01..2025-09",
            "2024-01..2024-09",
            "2023-01..2023-09",
            "2024-01..2024-10",
            "2025-05..2025-07",
            "2025-Q1");
  }

  @Test
  void takesMonthsSoFarForThoseOfTheYearThatGoesOn() {
    assertThat(isoOf("前两个月增长，1至11月下降。")).containsExactly("2025-01..2025-02", "2025-01..2025-11");
    assertThat(isoOf("From January 2023 to May 2023 it fell; March 2024 to May 2025 it rose."))
        .containsExactly("2023-01..2023-05", "2024-03", "2025-05");
  }

  @Test
  void takesMonthsOfSomethingElseForNoTime() {
    assertThat(isoOf("大选前三个月民调反转，9、10月再变，3月1日至5月5日停产，前一个月也是。"))
        .containsExactly("2025-09", "2025-10", "2025-03-01", "2025-05-05");
    assertThat(
            isoOf(
                "In the first six months of pregnancy and the first three months after the launch;"
                    + " the 12 months to June; July and October; March 3 to May 5."))
        .containsExactly("2025-06", "2025-07", "2025-10", "2025-03-03", "2025-05-05");
  }

  @Test
  void readsAYearWithoutItsCenturyWhereAWordTellsThatItIsOne() {
    assertThat(isoOf("It rose from '98 to ’26, with the '76 team of the ‘80s and in 2018—22年."))
        .containsExactly("1998", "2026", "1976", "1980..1989", "2018");
    assertThat(isoOf("“in '26' he wrote: '10 of '15 people left'.")).isEmpty();
  }

  @Test
  void takesAMonthWithoutAYearForOneThatWasUnlessItIsSoon() {
    assertThat(isoOf("中国4月4日宣布管制。")).containsExactly("2025-04-04");
    assertThat(isoOf("The rule was announced on March 30.")).containsExactly("2025-03-30");
    assertThat(isoOf("规定1月10日起实行。")).containsExactly("2026-01-10");
    assertThat(isoOf("The rule applies from February 1.")).containsExactly("2026-02-01");
  }

  @Test
  void readsAMonthThatIsToldFromTheDayOfWriting() {
    assertThat(isoOf("It opens next March, and next December the mill; last June it was delayed."))
        .containsExactly("2026-03", "2025-12", "2025-06");
    assertThat(isoOf("Signed in March last year, on May 5 of last year and on 6 June next year."))
        .containsExactly("2024-03", "2024-05-05", "2026-06-06");
    assertThat(isoOf("Last November and this March it stood still."))
        .containsExactly("2024-11", "2025-03");
    assertThat(isoOf("明年3月投产，去年三月开工，去年5月6日获批。"))
        .containsExactly("2026-03", "2024-03", "2024-05-06");
    assertThat(isoOf("They march next to this mayor.")).isEmpty();
  }

  @Test
  void readsTheReportOfAFirstQuarterAsThatQuarter() {
    assertThat(isoOf("2024年一季报显示，营收增长。")).containsExactly("2024-Q1");
    assertThat(isoOf("The report of the first quarter of 2024 shows growth."))
        .containsExactly("2024-Q1");
  }

  @Test
  void readsTheHoursOfTheAfternoon() {
    assertThat(isoOf("晚上8点开始，下午3时30分结束，上午9点再开。")).containsExactly("20:00", "15:30", "09:00");
    assertThat(isoOf("11月20日晚8点")).containsExactly("2025-11-20T20:00");
    assertThat(isoOf("It opened at 8 p.m. and closed at 9:30 am."))
        .containsExactly("20:00", "09:30");
  }

  @Test
  void takesAQuarterFarAheadForThatOfTheLastYear() {
    LocalDate january = LocalDate.of(2026, 1, 15);
    assertThat(READER.read(new FoldedText("第四季度净利润增长，第一季度预计持平。"), january))
        .extracting(TimeExpression::iso)
        .containsExactly("2025-Q4", "2026-Q1");
    assertThat(
            READER.read(
                new FoldedText("Profit of the fourth quarter rose; the second quarter is slower."),
                january))
        .extracting(TimeExpression::iso)
        .containsExactly("2025-Q4", "2026-Q2");
  }

  @Test
  void readsAPartOfAYearThatFollowsTheDigitsOfTheYear() {
    assertThat(isoOf("2025Q3 orders rose.")).containsExactly("2025-Q3");
    assertThat(isoOf("2025 first-quarter sales rose.")).containsExactly("2025-Q1");
    assertThat(isoOf("2026上半年投产，2023一季报显示增长。")).containsExactly("2026-H1", "2023-Q1");
    assertThat(isoOf("2023中报显示增长，2024年半年报显示下滑。")).containsExactly("2023-H1", "2024-H1");
  }

  @Test
  void takesTheSameMonthForTheOneNamedBefore() {
    assertThat(isoOf("2024年9月出口增长，当月进口下降。")).containsExactly("2024-09", "2024-09");
    assertThat(isoOf("当月进口下降。")).isEmpty();
  }

  @Test
  void readsTheFirstOfTwoDaysOfOneMonth() {
    assertThat(isoOf("It runs from 28 to 31 July 2023."))
        .containsExactly("2025-07-28", "2023-07-31");
    assertThat(isoOf("8月16日讯")).containsExactly("2025-08-16");
  }
}
