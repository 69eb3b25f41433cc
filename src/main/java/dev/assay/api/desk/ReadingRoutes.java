package dev.assay.api.desk;

import dev.assay.access.Visitor;
import dev.assay.api.JsonBody;
import dev.assay.api.Parameters;
import dev.assay.api.Routes;
import dev.assay.api.Shapes;
import dev.assay.api.Unchanged;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.desk.Item;
import dev.assay.desk.ItemQuery;
import dev.assay.desk.ItemQuery.Only;
import dev.assay.desk.ItemQuery.Order;
import dev.assay.desk.Mark;
import dev.assay.desk.Marks;
import dev.assay.desk.Mute;
import dev.assay.desk.ReadingScope;
import dev.assay.desk.morning.Morning;
import dev.assay.ingest.Upkeep;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.topic.Name;
import dev.assay.topic.Topics;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The API's routes for what a reader has read and starred. Safe for use by many threads.
public final class ReadingRoutes {

  private static final String PREFIX = Routes.PREFIX;

  /// Unread texts are counted up to here.
  private static final int MOST_COUNTED = 10_000;

  private final Marks marks;
  private final Morning morning;
  private final Topics topics;
  private final Upkeep upkeep;
  private final InstantSource clock;

  public ReadingRoutes(
      Marks marks, Morning morning, Topics topics, Upkeep upkeep, InstantSource clock) {
    this.marks = marks;
    this.morning = morning;
    this.topics = topics;
    this.upkeep = upkeep;
    this.clock = clock;
  }

  public void register(JavalinConfig config) {
    config.routes.get(PREFIX + "/today", this::today);
    config.routes.get(PREFIX + "/reading", this::reading);
    config.routes.post(PREFIX + "/topics/save", this::save);
    config.routes.post(PREFIX + "/topics/remove", this::remove);
    config.routes.get(PREFIX + "/reading/items", this::items);
    config.routes.post(PREFIX + "/reading/marks", this::mark);
    config.routes.post(PREFIX + "/reading/read-all", this::readAll);
    config.routes.get(PREFIX + "/reading/mutes", this::mutes);
    config.routes.post(PREFIX + "/reading/mutes", this::mute);
    config.routes.post(PREFIX + "/reading/mutes/remove", this::unmute);
  }

  private void today(Context context) {
    new Parameters(context, "reader");
    ReadingShapes.Today today =
        ReadingShapes.Today.of(morning.edition(reader(context), Routes.reader(context)));
    Unchanged.markBy(context, Routes.JSON.writeValueAsBytes(today.made("")));
    Routes.answer(context, today);
  }

  private void save(Context context) {
    JsonNode body = JsonBody.of(context);
    List<Name> aliases = new ArrayList<>();
    JsonBody.texts(body, "aliases").forEach(alias -> aliases.add(name(alias)));
    if (body.has("aliases")) {
      topics.saved().save(topic(body), aliases);
    } else {
      topics.saved().save(topic(body));
    }
    Routes.answer(context, Shapes.Topics.of(topics.home(Routes.reader(context))));
  }

  private static Name name(String label) {
    return new Name(label.strip(), LanguageDetector.detect(label, Language.UNKNOWN));
  }

  private static String topic(JsonNode body) {
    String name = JsonBody.text(body, "name");
    if (name.isBlank()) {
      throw new BadRequestResponse("\"name\" must be the name of a topic.");
    }
    return name;
  }

  private void remove(Context context) {
    String name = topic(JsonBody.of(context));
    if (!topics.saved().remove(name)) {
      throw new NotFoundResponse("No saved topic is called %s.".formatted(name));
    }
    Routes.answer(context, Shapes.Topics.of(topics.home(Routes.reader(context))));
  }

  private void reading(Context context) {
    new Parameters(context, "topic", "source");
    ReadingScope scope = scope(context.queryParam("topic"), context.queryParam("source"));
    Routes.answer(
        context,
        ReadingShapes.Reading.of(
            marks.unread(reader(context), scope, MOST_COUNTED),
            marks.visit(reader(context)).lookedAt(),
            marks.visitNow(reader(context)).since()));
  }

  private static ReaderId reader(Context context) {
    return Visitor.of(context).reader();
  }

  private void items(Context context) {
    Parameters asked =
        new Parameters(
            context, "topic", "source", "only", "order", "from", "until", "limit", "page");
    int limit = asked.limit();
    ItemQuery query =
        new ItemQuery(
            Only.valueOf(
                asked.choice("only", "all", "unread", "read", "starred").toUpperCase(Locale.ROOT)),
            asked.choice("order", "newest", "oldest").equals("newest")
                ? Order.NEWEST_FIRST
                : Order.OLDEST_FIRST,
            asked.from(),
            asked.until(),
            place(asked.page()),
            limit);
    ReadingScope scope = scope(context.queryParam("topic"), context.queryParam("source"));
    List<Item> items = marks.items(reader(context), scope, query);
    Routes.answer(
        context,
        ReadingShapes.ReadItems.of(
            items,
            topics.lines(items.stream().map(Item::id).toList()),
            items.size() < limit ? null : items.getLast().place().token()));
  }

  private static Item.@Nullable Place place(@Nullable String token) {
    return token == null
        ? null
        : Item.Place.of(token)
            .orElseThrow(
                () -> new BadRequestResponse("page must be a next_token of the same list."));
  }

  private void mark(Context context) {
    JsonNode body = JsonBody.of(context);
    List<ArticleId> ids = new ArrayList<>();
    JsonBody.texts(body, "articles").forEach(name -> ids.add(find(name)));
    if (ids.isEmpty()) {
      throw new BadRequestResponse("\"articles\" must be a list of at least one id.");
    }
    marks.say(reader(context), ids, said(JsonBody.text(body, "as")));
    Routes.answer(context, ReadingShapes.ReadMarks.of(marks.of(reader(context), ids)));
  }

  private static Mark.Said said(String word) {
    return switch (word) {
      case "read" -> Mark.Said.READ;
      case "unread" -> Mark.Said.UNREAD;
      case "starred" -> Mark.Said.STARRED;
      case "unstarred" -> Mark.Said.UNSTARRED;
      default ->
          throw new BadRequestResponse(
              "\"as\" must be read, unread, starred or unstarred, got \"%s\".".formatted(word));
    };
  }

  private void readAll(Context context) {
    JsonNode body = JsonBody.of(context);
    ReadingScope scope = scope(text(body, "topic"), text(body, "source"));
    Instant until = moment(text(body, "until"));
    Routes.answer(context, new ReadingShapes.ReadAll(marks.readAll(reader(context), scope, until)));
  }

  private void mutes(Context context) {
    new Parameters(context);
    answerMutes(context);
  }

  private void answerMutes(Context context) {
    Routes.answer(context, ReadingShapes.Mutes.of(marks.mutes().of(reader(context))));
  }

  private void mute(Context context) {
    Mute asked = asked(JsonBody.of(context));
    switch (asked.kind()) {
      case SOURCE -> marks.mutes().muteSource(reader(context), asked.subject());
      case TOPIC ->
          marks.mutes().muteTopic(reader(context), asked.subject(), topics.scope(asked.subject()));
    }
    answerMutes(context);
  }

  private void unmute(Context context) {
    Mute asked = asked(JsonBody.of(context));
    if (!marks.mutes().end(reader(context), asked)) {
      throw new NotFoundResponse("Nothing called %s is muted.".formatted(asked.subject()));
    }
    answerMutes(context);
  }

  private static Mute asked(JsonNode body) {
    String name = text(body, "name");
    String kind = body.path("kind").asString("");
    if (name == null || !kind.equals("source") && !kind.equals("topic")) {
      throw new BadRequestResponse(
          "\"kind\" must be source or topic, and \"name\" the name of one.");
    }
    return new Mute(kind.equals("source") ? Mute.Kind.SOURCE : Mute.Kind.TOPIC, name);
  }

  private Instant moment(@Nullable String text) {
    try {
      return text == null ? clock.instant() : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new BadRequestResponse(
          "\"until\" must be a moment such as 2025-11-22T07:10:00Z, got \"%s\".".formatted(text));
    }
  }

  private static @Nullable String text(JsonNode body, String field) {
    String text = JsonBody.text(body, field);
    return text.isBlank() ? null : text;
  }

  private ReadingScope scope(@Nullable String topic, @Nullable String source) {
    if (topic != null && source != null) {
      throw new BadRequestResponse("Name a topic or a source, not both.");
    }
    if (source != null) {
      return new ReadingScope.From(source);
    }
    return topic == null ? new ReadingScope.Everything() : topics.scope(topic);
  }

  private ArticleId find(String name) {
    return upkeep
        .find(name)
        .orElseThrow(() -> new NotFoundResponse("No article is called %s.".formatted(name)));
  }
}
