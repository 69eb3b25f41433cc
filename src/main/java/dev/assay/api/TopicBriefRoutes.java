package dev.assay.api;

import dev.assay.api.TopicBriefShapes.BriefOfTopic;
import dev.assay.topic.brief.TopicBrief;
import dev.assay.topic.brief.TopicBriefs;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.Optional;

/// The API's routes for what a topic says as a whole. Safe for use by many threads.
public final class TopicBriefRoutes {

  private static final String PATH = Routes.PREFIX + "/topics/{name}/brief";

  private final TopicBriefs briefs;

  public TopicBriefRoutes(TopicBriefs briefs) {
    this.briefs = briefs;
  }

  public void register(JavalinConfig config) {
    config.routes.get(PATH, this::kept);
    config.routes.post(PATH, this::make);
  }

  private void kept(Context context) {
    String topic = context.pathParam("name");
    LocalDate day = Parameters.day(context, "day");
    Optional<TopicBrief> brief =
        day == null ? briefs.newest(topic, Parameters.asOf(context)) : briefs.on(topic, day);
    answer(
        context,
        brief.orElseThrow(
            () ->
                new NotFoundResponse(
                    "No brief of %s is kept%s. POST to this address makes that of today."
                        .formatted(topic, day == null ? "" : " of " + day))));
  }

  private void make(Context context) {
    String topic = context.pathParam("name");
    TopicBrief brief =
        briefs
            .make(topic)
            .orElseThrow(() -> new NotFoundResponse("No article is about %s.".formatted(topic)));
    briefs.keep(brief);
    answer(context, brief);
  }

  private void answer(Context context, TopicBrief brief) {
    Routes.answer(context, BriefOfTopic.of(brief, briefs.days(brief.topic())));
  }
}
