package dev.assay.api;

import dev.assay.api.LedgerShapes.LedgerFigure;
import dev.assay.api.Shapes.Label;
import dev.assay.export.Csv;
import dev.assay.ledger.OverTime;
import dev.assay.ledger.Row;
import dev.assay.ledger.Series.LeftOut;
import dev.assay.ledger.Series.Point;
import dev.assay.ledger.Series.Stretch;
import dev.assay.ledger.chart.SeriesWords;
import dev.assay.topic.ledger.TopicSeries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The published JSON and tables of figures over time, in the rules of [Shapes].
public final class SeriesShapes {

  private static final List<String> COLUMNS =
      List.of(
          "series",
          "each",
          "unit",
          "number",
          "time_from",
          "time_until",
          "time_stated",
          "ahead",
          "written",
          "allows_low",
          "allows_high",
          "teller",
          "source",
          "published",
          "revised",
          "against",
          "article",
          "paragraph",
          "quote");

  private SeriesShapes() {}

  /// One figure at its time.
  ///
  /// @param number of the point in its series, as a chart shows it
  /// @param at the middle of the time that it is for
  /// @param teller who says it, in the reader's language
  /// @param ahead whether the time was still to come when it was published
  /// @param revised id of what the same teller said later of the same time
  /// @param against id of what an independent teller says of the same time
  /// @param note the same in words; empty for most
  public record SeriesPoint(
      int number,
      String at,
      String teller,
      boolean ahead,
      @Nullable String revised,
      @Nullable String against,
      String note,
      LedgerFigure figure) {
    static SeriesPoint of(int number, Point point, SeriesWords say) {
      return new SeriesPoint(
          number,
          point.at().toString(),
          say.teller(point.row()),
          point.isAhead(),
          id(point.revised()),
          id(point.against()),
          say.note(point),
          LedgerFigure.of(point.row(), say.wording()));
    }

    private static @Nullable String id(@Nullable Row row) {
      return row == null ? null : row.evidence().id().value();
    }
  }

  /// One quantity at several times.
  ///
  /// @param number of the series, for the address of its drawing
  /// @param title of what the figures of this series are
  /// @param each how long a time each figure is of, and its unit, in words
  /// @param months how many whole months each is of; 0 for a moment or some days
  /// @param days how many days each is of, if it is not of whole months; 0 of both is a moment
  public record Series(
      int number,
      String title,
      String each,
      int months,
      int days,
      String unit,
      int times,
      int tellers,
      int revisions,
      int disputed,
      List<SeriesPoint> points) {
    static Series of(
        int number, OverTime overTime, dev.assay.ledger.Series series, SeriesWords say) {
      List<SeriesPoint> points = new ArrayList<>();
      for (Point point : series.points()) {
        points.add(SeriesPoint.of(points.size() + 1, point, say));
      }
      Stretch stretch = series.stretch();
      return new Series(
          number,
          say.title(overTime, series),
          say.each(series),
          stretch.months(),
          stretch.days(),
          series.unit(),
          series.times(),
          series.tellers(),
          series.revisions(),
          series.disputed(),
          points);
    }
  }

  /// A figure that stands in no series.
  ///
  /// @param why `untimed`, `once`, `no_number`, `unsure`, `alone` or `too_many`
  public record LeftOutFigure(String figure, String why) {
    static LeftOutFigure of(LeftOut left) {
      return new LeftOutFigure(left.row().evidence().id().value(), left.why().word());
    }
  }

  /// An entry of the ledger over time.
  public record FiguresOverTime(
      String entry, String title, List<Series> series, List<LeftOutFigure> left_out) {
    public static FiguresOverTime of(OverTime overTime, SeriesWords say) {
      List<Series> series = new ArrayList<>();
      for (dev.assay.ledger.Series one : overTime.series()) {
        series.add(Series.of(series.size() + 1, overTime, one, say));
      }
      return new FiguresOverTime(
          overTime.entry().id().value(),
          say.title(overTime),
          series,
          overTime.leftOut().stream().map(LeftOutFigure::of).toList());
    }
  }

  /// What has figures for several times in the ledger of a topic.
  public record TopicFigures(Label topic, List<FiguresOverTime> entries) {
    public static TopicFigures of(TopicSeries series, SeriesWords say) {
      return new TopicFigures(
          Label.of(series.heading().name()),
          series.entries().stream().map(one -> FiguresOverTime.of(one, say)).toList());
    }
  }

  /// The same as a table, a line for each point: RFC 4180.
  public static String csv(FiguresOverTime entry) {
    StringBuilder table = new StringBuilder(Csv.line(COLUMNS));
    for (Series series : entry.series()) {
      series.points().forEach(point -> table.append(line(series, point)));
    }
    return table.toString();
  }

  private static String line(Series series, SeriesPoint point) {
    LedgerFigure figure = point.figure();
    return Csv.line(
        List.of(
            String.valueOf(series.number()),
            Csv.text(series.each()),
            series.unit(),
            String.valueOf(point.number()),
            orEmpty(figure.time_from()),
            orEmpty(figure.time_until()),
            String.valueOf(figure.time_stated()),
            String.valueOf(point.ahead()),
            Csv.text(figure.written()),
            figure.allows() == null ? "" : orEmpty(figure.allows().low()),
            figure.allows() == null ? "" : orEmpty(figure.allows().high()),
            Csv.text(point.teller()),
            Csv.text(figure.source()),
            orEmpty(figure.published()),
            orEmpty(point.revised()),
            orEmpty(point.against()),
            figure.figure().article(),
            String.valueOf(figure.figure().paragraph()),
            Csv.text(figure.quote())));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
