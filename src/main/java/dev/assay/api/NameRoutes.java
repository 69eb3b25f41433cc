package dev.assay.api;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.ingest.NameBook;
import dev.assay.ingest.NameCandidates;
import dev.assay.ingest.NameChange;
import dev.assay.ingest.SaidName;
import dev.assay.ingest.Tagging;
import dev.assay.lexicon.EntityType;
import dev.assay.lexicon.NamedEntity;
import dev.assay.search.Search;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The API's routes for what things are called. Safe for use by many threads.
///
/// What changes something takes JSON only, which a page of another site cannot send without asking.
public final class NameRoutes {

  private static final String PREFIX = Routes.PREFIX;
  private static final int MOST_COMPLETIONS = 20;
  private static final int MOST_TITLES = 10;
  private static final int LONGEST_NAME = 200;

  /// Names that one request may change: each is looked up among all.
  private static final int MOST_NAMES = 50;

  private final NameBook book;
  private final Tagging tagging;
  private final NameCandidates candidates;
  private final Search search;

  public NameRoutes(NameBook book, Tagging tagging, NameCandidates candidates, Search search) {
    this.book = book;
    this.search = search;
    this.candidates = candidates;
    this.tagging = tagging;
  }

  public void register(JavalinConfig config) {
    config.routes.get(PREFIX + "/names", this::own);
    config.routes.post(PREFIX + "/names", this::add);
    config.routes.post(PREFIX + "/names/remove", this::remove);
    config.routes.get(PREFIX + "/names/complete", this::complete);
    config.routes.get(PREFIX + "/names/candidates", this::candidates);
    config.routes.get(PREFIX + "/names/articles", this::articles);
    config.routes.post(PREFIX + "/names/rename", this::rename);
    config.routes.post(PREFIX + "/names/dismiss", this::dismiss);
    config.routes.post(PREFIX + "/names/split", this::split);
    config.routes.get(PREFIX + "/names/{name}", this::thing);
  }

  private void own(Context context) {
    Parameters asked = new Parameters(context, "limit", "page");
    ListPage<SaidName> page =
        ListPage.within(book.own(), said -> said.thing() + " " + said.name(), asked);
    Routes.answer(context, NameShapes.OwnNames.of(page, book, tagging.state()));
  }

  private void candidates(Context context) {
    Parameters asked = new Parameters(context, "limit", "page");
    Routes.answer(
        context,
        NameShapes.Candidates.of(
            ListPage.within(candidates.last(), NameCandidates.Proposal::name, asked)));
  }

  /// The articles of a name, to choose those in which it is somebody else.
  private void articles(Context context) {
    Parameters asked = new Parameters(context, "name", "limit", "page");
    String name = Optional.ofNullable(context.queryParam("name")).orElse("").strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new BadRequestResponse("name must have 1 to %d characters.".formatted(LONGEST_NAME));
    }
    Routes.answer(
        context,
        NameShapes.NamedArticles.of(
            name,
            ListPage.within(
                candidates.articles(name), example -> example.article().toString(), asked)));
  }

  /// Shows a thing under one of its names, or under another that it gets.
  private void rename(Context context) {
    JsonNode body = JsonBody.of(context);
    answer(context, book.rename(JsonBody.text(body, "thing"), JsonBody.text(body, "name")));
  }

  private void thing(Context context) {
    String name = context.pathParam("name");
    Routes.answer(context, NameShapes.Thing.of(book.find(name).orElseThrow(() -> unknown(name))));
  }

  private void complete(Context context) {
    String query = Optional.ofNullable(context.queryParam("q")).orElse("");
    Language reader = Routes.reader(context);
    Routes.answer(
        context,
        new NameShapes.Completions(
            query,
            book.names().complete(query, reader, MOST_COMPLETIONS).stream()
                .map(completion -> NameShapes.Completion.of(completion, reader))
                .toList(),
            search.titled(query, MOST_TITLES).stream()
                .map(NameShapes.TitleCompletion::of)
                .toList()));
  }

  private void add(Context context) {
    JsonNode body = JsonBody.of(context);
    List<String> names = names(body);
    String thing = JsonBody.text(body, "thing");
    if (thing.isBlank()) {
      EntityType type =
          EntityType.of(JsonBody.text(body, "type"))
              .orElseThrow(
                  () ->
                      new BadRequestResponse(
                          "Give \"thing\", a name of something known, or \"type\", to make a new"
                              + " thing: company, person, organisation, place, industry, product,"
                              + " event or concept."));
      answer(context, book.make(type, names));
      return;
    }
    boolean sure = !body.path("ambiguous").asBoolean(false);
    answer(context, each(names, name -> book.add(thing, name, sure)));
  }

  private void remove(Context context) {
    JsonNode body = JsonBody.of(context);
    String thing = JsonBody.text(body, "thing");
    answer(context, each(names(body), name -> book.remove(thing, name)));
  }

  private void dismiss(Context context) {
    names(JsonBody.of(context)).forEach(book::dismiss);
    Routes.answer(context, NameShapes.Candidates.of(candidates.last()));
  }

  private void split(Context context) {
    JsonNode body = JsonBody.of(context);
    List<ArticleId> articles = new ArrayList<>();
    JsonBody.texts(body, "articles").forEach(id -> articles.add(article(id)));
    if (articles.isEmpty() || articles.size() > NameBook.MOST_SPLIT) {
      throw new BadRequestResponse(
          "\"articles\" must be a list of 1 to %d ids of articles.".formatted(NameBook.MOST_SPLIT));
    }
    answer(
        context, book.split(JsonBody.text(body, "name"), articles, JsonBody.text(body, "shown")));
  }

  private static ArticleId article(String id) {
    return ArticleId.parse(id)
        .orElseThrow(() -> new BadRequestResponse("No article has the id %s.".formatted(id)));
  }

  /// The first change that failed, else the last.
  private static @Nullable NameChange each(
      List<String> names, Function<String, NameChange> change) {
    NameChange last = null;
    for (String name : names) {
      last = change.apply(name);
      if (!(last instanceof NameChange.Done)) {
        return last;
      }
    }
    return last;
  }

  private static List<String> names(JsonNode body) {
    List<String> names = JsonBody.texts(body, "names");
    if (names.size() > MOST_NAMES) {
      throw new BadRequestResponse(
          "\"names\" must be a list of at most %d names; send the others by themselves."
              .formatted(MOST_NAMES));
    }
    if (names.isEmpty()) {
      throw new BadRequestResponse("\"names\" must be a list of at least one name.");
    }
    return names;
  }

  private static void answer(Context context, @Nullable NameChange change) {
    switch (change) {
      case NameChange.Done(NamedEntity thing) -> Routes.answer(context, NameShapes.Thing.of(thing));
      case NameChange.Unknown(String thing) -> throw unknown(thing);
      case NameChange.Refused refused -> throw new BadRequestResponse(reason(refused));
      case null -> throw new BadRequestResponse("\"names\" must be a list of at least one name.");
    }
  }

  private static NotFoundResponse unknown(String thing) {
    return new NotFoundResponse(
        "Nothing is called %s. To make it a thing of its own, send \"type\" and \"names\"."
            .formatted(thing));
  }

  private static String reason(NameChange.Refused refused) {
    NamedEntity other = refused.other();
    String holder = other == null ? "" : other.id();
    return switch (refused.reason()) {
      case FORM ->
          "A name must begin with a letter or a digit and have 2 to 100 letters, got '%s'."
              .formatted(refused.name());
      case TAKEN ->
          "'%s' is a name of %s already. Remove it there first.".formatted(refused.name(), holder);
      case KNOWN -> "'%s' is a name of %s already.".formatted(refused.name(), holder);
      case LABEL ->
          "'%s' is the name under which the thing is shown; only other names can be removed."
              .formatted(refused.name());
      case NOT_ITS -> "'%s' is no name of this thing.".formatted(refused.name());
      case NOT_THERE -> "None of these articles is tagged with '%s'.".formatted(refused.name());
    };
  }
}
