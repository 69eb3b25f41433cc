package dev.assay.api.research;

import static dev.assay.api.Routes.answer;

import dev.assay.api.Shapes;
import dev.assay.article.Language;
import dev.assay.brief.Brief;
import dev.assay.brief.BriefSentence;
import dev.assay.topic.ArticlePage;
import dev.assay.topic.Topics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.stream.Stream;

/// One document: whole, its text, its summary.
final class DocumentRoutes {

  private final Topics topics;
  private final Documents documents;
  private final Handed handed;

  /// @param handed knows the ids that were promised to what was handed in
  DocumentRoutes(Topics topics, Documents documents, Handed handed) {
    this.topics = topics;
    this.documents = documents;
    this.handed = handed;
  }

  void register(JavalinConfig config) {
    config.routes.get("/v1/docs/{id}", context -> answer(context, documents.whole(found(context))));
    config.routes.get(
        "/v1/docs/{id}/raw-content", context -> answer(context, documents.whole(found(context))));
    config.routes.get("/v1/docs/{id}/summary", context -> answer(context, summary(found(context))));
  }

  /// By their decimal id, or by ours.
  private ArticlePage found(Context context) {
    String name = context.pathParam("id");
    return DocumentIds.parse(name)
        .flatMap(id -> topics.article(handed.became(id), Language.EN))
        .orElseThrow(() -> new NotFoundResponse("No document is called %s.".formatted(name)));
  }

  private static ResearchShapes.Summary summary(ArticlePage page) {
    Brief brief = page.brief();
    if (brief == null) {
      throw new NotFoundResponse("The document has no summary: it holds no sentence.");
    }
    Shapes.Summary ours = Shapes.Summary.of(brief);
    return new ResearchShapes.Summary(
        DocumentIds.of(page.article()),
        page.article().title(),
        Documents.markdown(brief),
        brief.groups().stream()
            .flatMap(group -> group.bullets().stream())
            .map(BriefSentence::text)
            .toList(),
        Stream.concat(
                ours.viewpoint().stream(),
                ours.groups().stream().flatMap(group -> group.bullets().stream()))
            .toList());
  }
}
