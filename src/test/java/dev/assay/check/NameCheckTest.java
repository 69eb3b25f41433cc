package dev.assay.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NameCheckTest {

  private static final Checker CHECKER = Checker.of(Lexicon.shipped());

  private static List<String> names(String sentence, String source) {
    return CHECKER.check(sentence, List.of(source), Language.EN).names().stream()
        .map(name -> name.span().in(sentence) + " " + name.standing().word())
        .toList();
  }

  private static boolean supported(String sentence, String source) {
    return CHECKER.check(sentence, List.of(source), Language.EN).isSupported();
  }

  @Test
  void findsAThingByAnyOfItsNamesInTheOtherLanguage() {
    assertThat(names("Lynas will expand its plant in Malaysia.", "莱纳斯将扩建其马来西亚工厂。"))
        .containsExactly("Lynas named", "Malaysia named");
    assertThat(names("莱纳斯稀土与日本签约。", "萊納斯與日本簽約。")).containsExactly("莱纳斯稀土 named", "日本 named");
  }

  @Test
  void missesACompanyThatTheSourceDoesNotName() {
    assertThat(supported("Lynas sold 300 tonnes.", "MP Materials卖出300吨。")).isFalse();
    assertThat(names("莱纳斯卖出300吨。", "MP Materials sold 300 tonnes.")).containsExactly("莱纳斯 missing");
  }

  @Test
  void missesACountryOnlyWhereTheSourceNamesAnother() {
    assertThat(supported("Japan bought 300 tonnes.", "Vietnam bought 300 tonnes.")).isFalse();
    assertThat(names("China will cut exports.", "商务部今天宣布削减出口。")).containsExactly("China unnamed");
    assertThat(supported("China will cut exports.", "商务部今天宣布削减出口。")).isTrue();
  }
}
