package dev.assay.web.reading;

import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.desk.Marks;
import dev.assay.desk.morning.Edition;
import dev.assay.desk.morning.Morning;
import dev.assay.watch.Live;
import dev.assay.web.Frame;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The first page: what is new since the reader last looked. Safe for use by many threads.
public final class MorningPages {

  private final Morning morning;
  private final Marks marks;
  private final @Nullable Live live;
  private final InstantSource clock;
  private final PageWriter writer = new PageWriter();

  /// @param live what happens while the page is open; null: it does not tell
  public MorningPages(Morning morning, Marks marks, @Nullable Live live, InstantSource clock) {
    this.morning = morning;
    this.marks = marks;
    this.live = live;
    this.clock = clock;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/", this::home);
  }

  private void home(Context context) {
    Frame frame = writer.frame(context, Frame.Part.TOPICS);
    String heard = live == null ? "" : live.newest().text();
    Edition edition = morning.edition(Reader.id(context), frame.say().language());
    writer.write(
        context,
        "home",
        Map.of(
            "frame",
            frame,
            "edition",
            edition,
            "heard",
            heard,
            "marked",
            ReadingPages.marked(context, marks, clock, shown(edition))));
    looked(context);
  }

  /// The page does not wait until the look is kept.
  private void looked(Context context) {
    if (ReadingPages.isLook(context)) {
      ReaderId reader = Reader.id(context);
      Thread.startVirtualThread(() -> marks.look(reader));
    }
  }

  private static List<ArticleId> shown(Edition edition) {
    return edition.topics().stream()
        .flatMap(topic -> Stream.ofNullable(topic.lead()))
        .map(lead -> lead.article().id())
        .toList();
  }
}
