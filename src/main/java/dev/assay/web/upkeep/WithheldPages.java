package dev.assay.web.upkeep;

import dev.assay.access.Visitor;
import dev.assay.article.ArticleId;
import dev.assay.brief.work.ModelDesk;
import dev.assay.web.Links;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;

/// The forms by which a reader lets a sentence pass that the vetting withheld, and takes that back.
/// Safe for use by many threads.
public final class WithheldPages {

  private final ModelDesk models;

  public WithheldPages(ModelDesk models) {
    this.models = models;
  }

  public void register(JavalinConfig config) {
    config.routes.post("/articles/{id}/withheld/{key}/pass", this::pass);
    config.routes.post("/articles/{id}/withheld/{key}/withhold", this::withhold);
  }

  private void pass(Context context) {
    String who = Visitor.of(context).reader().value();
    done(context, models.letPass(id(context), context.pathParam("key"), who));
  }

  private void withhold(Context context) {
    done(context, models.withhold(id(context), context.pathParam("key")));
  }

  private static void done(Context context, boolean found) {
    if (!found) {
      throw new NotFoundResponse();
    }
    context.redirect(Links.withheld(id(context)), HttpStatus.SEE_OTHER);
  }

  private static ArticleId id(Context context) {
    return ArticleId.parse(context.pathParam("id")).orElseThrow(NotFoundResponse::new);
  }
}
