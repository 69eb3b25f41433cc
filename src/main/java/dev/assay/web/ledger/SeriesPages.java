package dev.assay.web.ledger;

import dev.assay.ledger.EntryId;
import dev.assay.ledger.OverTime;
import dev.assay.ledger.chart.SeriesWords;
import dev.assay.topic.chain.SupplyChains;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.ledger.TopicSeries;
import dev.assay.topic.time.Past;
import dev.assay.web.AsOf;
import dev.assay.web.Frame;
import dev.assay.web.Links;
import dev.assay.web.PageWriter;
import dev.assay.web.Reader;
import dev.assay.web.SeriesView;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;

/// The pages of figures over time: of one entry of the ledger, and what moved on a topic. Safe for
/// use by many threads.
public final class SeriesPages {

  private final Past past;
  private final PageWriter writer = new PageWriter();

  public SeriesPages(Past past) {
    this.past = past;
  }

  public void register(JavalinConfig config) {
    config.routes.get("/series", this::ofTopic);
    config.routes.get("/ledger/{id}/series", this::ofEntry);
  }

  private void ofEntry(Context context) {
    Frame frame = writer.frameInTime(context, Reader.words(context), Frame.Part.LEDGER);
    Ledgers ledgers = past.at(AsOf.moment(context)).ledgers();
    OverTime overTime =
        ledgers.overTime(new EntryId(context.pathParam("id"))).orElseThrow(NotFoundResponse::new);
    SeriesWords words = ledgers.seriesWords(frame.say().language());
    writer.write(
        context,
        "series",
        Map.of("frame", frame, "view", SeriesView.of(overTime, words, frame.say())));
  }

  private void ofTopic(Context context) {
    Frame frame = writer.frameInTime(context, Reader.words(context), Frame.Part.LEDGER);
    String topic = context.queryParam("topic");
    if (topic == null || topic.isBlank()) {
      context.redirect(Links.ledger());
      return;
    }
    Past.At desk = past.at(AsOf.moment(context));
    Ledgers ledgers = desk.ledgers();
    TopicSeries series = ledgers.overTime(topic.strip(), frame.say().language());
    SeriesWords words = ledgers.seriesWords(frame.say().language());
    List<SeriesView> views =
        series.entries().stream().map(one -> SeriesView.of(one, words, frame.say())).toList();
    writer.write(
        context,
        "topic-series",
        Map.of(
            "frame",
            frame,
            "topic",
            topic.strip(),
            "name",
            series.heading().name(),
            "inChain",
            SupplyChains.knows(topic.strip(), desk.names().get()),
            "views",
            views));
  }
}
