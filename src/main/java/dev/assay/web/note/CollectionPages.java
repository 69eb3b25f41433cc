package dev.assay.web.note;

import dev.assay.access.Visitor;
import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.desk.note.ArticleCollection;
import dev.assay.desk.note.Collections;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Topics;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The pages of collections. Safe for use by many threads.
public final class CollectionPages {

  private final Collections collections;
  private final Topics topics;
  private final PageWriter writer = new PageWriter();

  public CollectionPages(Collections collections, Topics topics) {
    this.collections = collections;
    this.topics = topics;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/collections", this::all);
    config.routes.get("/collections/{id}", this::one);
    config.routes.post("/collections/put", this::put);
    config.routes.post("/collections/{id}/take", this::take);
    config.routes.post("/collections/{id}/remove", this::remove);
  }

  private static ReaderId reader(Context context) {
    return Visitor.of(context).reader();
  }

  private void all(Context context) {
    writer.write(
        context,
        "collections",
        Map.of(
            "frame",
            writer.frame(context, Frame.Part.ELSEWHERE),
            "collections",
            collections.all(reader(context))));
  }

  private void one(Context context) {
    ArticleCollection collection = collection(context);
    List<ArticleId> ids = collections.articles(collection, reader(context));
    Map<ArticleId, ArticleLine> lines = topics.lines(ids);
    writer.write(
        context,
        "collection",
        Map.of(
            "frame",
            writer.frame(context, Frame.Part.ELSEWHERE),
            "collection",
            collection,
            "articles",
            ids.stream().flatMap(id -> Stream.ofNullable(lines.get(id))).toList()));
  }

  private ArticleCollection collection(Context context) {
    return collections
        .find(reader(context), context.pathParam("id"))
        .orElseThrow(NotFoundResponse::new);
  }

  /// Into the collection that was picked, or into one of the name that was typed.
  private void put(Context context) {
    ArticleId article = article(context);
    String typed = Optional.ofNullable(context.formParam("name")).orElse("");
    String picked = Optional.ofNullable(context.formParam("collection")).orElse("");
    String name =
        typed.isBlank()
            ? collections.find(reader(context), picked).map(ArticleCollection::name).orElse("")
            : typed;
    if (collections.put(reader(context), name, List.of(article)).isEmpty()) {
      throw new BadRequestResponse(Reader.words(context).text("collection.no-name"));
    }
    context.redirect(Links.article(article) + "#own", HttpStatus.SEE_OTHER);
  }

  private static ArticleId article(Context context) {
    return Optional.ofNullable(context.formParam("article"))
        .flatMap(ArticleId::parse)
        .orElseThrow(NotFoundResponse::new);
  }

  private void take(Context context) {
    ArticleCollection collection = collection(context);
    collections.take(reader(context), collection.id(), List.of(article(context)));
    context.redirect(Links.collection(collection.id()), HttpStatus.SEE_OTHER);
  }

  private void remove(Context context) {
    collections.remove(reader(context), collection(context).id());
    context.redirect(Links.collections(), HttpStatus.SEE_OTHER);
  }
}
