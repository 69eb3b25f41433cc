package dev.assay.brief.model;

import dev.assay.article.Article;
import dev.assay.brief.NoBrief;
import dev.assay.brief.model.Asking.Ended;
import dev.assay.llm.LanguageModel;
import dev.assay.llm.ModelQuestion;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// Has a model say whether a text bears out a sentence, to be measured against what persons said of
/// it. Nothing that is shown rests on its word. Safe for use by many threads.
final class ModelChecks {

  private static final int ANSWER_TOKENS = 100;

  private final LanguageModel model;
  private final ModelBriefs.Screen screen;
  private final String write;
  private final String schema;

  ModelChecks(LanguageModel model, ModelBriefs.Screen screen) {
    PromptFiles files = new PromptFiles(Product.CHECK);
    this.model = model;
    this.screen = screen;
    this.write = files.read("write.md");
    this.schema = files.read("write.schema.json");
  }

  /// @param sentence of a person or a model, in any language
  Answer check(Article source, String sentence, Gate gate) {
    Asking asking = new Asking(model, gate);
    Material material = Material.of(source, screen.paragraphsOf(source));
    String text = material.asData() + "\nSentence: " + sentence.replace('\n', ' ');
    try {
      String said = asking.answer(new ModelQuestion(write, text, schema, ANSWER_TOKENS));
      JsonNode verdict =
          ModelAnswer.json(said)
              .map(root -> root.path("supported"))
              .filter(JsonNode::isBoolean)
              .orElseThrow(() -> new Ended(NoBrief.MALFORMED, Duration.ZERO));
      return Answer.made(verdict.asBoolean(), asking, VettingTally.NONE, Standing.NONE, 0);
    } catch (Ended e) {
      return Answer.nothing(e.reason(), e.pause(), asking, VettingTally.NONE, Standing.NONE);
    }
  }
}
