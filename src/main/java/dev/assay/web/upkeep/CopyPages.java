package dev.assay.web.upkeep;

import dev.assay.article.ArticleId;
import dev.assay.ingest.Folds;
import dev.assay.topic.DifferencePage;
import dev.assay.topic.Differences;
import dev.assay.topic.time.Past;
import dev.assay.web.AsOf;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import dev.assay.web.ShownChange;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The page that shows what differs between two texts, and the forms by which a reader folds and
/// unfolds. Safe for use by many threads.
public final class CopyPages {

  private final Past past;
  private final Folds folds;
  private final PageWriter writer = new PageWriter();

  public CopyPages(Past past, Folds folds) {
    this.past = past;
    this.folds = folds;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/articles/{id}/changes", this::changes);
    config.routes.post("/articles/{id}/fold", this::fold);
    config.routes.post(
        "/articles/{id}/unfold", context -> done(context, folds.unfold(id(context))));
    config.routes.post(
        "/articles/{id}/forget-fold", context -> done(context, folds.forget(id(context))));
  }

  private void changes(Context context) {
    DifferencePage page = page(context).orElseThrow(NotFoundResponse::new);
    Messages say = Reader.words(context);
    Frame frame = writer.frameInTime(context, say, Frame.Part.ELSEWHERE);
    writer.write(
        context,
        "changes",
        Map.of("frame", frame, "page", page, "list", ShownChange.of(page.changes())));
  }

  private Optional<DifferencePage> page(Context context) {
    ArticleId id = id(context);
    Differences differences = past.at(AsOf.moment(context)).differences();
    String revision = context.queryParam("revision");
    if (revision != null) {
      return number(revision).flatMap(number -> differences.ofRevision(id, number));
    }
    String against = context.queryParam("against");
    return against == null
        ? differences.ofCopy(id)
        : ArticleId.parse(against).flatMap(other -> differences.between(id, other));
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private void fold(Context context) {
    String given = context.formParam("with");
    ArticleId other =
        named(given)
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        Reader.words(context).text("fold.no-article", given == null ? "" : given)));
    ArticleId id = id(context);
    if (other.equals(id)) {
      throw new BadRequestResponse(Reader.words(context).text("fold.itself"));
    }
    done(context, folds.fold(List.of(id, other)));
  }

  /// An id, or the address of an article's page or JSON.
  private static Optional<ArticleId> named(@Nullable String given) {
    if (given == null) {
      return Optional.empty();
    }
    String last = given.strip().replaceAll("[?#].*$", "");
    return ArticleId.parse(last.substring(last.lastIndexOf('/') + 1));
  }

  private static void done(Context context, Folds.Result result) {
    if (result instanceof Folds.Result.NoArticle(ArticleId missing)) {
      throw new BadRequestResponse(
          Reader.words(context).text("fold.no-article", missing.toString()));
    }
    context.redirect(Links.copies(id(context)), HttpStatus.SEE_OTHER);
  }

  private static ArticleId id(Context context) {
    return ArticleId.parse(context.pathParam("id")).orElseThrow(NotFoundResponse::new);
  }
}
