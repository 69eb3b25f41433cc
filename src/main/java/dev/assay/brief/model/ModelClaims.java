package dev.assay.brief.model;

import dev.assay.article.Article;
import dev.assay.brief.NoBrief;
import dev.assay.brief.claim.ModelReading;
import dev.assay.brief.claim.Refusal;
import dev.assay.brief.claim.SaidClaim;
import dev.assay.brief.claim.SecondReader;
import dev.assay.brief.model.Asking.Ended;
import dev.assay.llm.LanguageModel;
import dev.assay.llm.ModelQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Has a model list the figures of an article, and keeps those that the article bears out
/// ([SecondReader]).
///
/// Only paragraphs with figures are sent, none that address a model, and an article without any is
/// not sent at all. What is refused is not asked for again, nor is a piece that the model does not
/// answer in form while it does another: a missing claim is forgiven. Safe for use by many threads.
final class ModelClaims {

  /// Room for 40 claims with their quotations.
  private static final int MOST_ANSWER_TOKENS = 6_000;

  /// Our own words, and what the estimate of tokens may be off by.
  private static final int RESERVE_TOKENS = 1_600;

  /// A claim says about twice what its line does.
  private static final int TOKENS_OF_A_TOKEN = 2;

  private static final int MOST_CLAIMS = 60;

  private static final Set<Refusal> OF_THE_NUMBER =
      EnumSet.of(Refusal.FIGURE, Refusal.VALUE, Refusal.UNIT, Refusal.BOUND);

  private static final Set<Refusal> OF_THE_NAME = EnumSet.of(Refusal.SUBJECT, Refusal.ANOTHERS);

  private final LanguageModel model;
  private final int contextTokens;
  private final SecondReader reader;
  private final ModelBriefs.Screen screen;
  private final String write;
  private final String schema;

  ModelClaims(
      LanguageModel model, int contextTokens, SecondReader reader, ModelBriefs.Screen screen) {
    PromptFiles files = new PromptFiles(Product.CLAIMS);
    this.model = model;
    this.contextTokens = contextTokens;
    this.reader = reader;
    this.screen = screen;
    this.write = files.read("write.md");
    this.schema = files.read("write.schema.json");
  }

  Answer write(Article article, Gate gate) {
    Set<Integer> kept = screen.paragraphsOf(article);
    Material material = Material.of(article, kept).only(reader.paragraphsWithFigures(article));
    Asking asking = new Asking(model, gate);
    List<SaidClaim> said = new ArrayList<>();
    int unreadable = 0;
    Ended ended = null;
    for (Material piece : material.lines().isEmpty() ? List.<Material>of() : pieces(material)) {
      try {
        for (JsonNode node : ask(asking, piece)) {
          int before = said.size();
          SaidClaim.read(node)
              .filter(one -> !piece.paragraphs(List.of(one.paragraph())).isEmpty())
              .ifPresent(said::add);
          unreadable += said.size() == before ? 1 : 0;
        }
      } catch (Ended e) {
        ended = e;
        if (!e.reason().isOfTheText()) {
          break; // the endpoint's, and the next piece's too
        }
      }
    }
    if (ended != null && (said.isEmpty() || !ended.reason().isOfTheText())) {
      return Answer.nothing(
          ended.reason(), ended.pause(), asking, VettingTally.NONE, Standing.NONE);
    }
    SecondReader.Held held = reader.hold(said, article);
    List<ModelReading.Refused> refused = new ArrayList<>(held.refused());
    for (int i = 0; i < unreadable; i++) {
      refused.add(new ModelReading.Refused(0, "", Refusal.FORM));
    }
    return Answer.made(
        new ModelReading(model.name(), held.said(), refused),
        asking,
        tally(held.said().size(), refused),
        new Standing(held.said().size(), 0, refused.size()),
        kept.size());
  }

  private int answerTokens() {
    return Math.min(MOST_ANSWER_TOKENS, (contextTokens - RESERVE_TOKENS) / 2);
  }

  private List<Material> pieces(Material material) {
    return material.pieces(answerTokens() / TOKENS_OF_A_TOKEN);
  }

  /// The claims of one answer, read or not; one that is none is an answer in another form.
  private List<JsonNode> ask(Asking asking, Material piece) throws Ended {
    String text = asking.answer(new ModelQuestion(write, piece.asData(), schema, answerTokens()));
    JsonNode claims =
        ModelAnswer.json(text)
            .map(root -> root.path("claims"))
            .filter(JsonNode::isArray)
            .orElseThrow(() -> new Ended(NoBrief.MALFORMED, Duration.ZERO));
    List<JsonNode> nodes = new ArrayList<>();
    claims.forEach(nodes::add);
    return nodes.subList(0, Math.min(nodes.size(), MOST_CLAIMS));
  }

  private static VettingTally tally(int admitted, List<ModelReading.Refused> refused) {
    int all = admitted + refused.size();
    return new VettingTally(
        all,
        refused.size(),
        all,
        count(refused, OF_THE_NUMBER),
        all,
        count(refused, OF_THE_NAME),
        all,
        count(refused, EnumSet.of(Refusal.QUOTE)));
  }

  private static int count(List<ModelReading.Refused> refused, Set<Refusal> reasons) {
    return (int) refused.stream().filter(one -> reasons.contains(one.reason())).count();
  }
}
