package dev.assay.analyze.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.analyze.weigh.Features;
import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChoicesTest {

  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());
  private static final TextMarks MARKS = new TextMarks(Lexicon.shipped());

  private static Choices choices(String text, Language language) {
    WordedText worded =
        MARKS.worded(NUMBERS.readAlone(1, text, language, null), language.isChinese(), List.of());
    return new Choices(worded, new ClaimUnits(Lexicon.shipped()), Features.named());
  }

  @Test
  void weighsEveryPhraseOfASentence() {
    Choices choices =
        choices("The old smelter and the new mine near the port have 400 workers.", Language.EN);
    assertThat(choices.candidates(0).stream().map(choices.text::written))
        .contains("old smelter", "new mine", "port", "workers");
    Choices chinese = choices("港口附近的旧冶炼厂和新矿山雇用400名工人。", Language.ZH_HANS);
    assertThat(chinese.candidates(0).stream().map(chinese.text::written)).contains("新矿山", "工人");
  }

  @Test
  void weighsNothingBehindAFigureThatAPronounHas() {
    Choices choices =
        choices("Norvik mines the ore. It refines 77 percent of the cobalt too.", Language.EN);
    assertThat(choices.candidates(0).stream().map(choices.text::written))
        .contains("Norvik", "ore")
        .doesNotContain("cobalt");
    Choices chinese = choices("东岭矿业开采矿石。它还精炼77%的钴。", Language.ZH_HANS);
    assertThat(chinese.candidates(0).stream().map(chinese.text::written))
        .contains("矿石")
        .doesNotContain("钴");
  }

  @Test
  void weighsNoOtherOfAListWhereFiguresAreDealtOut() {
    Choices choices =
        choices(
            "Norvik, Castell and Harrow sold 300, 500 and 900 trucks respectively.", Language.EN);
    assertThat(written(choices, 1)).contains("Castell").doesNotContain("Norvik", "Harrow");
    Choices chinese = choices("太阳能、风电(含海上)、水电投资分别增长13%、5%和9%。", Language.ZH_HANS);
    assertThat(written(chinese, 0)).contains("太阳能").doesNotContain("风电", "水电");
    assertThat(written(chinese, 2)).contains("水电投资").doesNotContain("太阳能", "风电");
    Choices undealt =
        choices("Norvik, Castell and Harrow sold 300, 500 and 900 trucks.", Language.EN);
    assertThat(written(undealt, 1)).contains("Norvik", "Castell", "Harrow");
  }

  @Test
  void seesTheSameOfAFigureWhateverWasThoughtOfItBefore() {
    seesTheSame("Norvik sold 300 trucks, Castell sold 500 and Harrow 900.", Language.EN);
    seesTheSame("东岭矿业售出300辆卡车，西岭矿业售出500辆，北岭矿业售出900辆。", Language.ZH_HANS);
  }

  private static void seesTheSame(String text, Language language) {
    Choices choices = choices(text, language);
    String property = choices.properties(0).getLast();
    List<List<String>> alone = subjects(choices, property, List.of());
    List<Opinion> thought =
        FigureReader.opinions(choices, FigureReader.of(Lexicon.shipped()).first(), List.of());
    List<List<String>> beside = subjects(choices, property, thought);
    assertThat(beside).isNotEqualTo(alone);
    assertThat(beside.getLast())
        .containsAll(alone.getLast())
        .hasSizeGreaterThan(alone.getLast().size());
    assertThat(subjects(choices, property, List.of())).isEqualTo(alone);
    assertThat(subjects(choices(text, language), property, thought)).isEqualTo(beside);
  }

  private static List<List<String>> subjects(
      Choices choices, String property, List<Opinion> before) {
    return choices.subjectFeatures(0, property, before).stream().map(Features::names).toList();
  }

  private static List<String> written(Choices choices, int figure) {
    return choices.candidates(figure).stream().map(choices.text::written).toList();
  }

  @Test
  void weighsTheNearestPhrasesOfARowThatIsNoSentence() {
    Choices choices = choices("plant 13 t, ".repeat(330), Language.EN);
    int middle = choices.size() / 2;
    List<Phrase> candidates = choices.candidates(middle);
    assertThat(candidates).hasSizeBetween(100, 200);
    int at = choices.text.figures.get(middle).word();
    assertThat(candidates.stream().mapToInt(Phrase::head).min().orElseThrow()).isLessThan(at);
    assertThat(candidates.stream().mapToInt(Phrase::head).max().orElseThrow()).isGreaterThan(at);
  }
}
