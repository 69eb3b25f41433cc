package dev.assay.web.reading;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.desk.Item;
import dev.assay.desk.ItemQuery;
import dev.assay.desk.ItemQuery.Only;
import dev.assay.desk.Mark;
import dev.assay.desk.Marks;
import dev.assay.desk.ReadingScope;
import dev.assay.desk.Unread;
import dev.assay.lexicon.LanguageDetector;
import dev.assay.topic.ArticleLine;
import dev.assay.topic.Topics;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The forms by which a reader says what is read and starred, and the lists of both. Safe for use
/// by many threads.
public final class ReadingPages {

  private static final int PAGE = 50;
  private static final int MOST_COUNTED = 10_000;

  private final Marks marks;
  private final Topics topics;
  private final InstantSource clock;
  private final PageWriter writer = new PageWriter();

  /// @param clock tells what had arrived when a page was made
  public ReadingPages(Marks marks, Topics topics, InstantSource clock) {
    this.marks = marks;
    this.topics = topics;
    this.clock = clock;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/unread", context -> list(context, Only.UNREAD));
    config.routes.get("/starred", context -> list(context, Only.STARRED));
    config.routes.post("/marks", this::mark);
    config.routes.post("/marks/all", this::readAll);
  }

  private void list(Context context, Only only) {
    Frame frame = writer.frame(context, Frame.Part.ELSEWHERE);
    String topic = Optional.ofNullable(context.queryParam("topic")).orElse("").strip();
    ReadingScope scope = scope(topic);
    ItemQuery query = ItemQuery.newest(only, PAGE).after(place(context, frame.say()));
    List<Item> items = marks.items(Reader.id(context), scope, query);
    writer.write(
        context,
        "reading",
        Map.of(
            "frame",
            frame,
            "mutes",
            only == Only.UNREAD ? marks.mutes().of(Reader.id(context)) : List.of(),
            "list",
            new ReadingList(
                only == Only.STARRED,
                topic,
                marks.unread(Reader.id(context), scope, MOST_COUNTED),
                ReadingList.lines(items, topics),
                items.size() < PAGE ? "" : items.getLast().place().token()),
            "marked",
            marked(context, marks, clock, items.stream().map(Item::id).toList())));
  }

  private static Item.@Nullable Place place(Context context, Messages say) {
    String token = context.queryParam("after");
    return token == null
        ? null
        : Item.Place.of(token)
            .orElseThrow(() -> new BadRequestResponse(say.text("error.no-place")));
  }

  private ReadingScope scope(String topic) {
    return topic.isEmpty() ? new ReadingScope.Everything() : topics.scope(topic);
  }

  /// The marks of the articles that a page shows.
  static Marked marked(Context context, Marks marks, InstantSource clock, List<ArticleId> ids) {
    String query = context.queryString();
    return new Marked(
        clock.instant(),
        context.path() + (query == null ? "" : "?" + query),
        marks.of(Reader.id(context), ids),
        marks.mutes().among(Reader.id(context), ids));
  }

  /// Whether a person asks for the page, not a program that fetches ahead.
  static boolean isLook(Context context) {
    return context.header("Sec-Purpose") == null && HandlerType.GET.equals(context.method());
  }

  /// One field says what of which article; `above` means all of `shown` down to it. Scripts are
  /// answered with what the card says since.
  private void mark(Context context) {
    ReaderId reader = Reader.id(context);
    say(context, reader, "read", Mark.Said.READ);
    say(context, reader, "unread", Mark.Said.UNREAD);
    say(context, reader, "star", Mark.Said.STARRED);
    say(context, reader, "unstar", Mark.Said.UNSTARRED);
    String above = context.formParam("above");
    if (above != null) {
      marks.say(reader, downTo(context, above), Mark.Said.READ);
    }
    Optional<ArticleId> one =
        List.of("read", "unread", "star", "unstar").stream()
            .flatMap(field -> Optional.ofNullable(context.formParam(field)).stream())
            .flatMap(text -> ArticleId.parse(text).stream())
            .findFirst();
    if (one.isPresent() && context.header("HX-Request") != null) {
      Mark mark = marks.of(reader, List.of(one.get())).getOrDefault(one.get(), Mark.NONE);
      writer.write(
          context,
          "part/acts",
          Map.of("say", Reader.words(context), "id", one.get(), "mark", mark));
      return;
    }
    context.redirect(back(context) + one.map(id -> "#a" + id).orElse(""), HttpStatus.SEE_OTHER);
  }

  private void say(Context context, ReaderId reader, String field, Mark.Said said) {
    Optional.ofNullable(context.formParam(field))
        .flatMap(ArticleId::parse)
        .ifPresent(id -> marks.say(reader, List.of(id), said));
  }

  private static List<ArticleId> downTo(Context context, String last) {
    List<ArticleId> ids = new ArrayList<>();
    for (String list : context.formParams("shown")) {
      for (String id : Arrays.asList(list.split(" "))) {
        ArticleId.parse(id).ifPresent(ids::add);
        if (id.equals(last)) {
          return ids;
        }
      }
    }
    return List.of();
  }

  /// All that had arrived when the page was made, of its topic or of everything.
  private void readAll(Context context) {
    String topic = Optional.ofNullable(context.formParam("topic")).orElse("").strip();
    marks.readAll(Reader.id(context), scope(topic), until(context));
    context.redirect(back(context), HttpStatus.SEE_OTHER);
  }

  private static Instant until(Context context) {
    try {
      return Instant.parse(Optional.ofNullable(context.formParam("until")).orElse(""));
    } catch (DateTimeException e) {
      throw new BadRequestResponse(Reader.words(context).text("reading.no-moment"));
    }
  }

  /// A page of this server, never one of another.
  static String back(Context context) {
    String back = Optional.ofNullable(context.formParam("back")).orElse("");
    boolean ours = back.startsWith("/") && !back.startsWith("//") && back.indexOf('\\') < 0;
    return ours && back.chars().allMatch(c -> c > ' ') ? back : Links.home();
  }

  /// The page as it is shown.
  ///
  /// @param topic empty for everything
  /// @param next token of the page after; empty on the last
  public record ReadingList(
      boolean starred, String topic, Unread unread, List<ArticleLine> lines, String next) {

    static List<ArticleLine> lines(List<Item> items, Topics topics) {
      Map<ArticleId, ArticleLine> found = topics.lines(items.stream().map(Item::id).toList());
      return items.stream()
          .flatMap(item -> Optional.ofNullable(found.get(item.id())).stream())
          .toList();
    }

    public Language topicLanguage() {
      return LanguageDetector.detect(topic, Language.UNKNOWN);
    }

    /// The address of the page after.
    public String nextAddress() {
      String list = starred ? "/starred" : "/unread";
      List<String> fields = new ArrayList<>();
      if (!topic.isEmpty()) {
        fields.add("topic=" + Links.escape(topic));
      }
      fields.add("after=" + next);
      return Links.withFields(list, fields);
    }
  }
}
