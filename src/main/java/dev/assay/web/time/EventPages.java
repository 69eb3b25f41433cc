package dev.assay.web.time;

import dev.assay.article.ArticleId;
import dev.assay.event.kept.EventsByHand;
import dev.assay.event.kept.EventsByHand.Result;
import dev.assay.topic.event.EventList;
import dev.assay.topic.event.EventPage;
import dev.assay.topic.time.Past;
import dev.assay.web.AsOf;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.Messages;
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
import org.jspecify.annotations.Nullable;

/// The pages of events, and the forms by which a reader joins and parts them. Safe for use by many
/// threads.
public final class EventPages {

  private static final int MOST_LETTERS = 1_000;
  private static final int EVENTS = 50;

  private final Past past;
  private final EventsByHand byHand;
  private final PageWriter writer = new PageWriter();

  public EventPages(Past past, EventsByHand byHand) {
    this.past = past;
    this.byHand = byHand;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/events", this::list);
    config.routes.get("/events/{id}", this::event);
    config.routes.post("/events/{id}/join", this::join);
    config.routes.post("/events/{id}/part", context -> done(context, byHand.part(id(context))));
    config.routes.post("/events/{id}/forget", context -> done(context, byHand.forget(id(context))));
  }

  private void list(Context context) {
    String topic = topic(context);
    ArticleId behind =
        Optional.ofNullable(context.queryParam("before")).flatMap(ArticleId::parse).orElse(null);
    EventList events =
        past.at(AsOf.moment(context))
            .events()
            .newest(topic, behind, EVENTS)
            .orElseThrow(NotFoundResponse::new);
    writer.write(
        context,
        "events",
        Map.of("frame", frame(context), "topic", topic, "list", events, "first", behind == null));
  }

  /// The topic that an address asks for; empty if it asks for none.
  private static String topic(Context context) {
    String topic = context.queryParam("topic");
    return topic == null ? "" : topic.substring(0, Math.min(MOST_LETTERS, topic.length())).strip();
  }

  private void event(Context context) {
    Frame frame = frame(context);
    EventPage page =
        past.at(AsOf.moment(context))
            .events()
            .page(id(context), frame.say().language())
            .orElseThrow(NotFoundResponse::new);
    writer.write(context, "event", Map.of("frame", frame, "page", page));
  }

  private Frame frame(Context context) {
    return writer.frameInTime(context, Reader.words(context), Frame.Part.ELSEWHERE);
  }

  private void join(Context context) {
    String given = context.formParam("with");
    Messages say = Reader.words(context);
    ArticleId other =
        named(given)
            .orElseThrow(
                () ->
                    new BadRequestResponse(
                        say.text("fold.no-article", given == null ? "" : given)));
    if (other.equals(id(context))) {
      throw new BadRequestResponse(say.text("fold.itself"));
    }
    done(context, byHand.join(List.of(id(context), other)));
  }

  /// An id, or the address of a page of it.
  private static Optional<ArticleId> named(@Nullable String given) {
    String last = given == null ? "" : given.strip().replaceAll("[?#].*$", "");
    return ArticleId.parse(last.substring(last.lastIndexOf('/') + 1));
  }

  private static void done(Context context, Result result) {
    if (result instanceof Result.NoArticle(ArticleId missing)) {
      throw new BadRequestResponse(
          Reader.words(context).text("fold.no-article", missing.toString()));
    }
    context.redirect(Links.event(id(context)), HttpStatus.SEE_OTHER);
  }

  private static ArticleId id(Context context) {
    return ArticleId.parse(context.pathParam("id")).orElseThrow(NotFoundResponse::new);
  }
}
