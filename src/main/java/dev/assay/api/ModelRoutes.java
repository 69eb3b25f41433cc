package dev.assay.api;

import static dev.assay.api.Routes.PREFIX;
import static dev.assay.api.Routes.answer;

import dev.assay.access.Visitor;
import dev.assay.article.ArticleId;
import dev.assay.article.ExpectedFailure;
import dev.assay.article.Language;
import dev.assay.brief.model.Product;
import dev.assay.brief.model.Translation;
import dev.assay.brief.work.ModelDesk;
import dev.assay.brief.work.ModelTrials;
import dev.assay.ingest.Upkeep;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;

/// The API's routes to the language model's work. Safe for use by many threads.
public final class ModelRoutes {

  private final ModelDesk models;
  private final ModelTrials trials;
  private final Upkeep upkeep;

  public ModelRoutes(ModelDesk models, ModelTrials trials, Upkeep upkeep) {
    this.models = models;
    this.trials = trials;
    this.upkeep = upkeep;
  }

  public void register(JavalinConfig config) {
    config.routes.get(PREFIX + "/models", context -> answer(context, ModelShapes.of(models)));
    config.routes.post(
        PREFIX + "/models/find",
        context -> answer(context, ModelShapes.ModelServers.of(trials.find())));
    config.routes.get(PREFIX + "/models/trial", this::trial);
    config.routes.post(PREFIX + "/models/try", this::tryModel);
    config.routes.post(PREFIX + "/models/use", this::use);
    config.routes.get(PREFIX + "/articles/{id}/translation", this::translation);
    config.routes.get(PREFIX + "/articles/{id}/withheld", this::withheld);
    config.routes.post(PREFIX + "/articles/{id}/withheld/{key}/pass", this::pass);
    config.routes.post(PREFIX + "/articles/{id}/withheld/{key}/withhold", this::withhold);
  }

  private void trial(Context context) {
    answer(
        context,
        trials
            .last()
            .map(ModelShapes::of)
            .orElseThrow(
                () -> new NotFoundResponse("No model was tried since the server was started.")));
  }

  /// In the background: a trial may take minutes.
  private void tryModel(Context context) {
    try {
      trials.start(pick(context), Routes.reader(context));
    } catch (ExpectedFailure e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
    context.status(HttpStatus.ACCEPTED);
    trial(context);
  }

  private void use(Context context) {
    trials
        .choose(pick(context))
        .ifPresent(
            reason -> {
              throw new BadRequestResponse(reason);
            });
    answer(context, ModelShapes.of(models));
  }

  private ModelTrials.Pick pick(Context context) {
    String name = JsonBody.text(JsonBody.of(context), "model");
    return trials
        .pick(name)
        .orElseThrow(
            () ->
                new NotFoundResponse(
                    "No server on this machine has a model called %s; POST /api/v1/models/find looks again."
                        .formatted(name)));
  }

  /// What is not there yet is asked for in the background.
  private void translation(Context context) {
    ArticleId id = id(context);
    Language reader = Routes.reader(context);
    Optional<Translation> translation = models.translation(id, reader);
    if (translation.isEmpty()) {
      models.opened(id, reader, Product.TRANSLATION);
      throw new NotFoundResponse(noTranslation(id, reader));
    }
    answer(context, ModelShapes.TranslatedArticle.of(id, translation.get()));
  }

  private String noTranslation(ArticleId id, Language reader) {
    if (!models.writesFor(reader, id)) {
      return "No language model is configured that writes in this language and may see the article.";
    }
    return models
        .whyNoTranslation(id, reader)
        .map(
            reason ->
                "The model was asked and made none: %s. It is asked again by itself where that may help; assay models retry has it asked at once."
                    .formatted(reason.word()))
        .orElse(
            "There is none yet. The model is asked in the background; this address has it once it is made.");
  }

  private void withheld(Context context) {
    answer(
        context, ModelShapes.AllWithheld.of(models.withheld(id(context), Routes.reader(context))));
  }

  private void pass(Context context) {
    String who = Visitor.of(context).reader().value();
    if (!models.letPass(id(context), context.pathParam("key"), who)) {
      throw new NotFoundResponse("The article has no withheld sentence of this key that may pass.");
    }
    withheld(context);
  }

  private void withhold(Context context) {
    if (!models.withhold(id(context), context.pathParam("key"))) {
      throw new NotFoundResponse("Nobody let a sentence of this key pass.");
    }
    withheld(context);
  }

  private ArticleId id(Context context) {
    String name = context.pathParam("id");
    return upkeep
        .find(name)
        .orElseThrow(() -> new NotFoundResponse("No article is called %s.".formatted(name)));
  }
}
