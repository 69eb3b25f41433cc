package dev.assay.api;

import static dev.assay.api.Routes.PREFIX;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.event.kept.EventsByHand;
import dev.assay.event.kept.EventsByHand.Result;
import dev.assay.fold.EditKind;
import dev.assay.ingest.Upkeep;
import dev.assay.topic.event.EventList;
import dev.assay.topic.event.EventPage;
import dev.assay.topic.time.Past;
import dev.assay.topic.time.Rise;
import dev.assay.topic.time.Timeline;
import dev.assay.topic.time.Timelines;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The API's routes to what happened when. Safe for use by many threads.
public final class TimeRoutes {

  private static final int MOST_EVENTS = 50;

  private final Past past;
  private final Upkeep upkeep;
  private final EventsByHand byHand;
  private final InstantSource clock;

  public TimeRoutes(Past past, Upkeep upkeep, EventsByHand byHand, InstantSource clock) {
    this.past = past;
    this.upkeep = upkeep;
    this.byHand = byHand;
    this.clock = clock;
  }

  public void register(JavalinConfig config) {
    config.routes.get(PREFIX + "/edits", this::edits);
    config.routes.get(PREFIX + "/rising", this::rising);
    config.routes.get(
        PREFIX + "/timeline",
        context -> Routes.answer(context, TimeShapes.TimelineRows.of(timeline(context))));
    config.routes.get(
        PREFIX + "/timeline.csv",
        context ->
            context
                .contentType("text/csv; charset=utf-8")
                .result(TimelineExport.csv(timeline(context))));
    config.routes.get(
        PREFIX + "/timeline.ics",
        context ->
            context
                .contentType("text/calendar; charset=utf-8")
                .result(TimelineExport.calendar(timeline(context), clock.instant())));
    config.routes.get(PREFIX + "/events", this::events);
    config.routes.get(PREFIX + "/events/{id}", this::event);
    config.routes.post(PREFIX + "/events/{id}/join", this::join);
    config.routes.post(
        PREFIX + "/events/{id}/part",
        context -> answer(context, byHand.part(id(context)), id(context)));
    config.routes.post(
        PREFIX + "/events/{id}/forget",
        context -> answer(context, byHand.forget(id(context)), id(context)));
  }

  private void events(Context context) {
    Parameters asked = new Parameters(context, "topic", "limit", "page", Parameters.AS_OF);
    String topic = context.queryParam("topic");
    String page = asked.page();
    ArticleId behind = page == null ? null : ArticleId.parse(page).orElseThrow(ListPage::unknown);
    EventList events =
        at(context)
            .events()
            .newest(topic == null ? "" : topic.strip(), behind, asked.limit(MOST_EVENTS))
            .orElseThrow(ListPage::unknown);
    Routes.answer(context, TimeShapes.Events.of(events));
  }

  private void rising(Context context) {
    Parameters asked = new Parameters(context, "reader", "limit", "page", Parameters.AS_OF);
    List<Rise> rises = at(context).rises().now(Routes.reader(context));
    Routes.answer(
        context, TimeShapes.RisingNames.of(ListPage.within(rises, TimeRoutes::named, asked)));
  }

  /// One name may have risen and fallen quiet: both are told.
  private static String named(Rise rise) {
    return rise.direction() + " " + rise.kind() + " " + rise.id();
  }

  private void edits(Context context) {
    Parameters asked = new Parameters(context, "source", "kind", "before", Parameters.AS_OF);
    String source = context.queryParam("source");
    List<String> known = Arrays.stream(EditKind.values()).map(EditKind::word).toList();
    List<String> kinds = List.copyOf(asked.values("kind", known.toArray(String[]::new)));
    Routes.answer(
        context,
        TimeShapes.TextEdits.of(
            at(context)
                .edits()
                .page(
                    source == null ? "" : source.strip(),
                    kinds.isEmpty() ? null : EditKind.of(kinds.getFirst()),
                    Parameters.moment(context, "before"))));
  }

  private Timeline timeline(Context context) {
    Parameters asked =
        new Parameters(context, "topic", "event", "before", "reader", Parameters.AS_OF);
    String topic = context.queryParam("topic");
    String event = context.queryParam("event");
    if ((topic == null) == (event == null)) {
      throw new BadRequestResponse("Name a topic or an event: topic=NAME or event=ID.");
    }
    Timelines timelines = at(context).timelines();
    return event == null
        ? timelines.ofTopic(
            String.valueOf(topic).strip(), asked.day("before"), Routes.reader(context))
        : timelines.ofEvent(find(event)).orElseThrow(() -> none(event));
  }

  private Past.At at(Context context) {
    return past.at(Parameters.asOf(context));
  }

  private void event(Context context) {
    new Parameters(context, "reader", Parameters.AS_OF);
    Routes.answer(
        context,
        at(context)
            .events()
            .page(id(context), Routes.reader(context))
            .map(TimeShapes.Event::of)
            .orElseThrow(() -> none(context.pathParam("id"))));
  }

  private void join(Context context) {
    ArticleId id = id(context);
    List<ArticleId> all = new ArrayList<>(List.of(id));
    CopyRoutes.with(context).forEach(name -> all.add(find(name)));
    answer(context, byHand.join(all), id);
  }

  private void answer(Context context, Result result, ArticleId spokenOf) {
    switch (result) {
      case Result.Done(List<ArticleId> texts) ->
          Routes.answer(context, TimeShapes.Said.of(texts, true));
      case Result.AlreadySo _ -> Routes.answer(context, TimeShapes.Said.of(texts(spokenOf), false));
      case Result.NoArticle(ArticleId missing) -> throw none(missing.toString());
    }
  }

  private List<ArticleId> texts(ArticleId id) {
    return past
        .at(Optional.empty())
        .events()
        .page(id, Language.EN)
        .map(EventPage::texts)
        .orElse(List.of())
        .stream()
        .map(text -> text.article().id())
        .toList();
  }

  private ArticleId id(Context context) {
    return find(context.pathParam("id"));
  }

  private ArticleId find(String name) {
    return upkeep.find(name).orElseThrow(() -> none(name));
  }

  private static NotFoundResponse none(String name) {
    return new NotFoundResponse("No article is called %s.".formatted(name));
  }
}
