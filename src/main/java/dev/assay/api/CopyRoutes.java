package dev.assay.api;

import static dev.assay.api.Routes.PREFIX;
import static dev.assay.api.Routes.answer;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.ingest.Folds;
import dev.assay.ingest.Upkeep;
import dev.assay.topic.ArticlePage;
import dev.assay.topic.DifferencePage;
import dev.assay.topic.Differences;
import dev.assay.topic.Topics;
import dev.assay.topic.time.Past;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API's routes to copies: what differs, and folding by a reader's hand. Safe for use by many
/// threads.
public final class CopyRoutes {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Topics topics;
  private final Past past;
  private final Upkeep upkeep;
  private final Folds folds;

  public CopyRoutes(Topics topics, Past past, Upkeep upkeep, Folds folds) {
    this.topics = topics;
    this.past = past;
    this.upkeep = upkeep;
    this.folds = folds;
  }

  public void register(JavalinConfig config) {
    config.routes.get(PREFIX + "/articles/{id}/changes", this::changes);
    config.routes.post(PREFIX + "/articles/{id}/fold", this::fold);
    config.routes.post(
        PREFIX + "/articles/{id}/unfold",
        context -> tell(context, folds.unfold(id(context)), id(context)));
    config.routes.post(
        PREFIX + "/articles/{id}/forget-fold",
        context -> tell(context, folds.forget(id(context)), id(context)));
  }

  private void changes(Context context) {
    ArticleId id = id(context);
    String against = context.queryParam("against");
    String revision = context.queryParam("revision");
    Differences differences = past.at(Parameters.asOf(context)).differences();
    Optional<DifferencePage> page =
        revision != null
            ? differences.ofRevision(id, number(revision))
            : against != null ? differences.between(id, find(against)) : differences.ofCopy(id);
    answer(
        context,
        CopyShapes.Differences.of(
            page.orElseThrow(
                () ->
                    new NotFoundResponse(
                        revision == null
                            ? "The article stands alone: it has no copy. Name another with against=ID."
                            : "The article has no earlier text with this number."))));
  }

  private void fold(Context context) {
    ArticleId id = id(context);
    List<ArticleId> all = new ArrayList<>(List.of(id));
    with(context).forEach(name -> all.add(find(name)));
    if (all.stream().distinct().count() < 2) {
      throw new BadRequestResponse("with must name another article than the one in the address.");
    }
    tell(context, folds.fold(all), id);
  }

  static List<String> with(Context context) {
    try {
      JsonNode body = JSON.readTree(context.body());
      List<String> with = body.isObject() ? JsonBody.texts(body, "with") : List.of();
      if (!with.isEmpty()) {
        return with;
      }
    } catch (JacksonException e) {
      // answered below, like an object without the field
    }
    throw new BadRequestResponse("The body must be JSON, such as {\"with\":[\"ID\"]}.");
  }

  private void tell(Context context, Folds.Result result, ArticleId spokenOf) {
    switch (result) {
      case Folds.Result.Done(List<ArticleId> group) ->
          answer(context, CopyShapes.Folded.of(group, true));
      case Folds.Result.AlreadySo _ ->
          answer(context, CopyShapes.Folded.of(group(spokenOf), false));
      case Folds.Result.NoArticle(ArticleId missing) ->
          throw new NotFoundResponse("No article is called %s.".formatted(missing));
    }
  }

  private List<ArticleId> group(ArticleId id) {
    return topics.article(id, Language.EN).map(ArticlePage::group).orElse(List.of());
  }

  private ArticleId id(Context context) {
    return find(context.pathParam("id"));
  }

  private ArticleId find(String name) {
    return upkeep
        .find(name)
        .orElseThrow(() -> new NotFoundResponse("No article is called %s.".formatted(name)));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new BadRequestResponse("revision must be a whole number, got %s.".formatted(text));
    }
  }
}
