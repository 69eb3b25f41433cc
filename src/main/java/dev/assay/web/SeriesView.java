package dev.assay.web;

import dev.assay.ledger.OverTime;
import dev.assay.ledger.Series;
import dev.assay.ledger.Series.Point;
import dev.assay.ledger.chart.SeriesChart;
import dev.assay.ledger.chart.SeriesWords;
import dev.assay.web.EntryView.Line;
import java.util.ArrayList;
import java.util.List;

/// The figures of an entry over time, in the words of a page.
///
/// @param title of what the figures are
/// @param leftOut sentences on the figures that stand in no series
public record SeriesView(String entry, String title, List<Drawn> series, List<String> leftOut) {

  /// One series.
  ///
  /// @param number for the address of its drawing
  /// @param title of what the figures are, if it is not that of the page; else empty
  /// @param each how long a time each figure is of
  /// @param counts how much it holds
  /// @param wide how large its drawing is on a page
  /// @param narrow how large it is on a phone
  public record Drawn(
      int number,
      String title,
      String each,
      String counts,
      List<At> points,
      SeriesChart.Size wide,
      SeriesChart.Size narrow) {}

  /// One figure at its time.
  ///
  /// @param note what stands against it or took its place; empty for most
  /// @param isRevised whether its teller gave it up
  public record At(
      int number, String time, String teller, String note, boolean isRevised, Line line) {

    /// Whether its source tells it, whose name is in the source's own language.
    public boolean isOfItsSource() {
      return teller.equals(line.row().evidence().source());
    }
  }

  public SeriesView {
    series = List.copyOf(series);
    leftOut = List.copyOf(leftOut);
  }

  public static SeriesView of(OverTime overTime, SeriesWords words, Messages say) {
    EntryLines lines = EntryLines.of(overTime.entry(), words.wording(), say);
    String title = words.title(overTime);
    List<Drawn> series = new ArrayList<>();
    for (Series one : overTime.series()) {
      String own = words.title(overTime, one);
      series.add(
          new Drawn(
              series.size() + 1,
              own.equals(title) ? "" : own,
              words.each(one),
              words.counts(one),
              points(one, words, lines),
              SeriesChart.size(one, SeriesChart.Form.WIDE),
              SeriesChart.size(one, SeriesChart.Form.NARROW)));
    }
    return new SeriesView(overTime.entry().id().value(), title, series, words.leftOut(overTime));
  }

  private static List<At> points(Series series, SeriesWords words, EntryLines lines) {
    List<At> points = new ArrayList<>();
    for (Point point : series.points()) {
      points.add(
          new At(
              points.size() + 1,
              words.time(point),
              words.teller(point.row()),
              words.note(point),
              point.revised() != null,
              lines.of(point.row())));
    }
    return points;
  }
}
