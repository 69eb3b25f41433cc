package dev.assay.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fold.ContentTokens;
import org.junit.jupiter.api.Test;

final class WordingTest {

  private static final String CHINESE =
      "截至8月7日收盘，泰岭药业报收于%s元，上涨%s%%，成交量%s万手。资金流向数据方面，主力资金净流出%s万元，占总成交额%s%%。";

  private static final String ENGLISH =
      "Tairidge shares closed at %s on Monday, up %s percent from the session before. Some %s million shares changed hands, against an average of %s million over the past %s sessions.";

  @Test
  void seesAFormThatIsFilledInAnew() {
    assertThat(
            filledAnew(
                CHINESE.formatted("12.36", "3.59", "1.17", "204.1", "4.54"),
                CHINESE.formatted("8.42", "0.71", "2.93", "77.6", "6.74")))
        .isGreaterThan(0.5);
    assertThat(
            filledAnew(
                ENGLISH.formatted("12.36", "3.59", "1.17", "2.4", "20"),
                ENGLISH.formatted("8.42", "0.71", "2.93", "3.1", "30")))
        .isGreaterThan(0.5);
  }

  @Test
  void seesNoneInATextThatRepeatsAnother() {
    String chinese = CHINESE.formatted("12.36", "3.59", "1.17", "204.1", "4.54");
    String english = ENGLISH.formatted("12.36", "3.59", "1.17", "2.4", "20");

    assertThat(filledAnew(chinese, chinese + "分析人士说，这与行业的走势一致。")).isLessThan(0.1);
    assertThat(filledAnew(english, english + " Analysts said the sector had moved alike."))
        .isLessThan(0.1);
  }

  @Test
  void seesNoneInReportsInWordsOfTheirOwn() {
    assertThat(
            filledAnew(
                "8月7日凌晨，环江纸业的一座仓库起火，2名值班工人受伤，消防部门出动9辆消防车。",
                "环江纸业仓库深夜失火。据通报，9辆消防车赶到现场，两名夜班工人被送往医院。"))
        .isZero();
    assertThat(
            filledAnew(
                "A fire at a warehouse in Carrow injured two night workers on Monday; nine engines put it out.",
                "Two workers were hurt when flames tore through a Carrow warehouse, where 9 fire engines fought the fire."))
        .isZero();
  }

  private static double filledAnew(String one, String other) {
    return wording(one).filledAnew(wording(other));
  }

  private static Wording wording(String text) {
    return Wording.of(ContentTokens.of(text), 4_000);
  }
}
