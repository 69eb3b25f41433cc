package dev.assay.analyze.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Language;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MeasurandFinderTest {

  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
  private static final TextMarks MARKS = new TextMarks(Lexicon.shipped());

  private static WordedText worded(String text) {
    Language language = LanguageDetector.detect(text, Language.EN);
    return MARKS.worded(
        NUMBERS.readAlone(1, text, language, null), language.isChinese(), List.of());
  }

  /// The phrases for the first figure of a text.
  private static List<String> phrases(String text) {
    WordedText worded = worded(text);
    return new MeasurandFinder(worded)
        .of(worded.figures.getFirst()).stream().map(worded::written).toList();
  }

  @Test
  void findsWholePhrasesBesideTheFigure() {
    assertThat(phrases("The fleet has 37 hybrid ships with wooden decks."))
        .contains("hybrid ships", "ships", "hybrid ships with wooden decks", "fleet");
    assertThat(phrases("该局查处侵犯商标权案件69件，罚没金额1094万元。")).contains("侵犯商标权案件", "案件", "罚没金额");
  }

  @Test
  void findsThemInTheSentenceBefore() {
    assertThat(phrases("The ferries carried fewer passengers. In May there were 4,100."))
        .contains("passengers", "fewer passengers");
    assertThat(phrases("渡轮的乘客减少了。5月有4100人次。")).contains("乘客");
  }

  @Test
  void takesNoFigureAndNoStopIntoAPhrase() {
    assertThat(phrases("Of 37 ships, 12 sail; the others wait, and 9 boats are sold."))
        .isNotEmpty()
        .noneMatch(phrase -> phrase.matches(".*[0-9,;].*"));
    assertThat(phrases("37艘船中，12艘出海；其余等候，9条小船出售。"))
        .isNotEmpty()
        .noneMatch(phrase -> phrase.matches(".*[0-9，；].*"));
  }

  @Test
  void takesNoPhraseOfTheFigureBefore() {
    assertThat(last("松岭论坛有60个国家和地区400家海外媒体出席。")).contains("海外媒体").doesNotContain("国家和地区", "地区");
    assertThat(last("Of 60 countries 400 newspapers came."))
        .contains("newspapers")
        .doesNotContain("countries");
  }

  /// The phrases for the last figure of a text.
  private static List<String> last(String text) {
    WordedText worded = worded(text);
    return new MeasurandFinder(worded)
        .of(worded.figures.getLast()).stream().map(worded::written).toList();
  }

  @Test
  void tearsNoName() {
    assertThat(phrases("The fund spent $25 million on Costa Norte's harbour defences."))
        .contains("Costa Norte's harbour defences")
        .noneMatch(phrase -> phrase.startsWith("Norte"));
    assertThat(phrases("3月松岭的制造业PMI下滑至49.0。")).contains("制造业PMI", "PMI").doesNotContain("制造业");
  }

  @Test
  void keepsTheNearestOfTooMany() {
    String words = " old ship number".repeat(60);
    assertThat(phrases("The" + words + " has 37 hybrid engines."))
        .contains("hybrid engines")
        .hasSizeLessThanOrEqualTo(160);
    assertThat(phrases("旧船只编号".repeat(40) + "共有37台混合发动机。"))
        .contains("混合发动机")
        .hasSizeLessThanOrEqualTo(160);
  }
}
