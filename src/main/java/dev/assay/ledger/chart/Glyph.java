package dev.assay.ledger.chart;

import dev.assay.ledger.Row;
import dev.assay.ledger.RowStanding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One figure in a plot: a line over the range that its words allow, and a mark at the number as
/// written. Figures that fit together have one mark; what is not compared is hollow and dashed.
///
/// @param style class of the group: empty, `alt` or `out`
/// @param line path of the range; a cap stands where it ends, none where it is open
/// @param mark path of the mark
public record Glyph(String style, String line, String mark) {

  /// Half the length of a cap.
  private static final int CAP = 4;

  /// Half of a mark: an end of a range that lies within it has no cap, which would spoil its shape.
  private static final double MARK = 5;

  /// What of a figure a plot shows, on a scale of numbers or of days.
  ///
  /// @param low where the line begins
  /// @param high where it ends
  /// @param mark where the mark stands
  public record Extent(double low, boolean openBelow, double high, boolean openAbove, double mark) {

    /// Nothing for a figure in another unit than the scale's.
    public static Optional<Extent> of(Row row, String unit) {
      return switch (row.figure()) {
        case Row.Figure.Number number when number.unit().equals(unit) -> Optional.of(of(number));
        case Row.Figure.Number _ -> Optional.empty();
        case Row.Figure.Moment moment ->
            Optional.ofNullable(of(moment.time().first(), moment.time().last()));
      };
    }

    private static Extent of(Row.Figure.Number number) {
      double mark = number.mark().doubleValue();
      return new Extent(
          value(number.drawn().low(), mark),
          number.interval().low() == null,
          value(number.drawn().high(), mark),
          number.interval().high() == null,
          mark);
    }

    private static double value(@Nullable BigDecimal end, double otherwise) {
      return end == null ? otherwise : end.doubleValue();
    }

    private static @Nullable Extent of(@Nullable LocalDate first, @Nullable LocalDate last) {
      return first == null || last == null
          ? null
          : new Extent(
              first.toEpochDay(),
              false,
              last.toEpochDay(),
              false,
              (first.toEpochDay() + last.toEpochDay()) / 2.0);
    }
  }

  /// A figure that lies: its range from left to right.
  public static Glyph lying(
      Row row, Extent extent, Scale scale, double left, double width, double y) {
    double low = left + width * scale.at(extent.low());
    double high = left + width * scale.at(extent.high());
    double mark = left + width * scale.at(extent.mark());
    String line =
        from(low, y)
            + "H"
            + tenths(high)
            + (isCapped(extent.openBelow(), low, mark) ? from(low, y - CAP) + "v" + 2 * CAP : "")
            + (isCapped(extent.openAbove(), high, mark) ? from(high, y - CAP) + "v" + 2 * CAP : "");
    Shape shape = Shape.of(row);
    return new Glyph(shape.style(), line, shape.path(mark, y));
  }

  /// A figure that stands: its range from the bottom up.
  public static Glyph standing(
      Row row, Extent extent, Scale scale, double bottom, double height, double x) {
    return standing(Shape.of(row), extent, scale, bottom, height, x);
  }

  /// The same with a mark that is told.
  static Glyph standing(
      Shape shape, Extent extent, Scale scale, double bottom, double height, double x) {
    double low = bottom - height * scale.at(extent.low());
    double high = bottom - height * scale.at(extent.high());
    double mark = bottom - height * scale.at(extent.mark());
    String line =
        from(x, low)
            + "V"
            + tenths(high)
            + (isCapped(extent.openBelow(), low, mark) ? from(x - CAP, low) + "h" + 2 * CAP : "")
            + (isCapped(extent.openAbove(), high, mark) ? from(x - CAP, high) + "h" + 2 * CAP : "");
    return new Glyph(shape.style(), line, shape.path(x, mark));
  }

  private static boolean isCapped(boolean isOpen, double end, double mark) {
    return !isOpen && Math.abs(end - mark) > MARK;
  }

  /// Dot, square and triangle for the sets of figures that fit together; a diamond for the rest.
  enum Shape {
    DOT(""),
    SQUARE("alt"),
    TRIANGLE("alt"),
    DIAMOND("out");

    private final String style;

    Shape(String style) {
      this.style = style;
    }

    String style() {
      return style;
    }

    static Shape of(Row row) {
      return switch (row.standing()) {
        case RowStanding.Compared(int set, _) -> set == 0 ? DOT : set == 1 ? SQUARE : TRIANGLE;
        case RowStanding.NotCompared _, RowStanding.Withdrawn _ -> DIAMOND;
      };
    }

    String path(double x, double y) {
      return switch (this) {
        case DOT -> from(x - 4, y) + "a4 4 0 1 0 8 0a4 4 0 1 0-8 0z";
        case SQUARE -> from(x - 3.75, y - 3.75) + "h7.5v7.5h-7.5z";
        case TRIANGLE -> from(x, y - 5) + "l4.5 8h-9z";
        case DIAMOND -> from(x, y - 5.5) + "l5.5 5.5-5.5 5.5-5.5-5.5z";
      };
    }
  }

  /// The beginning of a path.
  private static String from(double x, double y) {
    return "M" + tenths(x) + " " + tenths(y);
  }

  /// A length in a plot's drawing.
  public static String tenths(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }
}
