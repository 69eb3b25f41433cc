package dev.assay.brief.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.BriefJson;
import dev.assay.brief.NoBrief;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.claim.SaidClaim;
import dev.assay.brief.extract.EvalArticles;
import org.junit.jupiter.api.Test;

final class ModelClaimsTest {

  private static final String CLAIMS =
      """
      {"claims": [{"paragraph": 1, "quote": "中国的稀土储量为4400万吨。", "figure": "4400万吨", "low": "44000000",
        "high": "44000000", "unit": "t", "bound": "exact", "subject": "中国", "property": "reserves",
        "of": "稀土", "when": null, "speaker": null, "stance": "asserted"}]}""";

  private static final String MORE = "去年订单下降18%，营收12亿元。";

  /// Of two parts, as many as a small model is asked in.
  private static final Article LONG =
      EvalArticles.article(
          "parts",
          Language.ZH_HANS,
          "储量",
          "中国的稀土储量为4400万吨。" + MORE.repeat(15) + "\n" + MORE.repeat(30) + "\n");

  private static Answer write(ScriptedModel model) {
    return ShippedWriters.of(model, 4_000).write(Product.CLAIMS, LONG, Language.UNKNOWN, Gate.OPEN);
  }

  @Test
  void keepsThePartsThatCame() {
    ScriptedModel model = ScriptedModel.saying(CLAIMS, "I cannot go on.");
    Answer answer = write(model);
    assertThat(model.asked).hasSize(2);
    assertThat(answer.reason()).isNull();
    String content = String.valueOf(answer.content());
    assertThat(BriefJson.mapper().readValue(content, ModelReading.class).said())
        .extracting(SaidClaim::figure)
        .containsExactly("4400万吨");
  }

  @Test
  void saysWhyWhereNoPartCame() {
    assertThat(write(ScriptedModel.saying("I cannot do that.")).reason())
        .isEqualTo(NoBrief.MALFORMED);
  }
}
