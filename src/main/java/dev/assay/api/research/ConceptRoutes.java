package dev.assay.api.research;

import static dev.assay.api.Routes.answer;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.time.Rise;
import dev.assay.topic.time.Rises;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/// What rises: the same as on every other face, in the shape of this API.
final class ConceptRoutes {

  private static final Duration TODAY = Duration.ofDays(1);
  private static final int MOST = 20;

  private final Rises rises;
  private final Documents documents;
  private final InstantSource clock;

  ConceptRoutes(Rises rises, Documents documents, InstantSource clock) {
    this.rises = rises;
    this.documents = documents;
    this.clock = clock;
  }

  void register(JavalinConfig config) {
    config.routes.get("/v1/concepts/latest", context -> tell(context, _ -> true));
    config.routes.get(
        "/v1/concepts/today",
        context -> {
          Instant since = clock.instant().minus(TODAY);
          tell(
              context, rise -> rise.said().stream().anyMatch(one -> isAfter(one.article(), since)));
        });
  }

  private static boolean isAfter(ArticleLine article, Instant since) {
    PublicationTime published = article.publishedAt();
    return published != null && published.orderedBy().isAfter(since);
  }

  private void tell(Context context, Predicate<Rise> wanted) {
    boolean withDocs = !"false".equals(context.queryParam("include_docs"));
    List<ResearchShapes.Concept> concepts =
        rises.now(Language.EN).stream()
            .filter(rise -> rise.direction() == Rise.Direction.RISING)
            .filter(wanted)
            .limit(MOST)
            .map(rise -> concept(rise, withDocs))
            .toList();
    answer(context, new ResearchShapes.Concepts(concepts, concepts.size()));
  }

  private ResearchShapes.Concept concept(Rise rise, boolean withDocs) {
    List<ArticleId> texts = rise.said().stream().map(one -> one.article().id()).toList();
    return new ResearchShapes.Concept(
        rise.id(),
        rise.label(),
        rise.texts(),
        rounded(rise.expected()),
        rounded(rise.score()),
        rise.independent(),
        withDocs ? documents.list(texts) : null);
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
