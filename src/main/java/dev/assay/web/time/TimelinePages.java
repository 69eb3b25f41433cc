package dev.assay.web.time;

import dev.assay.article.ArticleId;
import dev.assay.article.AskedTime;
import dev.assay.topic.time.Past;
import dev.assay.topic.time.Timeline;
import dev.assay.web.AsOf;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page of a timeline. Safe for use by many threads.
public final class TimelinePages {

  private static final int MOST_LETTERS = 1_000;

  private final Past past;
  private final PageWriter writer = new PageWriter();

  public TimelinePages(Past past) {
    this.past = past;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/timeline", this::timeline);
  }

  private void timeline(Context context) {
    Frame frame = writer.frameInTime(context, Reader.words(context), Frame.Part.ELSEWHERE);
    String event = text(context, "event");
    String topic = text(context, "topic");
    if (topic.isEmpty() && event.isEmpty()) {
      context.redirect(Links.home());
      return;
    }
    Past.At at = past.at(AsOf.moment(context));
    Timeline timeline =
        event.isEmpty()
            ? at.timelines().ofTopic(topic, before(context), frame.say().language())
            : ArticleId.parse(event)
                .flatMap(at.timelines()::ofEvent)
                .orElseThrow(NotFoundResponse::new);
    writer.write(
        context,
        "timeline",
        Map.of("frame", frame, "topic", topic, "event", event, "timeline", timeline));
  }

  private static @Nullable LocalDate before(Context context) {
    String day = text(context, "before");
    return day.isEmpty()
        ? null
        : AskedTime.day(day)
            .orElseThrow(
                () -> new BadRequestResponse(Reader.words(context).text("error.no-choice", day)));
  }

  private static String text(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value.substring(0, Math.min(MOST_LETTERS, value.length())).strip();
  }
}
