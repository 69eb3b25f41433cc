package dev.assay.api;

import static dev.assay.api.Routes.PREFIX;

import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.event.kept.EventsByHand;
import dev.assay.event.kept.EventsByHand.Result;
import dev.assay.ingest.Upkeep;
import dev.assay.topic.EventPage;
import dev.assay.topic.Past;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The API's routes to what happened when. Safe for use by many threads.
public final class TimeRoutes {

  private final Past past;
  private final Upkeep upkeep;
  private final EventsByHand byHand;

  public TimeRoutes(Past past, Upkeep upkeep, EventsByHand byHand) {
    this.past = past;
    this.upkeep = upkeep;
    this.byHand = byHand;
  }

  public void register(JavalinConfig config) {
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
    new Parameters(context, "topic", Parameters.AS_OF);
    String topic = context.queryParam("topic");
    Routes.answer(
        context,
        TimeShapes.Events.of(at(context).events().newest(topic == null ? "" : topic.strip())));
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
