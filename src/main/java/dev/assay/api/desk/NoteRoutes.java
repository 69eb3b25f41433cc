package dev.assay.api.desk;

import dev.assay.access.Visitor;
import dev.assay.api.JsonBody;
import dev.assay.api.ListPage;
import dev.assay.api.Parameters;
import dev.assay.api.Routes;
import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.cite.Span;
import dev.assay.desk.note.ArticleCollection;
import dev.assay.desk.note.Collections;
import dev.assay.desk.note.Note;
import dev.assay.desk.note.NoteQuery;
import dev.assay.desk.note.Notes;
import dev.assay.desk.note.PlacedNote;
import dev.assay.ingest.Upkeep;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Topics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API's routes for a reader's notes and collections. Safe for use by many threads.
public final class NoteRoutes {

  private static final String NOTES = Routes.PREFIX + "/notes";
  private static final String COLLECTIONS = Routes.PREFIX + "/collections";

  /// Annotations are answered whole, up to here.
  private static final int MOST_EXPORTED = 100_000;

  private final Notes notes;
  private final Collections collections;
  private final Topics topics;
  private final Upkeep upkeep;

  public NoteRoutes(Notes notes, Collections collections, Topics topics, Upkeep upkeep) {
    this.notes = notes;
    this.collections = collections;
    this.topics = topics;
    this.upkeep = upkeep;
  }

  public void register(JavalinConfig config) {
    config.routes.get(NOTES, this::list);
    config.routes.get(NOTES + "/annotations", this::annotations);
    config.routes.post(NOTES, this::add);
    config.routes.post(NOTES + "/{id}", this::change);
    config.routes.post(NOTES + "/{id}/remove", this::remove);
    config.routes.get(COLLECTIONS, this::allCollections);
    config.routes.get(COLLECTIONS + "/{id}", context -> answer(context, collection(context)));
    config.routes.post(COLLECTIONS, this::put);
    config.routes.post(COLLECTIONS + "/{id}/take", this::take);
    config.routes.post(COLLECTIONS + "/{id}/remove", this::removeCollection);
  }

  private static ReaderId reader(Context context) {
    return Visitor.of(context).reader();
  }

  private void list(Context context) {
    Parameters asked = new Parameters(context, "q", "tag", "article", "limit", "page");
    NoteQuery query = query(context, asked, from(asked), asked.limit());
    List<PlacedNote> found = notes.list(reader(context), query);
    long total = notes.count(reader(context), query);
    int next = query.from() + query.limit();
    Routes.answer(
        context,
        NoteShapes.ReaderNotes.of(found, total, next < total ? Integer.toString(next) : null));
  }

  private void annotations(Context context) {
    Parameters asked = new Parameters(context, "q", "tag", "article");
    List<PlacedNote> found = notes.list(reader(context), query(context, asked, 0, MOST_EXPORTED));
    context
        .header("X-Content-Type-Options", "nosniff")
        .contentType(Annotations.MEDIA_TYPE)
        .result(JsonMapper.shared().writeValueAsBytes(Annotations.of(found)));
  }

  private NoteQuery query(Context context, Parameters asked, int from, int limit) {
    String article = context.queryParam("article");
    String tag = context.queryParam("tag");
    return new NoteQuery(
        asked.query(),
        tag == null ? "" : tag.strip(),
        article == null ? null : find(article),
        from,
        limit);
  }

  private static int from(Parameters asked) {
    String token = asked.page();
    try {
      int from = token == null ? 0 : Integer.parseInt(token);
      if (from >= 0) {
        return from;
      }
    } catch (NumberFormatException e) {
      // answered below
    }
    throw new BadRequestResponse("page must be a next_token of the same list.");
  }

  private void add(Context context) {
    JsonNode body = JsonBody.of(context);
    Notes.Kept kept =
        notes.add(
            reader(context),
            find(JsonBody.text(body, "article")),
            body.path("paragraph").asInt(0),
            where(body),
            JsonBody.text(body, "note"),
            JsonBody.texts(body, "tags"));
    answer(context, kept);
  }

  private static Notes.Where where(JsonNode body) {
    int start = body.path("start").asInt(-1);
    int end = body.path("end").asInt(-1);
    if (start >= 0 && end > start) {
      return new Notes.Where.At(new Span(start, end));
    }
    String quote = JsonBody.text(body, "quote");
    return quote.isEmpty() ? new Notes.Where.Whole() : new Notes.Where.Quoted(quote);
  }

  private void change(Context context) {
    JsonNode body = JsonBody.of(context);
    answer(
        context,
        notes.change(
            reader(context),
            context.pathParam("id"),
            JsonBody.text(body, "note"),
            JsonBody.texts(body, "tags")));
  }

  private static void answer(Context context, Notes.Kept kept) {
    switch (kept) {
      case Notes.Kept.Done(PlacedNote note) ->
          Routes.answer(context, NoteShapes.ReaderNote.of(note));
      case Notes.Kept.Refused(Notes.Mistake mistake) -> throw refused(mistake, context);
    }
  }

  private static RuntimeException refused(Notes.Mistake mistake, Context context) {
    return switch (mistake) {
      case NO_ARTICLE -> new NotFoundResponse("There is no such article.");
      case NO_PARAGRAPH ->
          new BadRequestResponse("\"paragraph\" must be the number of one of its paragraphs.");
      case NO_QUOTE ->
          new BadRequestResponse("The paragraph does not hold these words, or not at this place.");
      case TOO_LONG ->
          new BadRequestResponse(
              "A note has %d characters at most, its quote %d, and %d tags of %d characters."
                  .formatted(
                      Note.LONGEST_TEXT, Note.LONGEST_QUOTE, Note.MOST_TAGS, Note.LONGEST_TAG));
      case NO_NOTE ->
          new NotFoundResponse("No note is called %s.".formatted(context.pathParam("id")));
    };
  }

  private void remove(Context context) {
    String id = context.pathParam("id");
    if (!notes.remove(reader(context), id)) {
      throw new NotFoundResponse("No note is called %s.".formatted(id));
    }
    Routes.answer(context, new NoteShapes.NoteRemoved(id));
  }

  private void allCollections(Context context) {
    Parameters asked = new Parameters(context, "limit", "page");
    Routes.answer(
        context,
        NoteShapes.ReaderCollections.of(
            ListPage.within(collections.all(reader(context)), ArticleCollection::id, asked)));
  }

  private void put(Context context) {
    JsonNode body = JsonBody.of(context);
    List<ArticleId> articles = JsonBody.texts(body, "articles").stream().map(this::find).toList();
    ArticleCollection collection =
        collections
            .put(reader(context), JsonBody.text(body, "name"), articles)
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        "\"name\" must have 1 to %d characters."
                            .formatted(ArticleCollection.LONGEST_NAME)));
    answer(context, collection);
  }

  private void take(Context context) {
    ArticleCollection collection = collection(context);
    List<ArticleId> articles =
        JsonBody.texts(JsonBody.of(context), "articles").stream().map(this::find).toList();
    collections.take(reader(context), collection.id(), articles);
    answer(context, collection(context));
  }

  private void removeCollection(Context context) {
    ArticleCollection collection = collection(context);
    collections.remove(reader(context), collection.id());
    Routes.answer(context, new NoteShapes.NoteRemoved(collection.id()));
  }

  private ArticleCollection collection(Context context) {
    String id = context.pathParam("id");
    return collections
        .find(reader(context), id)
        .orElseThrow(() -> new NotFoundResponse("No collection is called %s.".formatted(id)));
  }

  private void answer(Context context, ArticleCollection collection) {
    Parameters asked = new Parameters(context, "limit", "page");
    ListPage<ArticleId> page =
        ListPage.of(
            (behind, limit) ->
                behind == null
                    ? Optional.of(collections.first(collection, reader(context), limit))
                    : ArticleId.parse(behind)
                        .flatMap(id -> collections.behind(collection, reader(context), id, limit)),
            ArticleId::toString,
            asked.page(),
            asked.limit(ListPage.DEFAULT));
    Map<ArticleId, ArticleLine> lines = topics.lines(page.items());
    Routes.answer(
        context,
        NoteShapes.CollectedArticles.of(
            collection,
            page.items().stream().flatMap(id -> Stream.ofNullable(lines.get(id))).toList(),
            page.next()));
  }

  private ArticleId find(String name) {
    return Optional.of(name)
        .flatMap(upkeep::find)
        .orElseThrow(() -> new NotFoundResponse("No article is called %s.".formatted(name)));
  }
}
