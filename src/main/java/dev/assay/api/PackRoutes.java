package dev.assay.api;

import dev.assay.access.Visitor;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.ask.AnswerId;
import dev.assay.export.Export;
import dev.assay.export.Pack;
import dev.assay.export.PackSubject;
import dev.assay.ingest.Upkeep;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The API's route for evidence packs. Safe for use by many threads.
public final class PackRoutes {

  private final Export export;
  private final Upkeep upkeep;

  public PackRoutes(Export export, Upkeep upkeep) {
    this.export = export;
    this.upkeep = upkeep;
  }

  public void register(JavalinConfig config) {
    config.routes.get(Routes.PREFIX + "/pack.zip", this::pack);
  }

  private void pack(Context context) {
    Language language =
        Language.parse(Optional.ofNullable(context.queryParam("reader")).orElse("en"));
    Pack pack =
        export
            .of(
                subject(context),
                Visitor.of(context).reader(),
                language,
                Parameters.asOf(context),
                extent(context))
            .orElseThrow(
                () ->
                    new NotFoundResponse(
                        "There is nothing to pack: no article, or no answer or collection of yours"
                            + " that is called so."));
    context
        .contentType("application/zip")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", "attachment; filename=\"assay-pack.zip\"");
    try {
      pack.writeTo(context.outputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("the reader went away", e);
    }
  }

  private static Export.Extent extent(Context context) {
    return switch (Optional.ofNullable(context.queryParam("pages")).orElse("false")) {
      case "true" -> Export.Extent.PAGES;
      case "false" -> Export.Extent.TEXTS;
      case String other ->
          throw new BadRequestResponse("pages must be true or false, got %s.".formatted(other));
    };
  }

  private PackSubject subject(Context context) {
    List<PackSubject> named = new ArrayList<>();
    named(context, "topic", PackSubject.OfTopic::new).ifPresent(named::add);
    named(context, "collection", PackSubject.OfCollection::new).ifPresent(named::add);
    named(context, "ask", this::answer).ifPresent(named::add);
    List<ArticleId> articles = context.queryParams("article").stream().map(this::article).toList();
    if (!articles.isEmpty()) {
      named.add(new PackSubject.OfArticles(articles));
    }
    if (named.size() != 1) {
      throw new BadRequestResponse(
          "a pack is of one of topic, ask, collection or article, got %d.".formatted(named.size()));
    }
    if (articles.size() > Export.MOST_ARTICLES) {
      throw new BadRequestResponse(
          "a pack holds %d articles at most, got %d."
              .formatted(Export.MOST_ARTICLES, articles.size()));
    }
    return named.getFirst();
  }

  private static Optional<PackSubject> named(
      Context context, String name, Function<String, PackSubject> subject) {
    return Optional.ofNullable(context.queryParam(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(subject);
  }

  private PackSubject answer(String id) {
    return new PackSubject.OfAnswer(
        AnswerId.parse(id)
            .orElseThrow(
                () -> new NotFoundResponse("You have no answer called %s.".formatted(id))));
  }

  private ArticleId article(String name) {
    return upkeep
        .find(name)
        .orElseThrow(() -> new NotFoundResponse("No article is called %s.".formatted(name)));
  }
}
