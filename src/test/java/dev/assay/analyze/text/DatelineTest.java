package dev.assay.analyze.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the words of a news text begin.
final class DatelineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "【青禾日报记者 李芳】|大桥已经通车。",
        "原标题：大桥通车 2023-08-17 06:40:43 作者：李芳 |大桥已经通车。",
        "新华社北京8月17日电 |大桥已经通车。",
        "LONDON (Carrow) — |The bridge is open."
      })
  void endsBeforeTheFirstWords(String text) {
    assertThat(Dateline.end(text.replace("|", ""))).isEqualTo(text.indexOf('|'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "【莱纳斯11月9日在海陵省开工建设第二座稀土分离厂，本报记者李芳报道】",
        "【青禾日报记者 李芳】 。",
        "原标题：大桥通车【青禾日报记者 李芳】",
        "原标题：大桥通车【青禾日报记者 李芳】。",
        "新华社北京8月17日电 ",
        "LONDON (Carrow) — "
      })
  void isNoneWhereNoWordsAreLeft(String text) {
    assertThat(Dateline.end(text)).isZero();
  }
}
