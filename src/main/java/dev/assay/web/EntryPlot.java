package dev.assay.web;

import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Row;
import dev.assay.ledger.Wording;
import dev.assay.ledger.chart.Glyph;
import dev.assay.ledger.chart.Glyph.Extent;
import dev.assay.ledger.chart.Scale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The figures of an entry on one scale, drawn a row each.
public final class EntryPlot {

  /// Units of the rows' view box.
  public static final int WIDTH = 300;

  public static final int ROW_HEIGHT = 28;
  private static final double LEFT = 8;
  private static final double INNER = WIDTH - 2 * LEFT;

  /// Units of the view box that a letter of an axis takes, and a Chinese character.
  private static final double NARROW = 6;

  private static final double WIDE = 11;
  private static final int WIDE_FROM = 0x2e80;
  private static final double GAP = 6;

  private static final int SIDE_WIDTH = 272;
  private static final int SIDE_ROW = 12;
  private static final int MOST_IN_THE_SIDE = 5;

  private final LedgerEntry entry;
  private final @Nullable Scale scale;

  private EntryPlot(LedgerEntry entry, @Nullable Scale scale) {
    this.entry = entry;
    this.scale = scale;
  }

  static EntryPlot of(LedgerEntry entry, Wording wording, Messages say) {
    return new EntryPlot(entry, scale(entry, wording, say));
  }

  /// The scale of all figures in the entry's unit; null if there is none.
  static @Nullable Scale scale(LedgerEntry entry, Wording wording, Messages say) {
    List<Double> ends =
        entry.rows().stream()
            .flatMap(row -> Extent.of(row, entry.unit()).stream())
            .flatMap(extent -> Stream.of(extent.low(), extent.high(), extent.mark()))
            .toList();
    if (ends.isEmpty()) {
      return null;
    }
    if (entry.unit().equals("date")) {
      return days(ends, say);
    }
    double most =
        entry.unit().equals("%") && ends.stream().allMatch(end -> end <= 100)
            ? 100
            : Double.MAX_VALUE;
    return Scale.of(ends, most, value -> wording.tick(value, entry.unit()));
  }

  private static Scale days(List<Double> ends, Messages say) {
    double low = ends.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double high = ends.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double from = high == low ? low - 1 : low;
    double to = high == low ? high + 1 : high;
    return new Scale(from, to, false, List.of(dayTick(from, 0, say), dayTick(to, 1, say)));
  }

  private static Scale.Tick dayTick(double day, double at, Messages say) {
    return new Scale.Tick(at, say.day(LocalDate.ofEpochDay((long) day)));
  }

  /// A mark on the axis, its word held within the plot.
  public record AxisMark(String x, String anchor, String label) {}

  public List<AxisMark> axis() {
    return scale == null ? List.of() : axis(scale, LEFT, INNER);
  }

  private static List<AxisMark> axis(Scale scale, double left, double width) {
    List<AxisMark> marks = new ArrayList<>();
    for (Scale.Tick tick : scale.ticks()) {
      String anchor = tick.at() < 0.05 ? "start" : tick.at() > 0.95 ? "end" : "middle";
      marks.add(new AxisMark(Glyph.tenths(left + width * tick.at()), anchor, tick.label()));
    }
    return legible(marks);
  }

  /// The marks, those between the ends without their words where these would run into others.
  private static List<AxisMark> legible(List<AxisMark> marks) {
    List<AxisMark> legible = new ArrayList<>(marks);
    int last = marks.size() - 1;
    double taken = marks.isEmpty() ? 0 : from(marks.getFirst()) + width(marks.getFirst());
    for (int i = 1; i < last; i++) {
      AxisMark mark = marks.get(i);
      double end = from(mark) + width(mark);
      if (from(mark) < taken + GAP || end + GAP > from(marks.get(last))) {
        legible.set(i, new AxisMark(mark.x(), mark.anchor(), ""));
      } else {
        taken = end;
      }
    }
    return legible;
  }

  private static double from(AxisMark mark) {
    double x = Double.parseDouble(mark.x());
    return switch (mark.anchor()) {
      case "start" -> x;
      case "end" -> x - width(mark);
      default -> x - width(mark) / 2;
    };
  }

  /// About how wide the words of a mark are drawn.
  private static double width(AxisMark mark) {
    return mark.label().codePoints().mapToDouble(c -> c < WIDE_FROM ? NARROW : WIDE).sum();
  }

  /// The path of the grid behind a row: it reaches over the row's edges, so that rows join.
  public String grid() {
    StringBuilder grid = new StringBuilder();
    axis().forEach(mark -> grid.append('M').append(mark.x()).append("-200v430"));
    return grid.toString();
  }

  /// The row's figure; nothing if it is in another unit than the entry's.
  public Optional<Glyph> glyph(Row row) {
    Scale on = scale;
    return on == null
        ? Optional.empty()
        : Extent.of(row, entry.unit())
            .map(extent -> Glyph.lying(row, extent, on, LEFT, INNER, ROW_HEIGHT / 2.0));
  }

  /// A small plot for a side column.
  ///
  /// @param height of its view box, which is 272 wide
  /// @param axisY where the axis lies
  /// @param left figures of the entry's unit that it has no room for
  public record Small(int height, int axisY, List<Named> figures, List<AxisMark> ends, int left) {}

  /// A figure of a small plot, which has no row of words beside it.
  ///
  /// @param said the figure as it is written, and whose it is
  public record Named(Glyph glyph, String said) {}

  /// The plainest figures under each other, in the order of publication.
  public Small small() {
    Scale on = scale;
    if (on == null) {
      return new Small(0, 0, List.of(), List.of(), 0);
    }
    List<Named> figures = new ArrayList<>();
    int left = 0;
    for (Row row : entry.rows()) {
      Optional<Extent> extent = Extent.of(row, entry.unit());
      if (extent.isPresent() && figures.size() < MOST_IN_THE_SIDE) {
        double y = 6.0 + SIDE_ROW * figures.size();
        figures.add(
            new Named(Glyph.lying(row, extent.get(), on, 5, SIDE_WIDTH - 10, y), said(row)));
      } else if (extent.isPresent()) {
        left++;
      }
    }
    List<AxisMark> axis = axis(on, 0, SIDE_WIDTH);
    int axisY = SIDE_ROW * figures.size() + 4;
    return new Small(axisY + 14, axisY, figures, List.of(axis.getFirst(), axis.getLast()), left);
  }

  private static String said(Row row) {
    String source = row.evidence().source();
    return source.isEmpty() ? row.evidence().written() : row.evidence().written() + " – " + source;
  }
}
