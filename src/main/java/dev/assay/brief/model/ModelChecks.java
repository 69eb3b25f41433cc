package dev.assay.brief.model;

import dev.assay.article.Article;
import dev.assay.brief.NoBrief;
import dev.assay.brief.model.Asking.Ended;
import dev.assay.llm.LanguageModel;
import dev.assay.llm.ModelQuestion;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Has a model say whether a text bears out a sentence, to be measured against what persons said of
/// it. Nothing that is shown rests on its word.
///
/// A text that the model cannot hold is asked about by pieces, and bears the sentence out if one of
/// them does. Safe for use by many threads.
final class ModelChecks {

  private static final int ANSWER_TOKENS = 100;

  /// Our own words, and what the estimate of tokens may be off by.
  private static final int RESERVE_TOKENS = 1_000;

  private static final int FEWEST_TOKENS = 500;

  /// Of a text of more pieces nothing is said if these do not bear the sentence out.
  private static final int MOST_PIECES = 8;

  private final LanguageModel model;
  private final int contextTokens;
  private final ModelBriefs.Screen screen;
  private final String write;
  private final String schema;

  ModelChecks(LanguageModel model, int contextTokens, ModelBriefs.Screen screen) {
    PromptFiles files = new PromptFiles(Product.CHECK);
    this.model = model;
    this.contextTokens = contextTokens;
    this.screen = screen;
    this.write = files.read("write.md");
    this.schema = files.read("write.schema.json");
  }

  /// @param sentence of a person or a model, in any language
  Answer check(Article source, String sentence, Gate gate) {
    Asking asking = new Asking(model, gate);
    List<Material> pieces =
        Material.of(source, screen.paragraphsOf(source)).pieces(room(source.title(), sentence));
    try {
      boolean borneOut = isBorneOut(pieces, sentence, asking);
      return Answer.made(borneOut, asking, VettingTally.NONE, Standing.NONE, 0);
    } catch (Ended e) {
      return Answer.nothing(e.reason(), e.pause(), asking, VettingTally.NONE, Standing.NONE);
    }
  }

  /// What the model can hold of a text beside all else.
  private int room(String title, String sentence) {
    int taken = Material.tokens(title) + Material.tokens(sentence) + ANSWER_TOKENS + RESERVE_TOKENS;
    return Math.max(FEWEST_TOKENS, contextTokens - taken);
  }

  private boolean isBorneOut(List<Material> pieces, String sentence, Asking asking) throws Ended {
    for (Material piece : pieces.subList(0, Math.min(MOST_PIECES, pieces.size()))) {
      if (isBorneOut(piece, sentence, asking)) {
        return true;
      }
    }
    if (pieces.size() > MOST_PIECES) {
      throw new Ended(NoBrief.CUT_OFF, Duration.ZERO);
    }
    return false;
  }

  private boolean isBorneOut(Material piece, String sentence, Asking asking) throws Ended {
    String text = piece.asData() + "\nSentence: " + sentence.replace('\n', ' ');
    String said = asking.answer(new ModelQuestion(write, text, schema, ANSWER_TOKENS));
    return ModelAnswer.json(said)
        .map(root -> root.path("supported"))
        .filter(JsonNode::isBoolean)
        .orElseThrow(() -> new Ended(NoBrief.MALFORMED, Duration.ZERO))
        .asBoolean();
  }
}
