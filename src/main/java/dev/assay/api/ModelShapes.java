package dev.assay.api;

import dev.assay.article.ArticleId;
import dev.assay.brief.Fault;
import dev.assay.brief.Withheld;
import dev.assay.brief.model.Translation;
import dev.assay.brief.model.VettingTally;
import dev.assay.brief.work.ModelDesk;
import dev.assay.brief.work.ModelShare;
import dev.assay.brief.work.ModelTextTable;
import dev.assay.brief.work.ModelTrials;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the API and the command line say of the language model. Holds no key.
public final class ModelShapes {

  private ModelShapes() {}

  /// The language model and how far it has come.
  ///
  /// @param model null if none is configured
  /// @param problem why its settings cannot be used; null if they can
  /// @param waiting articles without an answer, by language of the brief
  /// @param waiting_titles articles in another language without a title in this one
  /// @param waiting_claims articles whose figures no model has read
  /// @param outcomes of all articles sent, by their word
  /// @param open articles sent that have no brief yet, the last sent first, by language
  /// @param shares what was counted, by model, source and language
  public record Models(
      @Nullable ModelName model,
      @Nullable String problem,
      Map<String, Long> waiting,
      Map<String, Long> waiting_titles,
      long waiting_claims,
      Map<String, Long> outcomes,
      ModelDay today,
      @Nullable String last_at,
      @Nullable String last_outcome,
      Map<String, List<ModelOpen>> open,
      List<ModelTally> shares) {}

  /// An article that was sent and has no brief yet.
  ///
  /// @param reason what came in its place the last time, by its word
  /// @param attempts how often it was sent to an endpoint that served
  /// @param next_at not sent again before; null if it is sent no more, unless a person asks
  public record ModelOpen(
      String article, String title, String reason, int attempts, @Nullable String next_at) {}

  /// Which model is asked.
  ///
  /// @param address the endpoint's host
  public record ModelName(String provider, String address, String name, int prompt) {}

  /// Since midnight UTC. Costs are decimal strings in the prices' currency.
  ///
  /// @param most_cost null if only tokens are bounded
  public record ModelDay(
      long questions, long tokens, long most_tokens, String cost, @Nullable String most_cost) {}

  /// What one model wrote of one source in one language.
  ///
  /// @param confirmed sentences shown without a mark, `marked` with one; `withheld` not shown
  /// @param let_pass withheld sentences that a reader let pass
  /// @param judged_right figures that it read and a reader found right, `judged_wrong` misread
  /// @param unsupported_numbers of the `numbers` it wrote, those that stand not where they are
  ///   cited
  public record ModelTally(
      String product,
      String model,
      int prompt,
      String source,
      String language,
      long articles,
      long briefs,
      long sentences,
      long confirmed,
      long marked,
      long withheld,
      long numbers,
      long unsupported_numbers,
      long names,
      long missing_names,
      long quotes,
      long changed_quotes,
      long let_pass,
      long judged_right,
      long judged_wrong,
      long tokens,
      String cost) {}

  /// What was found on this machine.
  public record ModelServers(List<ModelServer> servers) {
    public static ModelServers of(List<ModelTrials.Server> found) {
      return new ModelServers(
          found.stream()
              .map(server -> new ModelServer(server.provider(), server.address(), server.models()))
              .toList());
    }
  }

  /// A server of language models on this machine.
  ///
  /// @param models the names of what it has
  public record ModelServer(String provider, String address, List<String> models) {}

  /// How a model did on a few articles of the desk.
  ///
  /// @param articles that it is tried on; none if the desk has none
  /// @param done of them, so far
  /// @param running whether it is still tried
  /// @param briefs articles for which it wrote one
  /// @param confirmed sentences shown without a mark, `marked` with one; `withheld` would not be
  /// @param reasons why it wrote no brief, by their word
  public record ModelTrial(
      String model,
      int articles,
      int done,
      boolean running,
      int briefs,
      long confirmed,
      long marked,
      long withheld,
      double seconds_an_article,
      Map<String, Integer> reasons) {}

  public static ModelTrial of(ModelTrials.Trial trial) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    trial.reasons().forEach((reason, times) -> reasons.put(reason.word(), times));
    return new ModelTrial(
        trial.model(),
        trial.articles(),
        trial.done(),
        trial.running(),
        trial.made(),
        trial.standing().confirmed(),
        trial.standing().marked(),
        trial.standing().withheld(),
        trial.secondsAnArticle(),
        reasons);
  }

  /// An article in another language, as a model wrote it.
  ///
  /// @param lines one for each paragraph
  public record TranslatedArticle(
      String article, String language, String model, List<TranslatedLine> lines) {
    static TranslatedArticle of(ArticleId article, Translation translation) {
      return new TranslatedArticle(
          article.toString(),
          translation.language().tag(),
          translation.model(),
          translation.lines().stream().map(TranslatedLine::of).toList());
    }
  }

  /// The translation of one paragraph.
  ///
  /// @param text empty if there is none that can be shown
  /// @param numbers those of the translation, with their places in the paragraph
  /// @param lost the places of the paragraph's numbers that the translation does not have
  /// @param reasons why there is no text, or else what is marked
  public record TranslatedLine(
      int paragraph,
      String text,
      List<Shapes.NumberCheck> numbers,
      List<Shapes.Place> lost,
      List<WithheldReason> reasons,
      List<String> open_names,
      List<Shapes.Doubt> doubts) {
    static TranslatedLine of(Translation.Line line) {
      return new TranslatedLine(
          line.paragraph(),
          line.text(),
          line.numbers().stream().map(Shapes.NumberCheck::of).toList(),
          line.lost().stream().map(Shapes.Place::of).toList(),
          WithheldReason.of(line.faults()),
          line.openNames(),
          Shapes.Doubt.of(line.doubts()));
    }
  }

  /// The sentences of a model's brief that are not shown, or only since a reader let them pass.
  public record AllWithheld(List<WithheldSentence> withheld) {
    static AllWithheld of(List<Withheld> withheld) {
      return new AllWithheld(withheld.stream().map(WithheldSentence::of).toList());
    }
  }

  /// A sentence that was withheld.
  ///
  /// @param key the same as long as the sentence and the words it cites are
  /// @param text empty if its words are shown to nobody
  /// @param may_pass whether a reader may let it pass
  /// @param passed_by who did; null if nobody
  public record WithheldSentence(
      String key,
      String heading,
      String text,
      List<Shapes.Cite> citations,
      List<Shapes.NumberCheck> numbers,
      List<WithheldReason> reasons,
      boolean may_pass,
      @Nullable String passed_by) {
    static WithheldSentence of(Withheld withheld) {
      return new WithheldSentence(
          withheld.key(),
          withheld.heading(),
          withheld.text(),
          withheld.citations().stream().map(Shapes.Cite::of).toList(),
          withheld.numbers().stream().map(Shapes.NumberCheck::of).toList(),
          WithheldReason.of(withheld.faults()),
          withheld.mayPass(),
          withheld.passedBy());
    }
  }

  /// Why a sentence was withheld.
  ///
  /// @param words that it is about; may be empty
  public record WithheldReason(String kind, String words) {
    static List<WithheldReason> of(List<Fault> faults) {
      return faults.stream()
          .map(fault -> new WithheldReason(fault.kind().word(), fault.words()))
          .toList();
    }
  }

  public static Models of(ModelDesk desk) {
    ModelDesk.State state = desk.state();
    ModelDesk.Model model = state.model();
    ModelDesk.Day day = state.today();
    return new Models(
        model == null
            ? null
            : new ModelName(model.provider(), model.address(), model.name(), model.promptVersion()),
        state.problem(),
        state.waiting(),
        state.waitingTitles(),
        state.waitingClaims(),
        state.outcomes(),
        new ModelDay(
            day.questions(),
            day.tokens(),
            day.mostTokens(),
            Decimals.text(day.cost()),
            Decimals.orNull(day.mostCost())),
        state.lastAt() == null ? null : state.lastAt().toString(),
        state.lastOutcome(),
        open(desk),
        desk.shares().stream().map(ModelShapes::share).toList());
  }

  private static Map<String, List<ModelOpen>> open(ModelDesk desk) {
    Map<String, List<ModelOpen>> shapes = new LinkedHashMap<>();
    desk.open()
        .forEach(
            (language, open) ->
                shapes.put(language, open.stream().map(ModelShapes::open).toList()));
    return shapes;
  }

  private static ModelOpen open(ModelTextTable.Open open) {
    return new ModelOpen(
        open.id().toString(),
        open.title(),
        open.reason().word(),
        open.attempts(),
        open.nextAt() == null ? null : open.nextAt().toString());
  }

  private static ModelTally share(ModelShare share) {
    VettingTally tally = share.tally();
    return new ModelTally(
        share.product().word(),
        share.model(),
        share.promptVersion(),
        share.source(),
        share.language(),
        share.articles(),
        share.made(),
        tally.sentences(),
        share.standing().confirmed(),
        share.standing().marked(),
        share.standing().withheld(),
        tally.numbers(),
        tally.unsupportedNumbers(),
        tally.names(),
        tally.missingNames(),
        tally.quotes(),
        tally.changedQuotes(),
        share.verdicts().passed(),
        share.verdicts().right(),
        share.verdicts().wrong(),
        share.tokens(),
        Decimals.text(share.cost()));
  }
}
