package dev.assay.ledger.chart;

import dev.assay.ledger.Series;
import dev.assay.ledger.Series.Point;
import dev.assay.ledger.chart.Glyph.Extent;
import dev.assay.ledger.chart.Glyph.Shape;
import dev.assay.lexicon.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Draws a series by time, as SVG that is a file of its own: each figure with its range and its
/// number, the figures of each teller joined, then each teller by itself on the same scale.
public final class SeriesChart {

  /// How much is drawn, and for what width.
  public enum Form {
    /// For a page.
    WIDE(704, 240, 3, 8),
    /// For a phone.
    NARROW(352, 220, 2, 4),
    /// With its title above it and its sources under it, to be kept or printed.
    SHEET(704, 240, 3, 8);

    private final int width;
    private final int height;
    private final int columns;
    private final int days;

    Form(int width, int height, int columns, int days) {
      this.width = width;
      this.height = height;
      this.columns = columns;
      this.days = days;
    }
  }

  private static final double LEFT = 60;
  private static final double RIGHT = 12;
  private static final double TOP = 14;
  private static final double LINE = 17;

  /// Between the ends of the time axis and the outermost figures.
  private static final double MARGIN = 14;

  private static final double SMALL_HEIGHT = 64;
  private static final double SMALL_GAP = 16;
  private static final double SMALL_ROW = SMALL_HEIGHT + 26;

  /// Under the chart, for the times.
  private static final double AXIS = 24;

  private static final double UNDER_NAME = 6;
  private static final double GAP = 8;

  /// More figures cannot be told apart.
  private static final int MOST_DRAWN = 120;

  private static final int MOST_TELLERS = 12;

  private final Series series;
  private final SeriesWords words;
  private final Form form;
  private final List<Point> drawn;
  private final Scale scale;
  private final Svg svg = new Svg();
  private double y;

  private SeriesChart(Series series, SeriesWords words, Form form) {
    this.series = series;
    this.words = words;
    this.form = form;
    List<Point> all = series.points();
    this.drawn = all.subList(Math.max(0, all.size() - MOST_DRAWN), all.size());
    this.scale = scale();
  }

  /// The drawing.
  ///
  /// @param title of what the figures are
  public static String svg(Series series, String title, SeriesWords words, Form form) {
    return new SeriesChart(series, words, form).draw(title);
  }

  /// How large a drawing is, in pixels.
  public record Size(int width, int height) {}

  /// How large the drawing of a series is on a page, so that its room can be kept before it is
  /// there.
  ///
  /// @param form of a page, not of a sheet
  public static Size size(Series series, Form form) {
    List<Point> all = series.points();
    List<Point> drawn = all.subList(Math.max(0, all.size() - MOST_DRAWN), all.size());
    long keys =
        Stream.concat(Stream.of(Shape.DOT), drawn.stream().map(SeriesChart::shape))
            .distinct()
            .count();
    int tellers = (int) drawn.stream().map(Point::teller).distinct().count();
    double high = TOP + form.height + AXIS + (keys + (all.size() > drawn.size() ? 1 : 0)) * LINE;
    high += GAP + (tellers < 2 ? 0 : LINE + UNDER_NAME + rows(tellers, form) * SMALL_ROW);
    high += tellers > MOST_TELLERS ? LINE : 0;
    return new Size(form.width, (int) Math.ceil(high + GAP));
  }

  private static int rows(int tellers, Form form) {
    return Math.ceilDiv(Math.min(MOST_TELLERS, tellers), form.columns);
  }

  private String draw(String title) {
    if (form == Form.SHEET) {
      wrapped("title", title, 20);
      wrapped("name", words.each(series), LINE);
      y += 4;
    }
    large();
    key();
    small();
    if (form == Form.SHEET) {
      sources();
    }
    return svg.file(words.language().tag(), title, form.width, y + GAP);
  }

  private Scale scale() {
    List<Double> ends =
        drawn.stream()
            .map(this::extent)
            .flatMap(extent -> Stream.of(extent.low(), extent.high(), extent.mark()))
            .toList();
    boolean share = series.unit().equals(Units.PERCENT.code());
    double most = share && ends.stream().allMatch(end -> end <= 100) ? 100 : Double.MAX_VALUE;
    return Scale.of(ends, most, value -> words.tick(value, series.unit()));
  }

  private Extent extent(Point point) {
    return Extent.of(point.row(), series.unit()).orElseThrow();
  }

  private TimeAxis axis(double left, double width) {
    List<LocalDate> days = drawn.stream().map(Point::at).sorted().toList();
    return new TimeAxis(days.getFirst(), days.getLast(), left + MARGIN, width - 2 * MARGIN);
  }

  private void large() {
    double top = y + TOP;
    double bottom = top + form.height;
    double right = form.width - RIGHT;
    double left = left();
    TimeAxis axis = axis(left, right - left);
    for (Scale.Tick tick : scale.ticks()) {
      double at = bottom - form.height * tick.at();
      svg.line("grid", "M%s %sH%s".formatted(tenths(left), tenths(at), tenths(right)));
      svg.text("tick", left - 8, at + 4, "end", tick.label());
    }
    for (TimeAxis.Mark mark : axis.marks(form.days)) {
      svg.line("grid", "M%s %sv5".formatted(tenths(mark.x()), tenths(bottom)));
      time(mark, bottom + 18);
    }
    byTeller().values().forEach(told -> course(told, axis, bottom, form.height));
    for (Point point : drawn) {
      svg.glyph(glyph(point, axis, bottom, form.height));
    }
    numbers(axis, bottom);
    y = bottom + AXIS;
  }

  /// Where the chart begins: right of what is written beside it.
  private double left() {
    return scale.ticks().stream()
        .mapToDouble(tick -> Svg.width(tick.label()) + 8)
        .reduce(LEFT, Math::max);
  }

  /// A time under the chart, within the sheet.
  private void time(TimeAxis.Mark mark, double at) {
    boolean fits = mark.x() + Svg.width(mark.label()) / 2 <= form.width;
    svg.text("tick", fits ? mark.x() : form.width, at, fits ? "middle" : "end", mark.label());
  }

  private Glyph glyph(Point point, TimeAxis axis, double bottom, double height) {
    return Glyph.standing(shape(point), extent(point), scale, bottom, height, axis.x(point.at()));
  }

  private static Shape shape(Point point) {
    return point.revised() != null
        ? Shape.DIAMOND
        : point.against() != null ? Shape.SQUARE : Shape.DOT;
  }

  /// A line along what one teller says in the end.
  private void course(List<Point> told, TimeAxis axis, double bottom, double height) {
    StringBuilder path = new StringBuilder();
    for (Point point : told) {
      if (point.revised() == null) {
        path.append(path.isEmpty() ? "M" : "L")
            .append(tenths(axis.x(point.at())))
            .append(' ')
            .append(tenths(bottom - height * scale.at(extent(point).mark())));
      }
    }
    svg.line("course", path.toString());
  }

  /// The number of each figure, where there is room for it: as it stands in the table.
  private void numbers(TimeAxis axis, double bottom) {
    List<Place> taken = new ArrayList<>();
    drawn.forEach(point -> taken.add(new Place(axis.x(point.at()), y(point, bottom), 9)));
    int first = series.points().size() - drawn.size() + 1;
    for (int i = 0; i < drawn.size(); i++) {
      double x = axis.x(drawn.get(i).at());
      double mark = y(drawn.get(i), bottom);
      String number = String.valueOf(first + i);
      Stream.of(new Place(x + 11, mark, 12), new Place(x - 11, mark, 12))
          .filter(place -> taken.stream().noneMatch(place::meets))
          .findFirst()
          .ifPresent(
              place -> {
                taken.add(place);
                svg.text("no", place.x(), place.y() + 3.5, "middle", number);
              });
    }
  }

  private double y(Point point, double bottom) {
    return bottom - form.height * scale.at(extent(point).mark());
  }

  /// A square of the chart.
  private record Place(double x, double y, double side) {
    boolean meets(Place other) {
      double reach = (side + other.side) / 2;
      return Math.abs(x - other.x) < reach && Math.abs(y - other.y) < reach;
    }
  }

  private void key() {
    List<String> said = words.key();
    List<Shape> shapes = List.of(Shape.DOT, Shape.SQUARE, Shape.DIAMOND);
    for (int i = 0; i < shapes.size(); i++) {
      Shape shape = shapes.get(i);
      if (i == 0 || drawn.stream().anyMatch(point -> shape(point) == shape)) {
        y += LINE;
        String across = "M%s %sv10".formatted(tenths(LEFT), tenths(y - 9));
        svg.glyph(new Glyph(shape.style(), across, shape.path(LEFT, y - 4)));
        svg.text("tick", LEFT + 12, y, "start", said.get(i));
      }
    }
    int earlier = series.points().size() - drawn.size();
    if (earlier > 0) {
      y += LINE;
      svg.text("tick", LEFT + 12, y, "start", words.firstDrawn(earlier));
    }
    y += GAP;
  }

  private Map<String, List<Point>> byTeller() {
    Map<String, List<Point>> byTeller = new LinkedHashMap<>();
    drawn.forEach(
        point -> byTeller.computeIfAbsent(point.teller(), _ -> new ArrayList<>()).add(point));
    return byTeller;
  }

  /// Each teller by itself, those of the most figures first. One alone is the large chart.
  private void small() {
    List<List<Point>> tellers =
        byTeller().values().stream()
            .sorted(Comparator.comparingInt((List<Point> told) -> told.size()).reversed())
            .toList();
    if (tellers.size() < 2) {
      return;
    }
    y += LINE;
    svg.text("name", 8, y, "start", words.byTeller());
    double width = (form.width - 16.0 + SMALL_GAP) / form.columns - SMALL_GAP;
    int shown = Math.min(MOST_TELLERS, tellers.size());
    double top = y + UNDER_NAME;
    for (int i = 0; i < shown; i++) {
      double left = 8 + (i % form.columns) * (width + SMALL_GAP);
      int row = i / form.columns;
      small(tellers.get(i), left, top + row * SMALL_ROW, width);
    }
    y = top + rows(tellers.size(), form) * SMALL_ROW;
    if (tellers.size() > shown) {
      y += LINE;
      svg.text("tick", 8, y, "start", words.moreTellers(tellers.size() - shown));
    }
  }

  /// One teller's figures, those of the others behind them.
  private void small(List<Point> told, double left, double top, double width) {
    double bottom = top + 16 + SMALL_HEIGHT;
    TimeAxis axis = axis(left, width);
    String name = words.teller(told.getFirst().row());
    svg.text("tick", left, top + 12, "start", Svg.cut(name, width));
    svg.line("grid", "M%s %sh%s".formatted(tenths(left), tenths(bottom), tenths(width)));
    for (Point point : drawn) {
      double mark = bottom - SMALL_HEIGHT * scale.at(extent(point).mark());
      String dot = "M%s %sa1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0z";
      svg.line("far", dot.formatted(tenths(axis.x(point.at()) - 1.5), tenths(mark)));
    }
    course(told, axis, bottom, SMALL_HEIGHT);
    told.forEach(point -> svg.glyph(glyph(point, axis, bottom, SMALL_HEIGHT)));
  }

  /// Where each figure stands, under the chart.
  private void sources() {
    y += 10;
    for (int i = 0; i < series.points().size(); i++) {
      wrapped("tick", words.cited(i + 1, series.points().get(i), ""), LINE);
    }
  }

  private void wrapped(String kind, String text, double step) {
    for (String line : Svg.lines(text, form.width - 16 - (kind.equals("title") ? 120 : 0))) {
      y += step;
      svg.text(kind, 8, y, "start", line);
    }
  }

  private static String tenths(double length) {
    return Glyph.tenths(length);
  }
}
