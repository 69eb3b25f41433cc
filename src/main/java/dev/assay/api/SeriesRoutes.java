package dev.assay.api;

import static dev.assay.api.Routes.PREFIX;

import dev.assay.access.ReachedAt;
import dev.assay.article.Language;
import dev.assay.ledger.EntryId;
import dev.assay.ledger.OverTime;
import dev.assay.ledger.Series;
import dev.assay.ledger.chart.SeriesChart;
import dev.assay.ledger.chart.SeriesChart.Form;
import dev.assay.ledger.chart.SeriesText;
import dev.assay.ledger.chart.SeriesWords;
import dev.assay.topic.ledger.Ledgers;
import dev.assay.topic.time.Past;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Locale;
import java.util.stream.IntStream;

/// The API's routes to figures over time. Safe for use by many threads.
public final class SeriesRoutes {

  /// A drawing may have its own style, and nothing else.
  private static final String DRAWING_ONLY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  private final Past past;

  public SeriesRoutes(Past past) {
    this.past = past;
  }

  public void register(JavalinConfig config) {
    config.routes.get(PREFIX + "/series", this::ofTopic);
    config.routes.get(PREFIX + "/ledger/entries/{id}/series", this::ofEntry);
    config.routes.get(PREFIX + "/ledger/entries/{id}/series.csv", this::table);
    config.routes.get(PREFIX + "/ledger/entries/{id}/series.svg", this::drawing);
    config.routes.get(PREFIX + "/ledger/entries/{id}/series.txt", this::text);
  }

  private void ofTopic(Context context) {
    new Parameters(context, "topic", "reader", Parameters.AS_OF);
    String topic = context.queryParam("topic");
    if (topic == null || topic.isBlank()) {
      throw new BadRequestResponse("Name a topic: topic=NAME.");
    }
    Language reader = Routes.reader(context);
    Ledgers ledgers = ledgers(context);
    Routes.answer(
        context,
        SeriesShapes.TopicFigures.of(
            ledgers.overTime(topic.strip(), reader), ledgers.seriesWords(reader)));
  }

  private void ofEntry(Context context) {
    new Parameters(context, "reader", Parameters.AS_OF);
    Routes.answer(context, SeriesShapes.FiguresOverTime.of(found(context), words(context)));
  }

  private void table(Context context) {
    new Parameters(context, "reader", Parameters.AS_OF);
    context
        .contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"series.csv\"")
        .result(SeriesShapes.csv(SeriesShapes.FiguresOverTime.of(found(context), words(context))));
  }

  /// `form`: `sheet`, with title and sources, or `wide` or `narrow` for a page.
  private void drawing(Context context) {
    Parameters asked = new Parameters(context, "series", "form", "reader", Parameters.AS_OF);
    OverTime overTime = found(context);
    Series series = series(overTime, asked);
    Form form =
        Form.valueOf(asked.choice("form", "sheet", "wide", "narrow").toUpperCase(Locale.ROOT));
    SeriesWords words = words(context);
    context
        .contentType("image/svg+xml; charset=utf-8")
        .header("Content-Security-Policy", DRAWING_ONLY)
        .result(SeriesChart.svg(series, words.title(overTime, series), words, form));
  }

  /// What a chart shows, to be copied with where each figure stands.
  private void text(Context context) {
    Parameters asked = new Parameters(context, "series", "reader", Parameters.AS_OF);
    OverTime overTime = found(context);
    Series series = series(overTime, asked);
    SeriesWords words = words(context);
    String desk = ReachedAt.of(context);
    context
        .contentType("text/plain; charset=utf-8")
        .header("X-Content-Type-Options", "nosniff")
        .result(SeriesText.of(series, words.title(overTime, series), words, desk));
  }

  private static Series series(OverTime overTime, Parameters asked) {
    if (overTime.series().isEmpty()) {
      throw new NotFoundResponse("None of its figures has a time that could be drawn.");
    }
    String[] numbers =
        IntStream.rangeClosed(1, overTime.series().size())
            .mapToObj(String::valueOf)
            .toArray(String[]::new);
    return overTime.series().get(Integer.parseInt(asked.choice("series", numbers)) - 1);
  }

  private Ledgers ledgers(Context context) {
    return past.at(Parameters.asOf(context)).ledgers();
  }

  private SeriesWords words(Context context) {
    return ledgers(context).seriesWords(Routes.reader(context));
  }

  private OverTime found(Context context) {
    String id = context.pathParam("id");
    return ledgers(context)
        .overTime(new EntryId(id))
        .orElseThrow(
            () -> new NotFoundResponse("No entry of the ledger is called %s.".formatted(id)));
  }
}
