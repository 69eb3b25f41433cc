package dev.assay.web.upkeep;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.brief.model.Product;
import dev.assay.brief.model.Translation;
import dev.assay.brief.work.ModelDesk;
import dev.assay.topic.Topics;
import dev.assay.web.Frame;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The page that shows an article paragraph beside paragraph with its translation. One that is not
/// there yet is asked for in the background, and the page looks again by itself. Safe for use by
/// many threads.
public final class TranslationPages {

  private final ModelDesk models;
  private final Topics topics;
  private final PageWriter writer = new PageWriter();

  public TranslationPages(ModelDesk models, Topics topics) {
    this.models = models;
    this.topics = topics;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/articles/{id}/translation", this::translation);
  }

  private void translation(Context context) {
    Messages say = Reader.words(context);
    Language reader = say.language();
    ArticleId id = ArticleId.parse(context.pathParam("id")).orElseThrow(NotFoundResponse::new);
    Article article = topics.text(id).orElseThrow(NotFoundResponse::new);
    Optional<Translation> translation = models.translation(id, reader);
    boolean asked = article.isForeignTo(reader) && models.writesFor(reader, id);
    if (translation.isEmpty() && asked) {
      models.opened(id, reader, Product.TRANSLATION);
    }
    Map<String, Object> page = new HashMap<>();
    page.put("frame", writer.frame(context, say, Frame.Part.ELSEWHERE));
    page.put("article", article);
    page.put("translation", translation.orElse(null));
    page.put("isAsked", asked);
    page.put("problem", models.whyNoTranslation(id, reader).orElse(null));
    writer.write(context, "translation", page);
  }
}
