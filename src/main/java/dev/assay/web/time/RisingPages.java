package dev.assay.web.time;

import dev.assay.topic.time.Past;
import dev.assay.topic.time.Rise;
import dev.assay.web.AsOf;
import dev.assay.web.Frame;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/// The page of the names that rise. Safe for use by many threads.
public final class RisingPages {

  private final Past past;
  private final PageWriter writer = new PageWriter();

  public RisingPages(Past past) {
    this.past = past;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/rising", this::rising);
  }

  private void rising(Context context) {
    Frame frame = writer.frameInTime(context, Reader.words(context), Frame.Part.ELSEWHERE);
    List<Rise> rises = past.at(AsOf.moment(context)).rises().now(frame.say().language());
    writer.write(context, "rising", Map.of("frame", frame, "rises", rises));
  }
}
