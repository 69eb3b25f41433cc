package dev.assay.api;

import dev.assay.access.Visitor;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import dev.assay.ask.Answer;
import dev.assay.ask.AnswerChange;
import dev.assay.ask.AnswerId;
import dev.assay.ask.Ask;
import dev.assay.ask.AskEvent;
import dev.assay.ask.AskScope;
import dev.assay.ingest.Upkeep;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API's routes for questions. Safe for use by many threads.
///
/// Who accepts `text/event-stream` is told each step as it comes. A step's id is the answer's and a
/// number; who lost the line sends the last as `Last-Event-ID` and is told the rest.
public final class AskRoutes {

  /// Of each list that narrows a question.
  private static final int MOST_IN_SCOPE = 1_000;

  private static final String EVENTS = "text/event-stream";
  private static final String ASKS = Routes.PREFIX + "/asks";

  /// Answers of a page if nobody says how many.
  private static final int LISTED = 100;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Ask ask;
  private final Upkeep upkeep;

  public AskRoutes(Ask ask, Upkeep upkeep) {
    this.ask = ask;
    this.upkeep = upkeep;
  }

  public void register(JavalinConfig config) {
    config.routes.post(Routes.PREFIX + "/ask", this::ask);
    config.routes.get(ASKS, this::list);
    config.routes.get(
        ASKS + "/{id}",
        context -> Routes.answer(context, AskShapes.AnswerShape.of(kept(context), ask)));
    config.routes.get(ASKS + "/{id}/events", this::events);
    config.routes.post(ASKS + "/{id}/again", this::again);
    config.routes.post(ASKS + "/{id}/remove", this::remove);
  }

  private static ReaderId reader(Context context) {
    return Visitor.of(context).reader();
  }

  private void list(Context context) {
    Parameters asked = new Parameters(context, "limit", "page");
    ReaderId reader = reader(context);
    ListPage<Answer> page =
        ListPage.of(
            (last, limit) -> behind(reader, last, limit),
            answer -> answer.id().value(),
            asked.page(),
            asked.limit(LISTED));
    Routes.answer(context, AskShapes.Answers.of(page, ask));
  }

  private Optional<List<Answer>> behind(ReaderId reader, @Nullable String last, int limit) {
    return last == null
        ? Optional.of(ask.kept(reader, limit))
        : AnswerId.parse(last).flatMap(id -> ask.keptBefore(reader, id, limit));
  }

  private static NotFoundResponse unknown(Context context) {
    return new NotFoundResponse("You have no answer called %s.".formatted(context.pathParam("id")));
  }

  private static AnswerId id(Context context) {
    return AnswerId.parse(context.pathParam("id")).orElseThrow(() -> unknown(context));
  }

  private Answer kept(Context context) {
    return ask.kept(reader(context), id(context)).orElseThrow(() -> unknown(context));
  }

  private void ask(Context context) {
    Optional<Place> last = Place.of(context.header("Last-Event-ID"));
    Optional<Answer> before = last.flatMap(place -> ask.kept(reader(context), place.id()));
    if (before.isPresent()) {
      replay(context, before.get(), last.orElseThrow().number());
      return;
    }
    JsonNode body = JsonBody.of(context);
    String question = JsonBody.text(body, "question");
    AskScope scope = scope(body);
    Language language = Language.parse(JsonBody.text(body, "reader", "en"));
    ReaderId reader = reader(context);
    boolean streams = accepts(context);
    boolean keeps = body.path("keep").asBoolean(true);
    AskEvent.Listener told = streams ? new Stream(context, ask) : AskEvent.Listener.NONE;
    // kept before its end is told: who hears of it may ask for it at once
    Answer answer =
        ask.answer(
            question,
            scope,
            language,
            writer(body),
            event -> {
              if (keeps && event instanceof AskEvent.Done(Answer done)) {
                ask.keep(reader, done);
              }
              told.on(event);
            });
    if (!streams) {
      Routes.answer(context, AskShapes.AnswerShape.of(answer, ask));
    }
  }

  private static Ask.WrittenBy writer(JsonNode body) {
    return switch (JsonBody.text(body, "maker", "extractive")) {
      case "extractive" -> Ask.WrittenBy.SOURCES;
      case "model" -> Ask.WrittenBy.MODEL;
      case String other ->
          throw new BadRequestResponse(
              "maker must be extractive or model, got %s.".formatted(other));
    };
  }

  private static boolean accepts(Context context) {
    return Optional.ofNullable(context.header("Accept")).orElse("").contains(EVENTS);
  }

  private void events(Context context) {
    Answer answer = kept(context);
    int after =
        Place.of(context.header("Last-Event-ID"))
            .filter(place -> place.id().equals(answer.id()))
            .map(Place::number)
            .orElse(0);
    replay(context, answer, after);
  }

  private void replay(Context context, Answer answer, int after) {
    Stream stream = new Stream(context, ask);
    List<AskEvent> events = AskEvent.of(answer);
    for (int i = 0; i < events.size(); i++) {
      stream.tell(events.get(i), i + 1 > after);
    }
  }

  private void again(Context context) {
    Answer before = kept(context);
    Answer now = ask.again(reader(context), before.id()).orElseThrow(() -> unknown(context));
    Routes.answer(context, AskShapes.AskedAgain.of(AnswerChange.of(before, now), ask));
  }

  private void remove(Context context) {
    AnswerId id = id(context);
    if (!ask.forget(reader(context), id)) {
      throw unknown(context);
    }
    Routes.answer(context, new AskShapes.AnswerRemoved(id.value()));
  }

  private AskScope scope(JsonNode body) {
    JsonNode scope = body.path("scope");
    return new AskScope(
        text(scope, "topic"),
        texts(scope, "sources", Function.identity()),
        articles(texts(scope, "articles", Function.identity())),
        texts(scope, "languages", Parameters::language),
        Parameters.from(text(scope, "from")),
        Parameters.until(text(scope, "until")),
        Parameters.asOf(text(body, Parameters.AS_OF)).orElse(null));
  }

  private static @Nullable String text(JsonNode node, String name) {
    String text = node.path(name).asString("").strip();
    return text.isEmpty() ? null : text;
  }

  /// One text where a list belongs would narrow nothing, and is refused.
  private static <T> List<T> texts(JsonNode scope, String name, Function<String, T> reader) {
    JsonNode list = scope.path(name);
    if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
      throw new BadRequestResponse("%s must be a list of texts.".formatted(name));
    }
    if (list.size() > MOST_IN_SCOPE) {
      throw new BadRequestResponse(
          "%s must have at most %,d entries, got %,d.".formatted(name, MOST_IN_SCOPE, list.size()));
    }
    List<T> read = new ArrayList<>();
    for (JsonNode node : list) {
      read.add(reader.apply(node.asString("")));
    }
    return read;
  }

  private List<ArticleId> articles(List<String> names) {
    Map<String, ArticleId> found = upkeep.find(names);
    return names.stream()
        .map(
            name ->
                Optional.ofNullable(found.get(name))
                    .orElseThrow(
                        () -> new BadRequestResponse("No article is called %s.".formatted(name))))
        .toList();
  }

  /// A step of an answer, as a client names the last one that it heard.
  private record Place(AnswerId id, int number) {
    static Optional<Place> of(@Nullable String text) {
      int dot = text == null ? -1 : text.indexOf('.');
      if (text == null || dot < 0 || !text.substring(dot + 1).matches("[0-9]{1,6}")) {
        return Optional.empty();
      }
      int number = Integer.parseInt(text.substring(dot + 1));
      return AnswerId.parse(text.substring(0, dot)).map(id -> new Place(id, number));
    }
  }

  /// Server-sent events to one client. Who hangs up misses the rest and is not waited for.
  private static final class Stream implements AskEvent.Listener {
    private final OutputStream out;
    private final Ask ask;
    private String id = "";
    private int number;
    private boolean open = true;

    Stream(Context context, Ask ask) {
      this.ask = ask;
      context
          .contentType(EVENTS + "; charset=utf-8")
          .header("Cache-Control", "no-store")
          .header("X-Content-Type-Options", "nosniff")
          .header("X-Accel-Buffering", "no");
      this.out = context.outputStream();
    }

    @Override
    public void on(AskEvent event) {
      tell(event, true);
    }

    /// Counts a step, and tells it if it is wanted.
    void tell(AskEvent event, boolean wanted) {
      number++;
      switch (event) {
        case AskEvent.Looked(AnswerId named, Answer.Searched searched) -> {
          id = named.value();
          write("searched", new AskShapes.LookedStep(id, AskShapes.Searched.of(searched)), wanted);
        }
        case AskEvent.Counted(List<Answer.Figure> figures) ->
            write("figures", new AskShapes.FiguresStep(AskShapes.AnswerFigure.of(figures)), wanted);
        case AskEvent.Said(var sentence, var articles) ->
            write(
                "sentence",
                new AskShapes.SentenceStep(Shapes.Sentence.of(sentence), Shapes.Line.of(articles)),
                wanted);
        case AskEvent.Done(Answer answer) -> {
          id = answer.id().value();
          write("end", AskShapes.AnswerShape.of(answer, ask), wanted);
        }
      }
    }

    private void write(String name, Object data, boolean wanted) {
      if (!open || !wanted) {
        return;
      }
      String event =
          "id: %s.%d\nevent: %s\ndata: %s\n\n"
              .formatted(id, number, name, JSON.writeValueAsString(data));
      try {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        open = false;
      }
    }
  }
}
