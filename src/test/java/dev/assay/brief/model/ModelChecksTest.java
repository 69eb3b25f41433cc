package dev.assay.brief.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.NoBrief;
import dev.assay.brief.extract.EvalArticles;
import org.junit.jupiter.api.Test;

final class ModelChecksTest {

  private static final String SENTENCE = "The ferry will be sold in May.";
  private static final String BORNE_OUT = "{\"supported\": true}";
  private static final String NOT = "{\"supported\": false}";

  private static Answer check(ScriptedModel model, int contextTokens, int paragraphs) {
    String text = ("The harbour was quiet, and gulls sat on the masts. ".repeat(8) + "\n");
    Article article =
        EvalArticles.article("long", Language.EN, "Ferry", text.repeat(paragraphs) + "\n");
    return ShippedWriters.of(model, contextTokens).check(article, SENTENCE, Gate.OPEN);
  }

  @Test
  void asksOnceAboutATextThatTheModelCanHold() {
    ScriptedModel model = ScriptedModel.saying(NOT);
    assertThat(check(model, 16_000, 4).content()).isEqualTo("false");
    assertThat(model.asked).hasSize(1);
  }

  @Test
  void asksAboutALongTextByPiecesThatTheModelCanHold() {
    ScriptedModel model = ScriptedModel.saying(NOT, NOT, BORNE_OUT);
    assertThat(check(model, 2_000, 20).content()).isEqualTo("true");
    assertThat(model.asked).hasSize(3);
    assertThat(model.asked)
        .allSatisfy(question -> assertThat(Material.tokens(question.text())).isLessThan(2_000))
        .allSatisfy(question -> assertThat(question.text()).endsWith("Sentence: " + SENTENCE));
  }

  @Test
  void saysNothingOfATextThatIsTooLongToBeAskedAboutWhole() {
    ScriptedModel model = ScriptedModel.saying(NOT);
    assertThat(check(model, 2_000, 100).reason()).isEqualTo(NoBrief.CUT_OFF);
    assertThat(model.asked).hasSize(8);
  }
}
