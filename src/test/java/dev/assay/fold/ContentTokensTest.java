package dev.assay.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class ContentTokensTest {

  private static List<String> words(String text) {
    ContentTokens tokens = ContentTokens.of(text);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(text.substring(tokens.start(i), tokens.end(i)));
    }
    return words;
  }

  private static List<Long> hashes(String text) {
    ContentTokens tokens = ContentTokens.of(text);
    List<Long> hashes = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      hashes.add(tokens.hash(i));
    }
    return hashes;
  }

  @Test
  void cutsChineseIntoCharactersAndKeepsNumbersWhole() {
    assertThat(words("出口量为 5.4万吨，同比下降 12%。"))
        .containsExactly("出", "口", "量", "为", "5.4万", "吨", "同", "比", "下", "降", "12%");
  }

  @Test
  void cutsEnglishIntoWordsNumbersAndCodes() {
    assertThat(words("Exports fell 12% to 54,000 t; model QN900C, 5kg each."))
        .containsExactly(
            "Exports", "fell", "12%", "to", "54,000", "t", "model", "QN900C", "5", "kg", "each");
  }

  @Test
  void makesOneOfTraditionalAndSimplifiedHalfAndFullWidthUpperAndLowerCase() {
    assertThat(hashes("稀土出口管制，Ａ股 ABC")).isEqualTo(hashes("稀土出口管制 a股 abc"));
    assertThat(hashes("產業鏈與關鍵礦產")).isEqualTo(hashes("产业链与关键矿产"));
  }

  @Test
  void comparesNumbersByTheirValue() {
    assertThat(hashes("三千五百")).isEqualTo(hashes("3,500"));
    assertThat(hashes("二〇二五年")).isEqualTo(hashes("2025年"));
    assertThat(hashes("5.4万吨")).isEqualTo(hashes("54,000吨"));
    assertThat(hashes("两亿")).isEqualTo(hashes("20000万"));
    assertThat(hashes("百分之四十")).isEqualTo(hashes("40%"));
    assertThat(hashes("4成")).isEqualTo(hashes("40％"));
    assertThat(hashes("08月")).isEqualTo(hashes("8月"));
    assertThat(hashes("下跌 -3.50%")).isEqualTo(hashes("下跌 -3.5%"));
  }

  @Test
  void tellsNumbersOfAnotherValueApart() {
    assertThat(hashes("40%")).isNotEqualTo(hashes("40"));
    assertThat(hashes("-3.5%")).isNotEqualTo(hashes("3.5%"));
    assertThat(hashes("5万")).isNotEqualTo(hashes("5亿"));
    assertThat(hashes("1.5")).isNotEqualTo(hashes("15"));
  }

  @Test
  void readsTheMarkOfAListAndTheDateBehindItApart() {
    assertThat(words("1.8月5日")).containsExactly("1", "8", "月", "5", "日");
    assertThat(words("1.8亿")).containsExactly("1.8亿");
  }

  @Test
  void leavesWordsWithNumeralCharactersAlone() {
    assertThat(words("百度成立")).containsExactly("百", "度", "成", "立");
    assertThat(words("4成立")).containsExactly("4", "成", "立");
  }

  @Property(tries = 300)
  void coversAnyTextInOrderWithoutOverlap(@ForAll String text) {
    ContentTokens tokens = ContentTokens.of(text);
    int end = 0;
    for (int i = 0; i < tokens.size(); i++) {
      assertThat(tokens.start(i)).isGreaterThanOrEqualTo(end);
      assertThat(tokens.end(i)).isGreaterThan(tokens.start(i));
      end = tokens.end(i);
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }
}
