package dev.assay.web.upkeep;

import dev.assay.brief.model.ModelDesk;
import dev.assay.web.Frame;
import dev.assay.web.Messages;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;

/// The page that says what the language model does, what it costs and how often it is wrong. Safe
/// for use by many threads.
public final class ModelPages {

  private final ModelDesk models;
  private final PageWriter writer = new PageWriter();

  public ModelPages(ModelDesk models) {
    this.models = models;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/models", this::models);
  }

  private void models(Context context) {
    Messages say = Reader.words(context);
    Frame frame = writer.frame(context, say, Frame.Part.ELSEWHERE);
    writer.write(
        context,
        "models",
        Map.of(
            "frame", frame,
            "state", models.state(),
            "open", models.open(),
            "shares", models.shares()));
  }
}
