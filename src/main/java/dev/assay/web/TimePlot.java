package dev.assay.web;

import dev.assay.ledger.EvidenceId;
import dev.assay.ledger.LedgerEntry;
import dev.assay.ledger.Row;
import dev.assay.ledger.Wording;
import dev.assay.ledger.chart.Glyph;
import dev.assay.ledger.chart.Glyph.Extent;
import dev.assay.ledger.chart.Scale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The figures of an entry by the day on which they were published.
///
/// @param levels marks of the upright axis
/// @param days marks of the lying axis
/// @param figures in the order of publication
/// @param all how many there are; more than `figures` if some were not drawn
public record TimePlot(List<Level> levels, List<Day> days, List<Figure> figures, int all) {

  /// Units of the view box.
  public static final int WIDTH = 704;

  public static final int HEIGHT = 270;
  public static final int LEFT = 64;
  public static final int BOTTOM = 240;
  private static final int TOP = 8;

  /// Room for the mark and the words of the last figure.
  private static final int RIGHT = 84;

  private static final int MOST_FIGURES = 120;
  private static final int MOST_DAYS = 8;

  /// Between a mark and its words.
  private static final double GAP = 8;

  /// A round number on the upright axis.
  public record Level(String y, String textY, String label) {}

  /// A month or year on the lying axis.
  public record Day(String x, String label) {}

  /// A figure at its day.
  ///
  /// @param words the figure as written; empty where there is no room for them
  /// @param anchor on which side of `x` they stand, as SVG says it: `start` or `end`
  /// @param language of the words
  public record Figure(
      Glyph glyph, String x, String y, String words, String anchor, String language) {}

  /// Nothing if fewer than two figures have a day and the entry's unit.
  static Optional<TimePlot> of(LedgerEntry entry, Wording wording, Messages say) {
    Scale scale = EntryPlot.scale(entry, wording, say);
    List<Row> rows =
        entry.rows().stream()
            .filter(row -> row.evidence().day() != null)
            .filter(row -> Extent.of(row, entry.unit()).isPresent())
            .toList();
    if (scale == null || rows.size() < 2) {
      return Optional.empty();
    }
    Span span = Span.of(rows);
    return Optional.of(
        new TimePlot(
            levels(scale),
            span.days(say),
            figures(entry, drawn(entry, rows), scale, span),
            rows.size()));
  }

  /// All rows; of many as many as can be told apart, evenly chosen, and those in dispute.
  private static List<Row> drawn(LedgerEntry entry, List<Row> rows) {
    List<EvidenceId> pair =
        entry.dispute().stream()
            .flatMap(apart -> Stream.of(apart.one(), apart.other()))
            .map(row -> row.evidence().id())
            .toList();
    List<Row> drawn = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      boolean chosen =
          (long) i * MOST_FIGURES / rows.size() != (long) (i - 1) * MOST_FIGURES / rows.size();
      Row row = rows.get(i);
      if (i == 0 || chosen || pair.contains(row.evidence().id())) {
        drawn.add(row);
      }
    }
    return rows.size() <= MOST_FIGURES ? rows : drawn;
  }

  private static List<Level> levels(Scale scale) {
    return scale.ticks().stream()
        .map(
            tick -> {
              double y = BOTTOM - (BOTTOM - TOP) * tick.at();
              return new Level(Glyph.tenths(y), Glyph.tenths(y + 4), tick.label());
            })
        .toList();
  }

  private static List<Figure> figures(LedgerEntry entry, List<Row> rows, Scale scale, Span span) {
    List<Figure> figures = new ArrayList<>();
    List<Area> taken = new ArrayList<>();
    rows.forEach(row -> taken.add(Area.ofMark(span.x(Span.day(row)), y(row, entry, scale))));
    for (Row row : rows) {
      Extent extent = Extent.of(row, entry.unit()).orElseThrow();
      double x = span.x(Span.day(row));
      double y = y(row, entry, scale);
      String words = row.evidence().written();
      Area right = Area.ofWords(words, x, y);
      Area left = right.mirrored(x);
      Optional<Area> place = Stream.of(right, left).filter(area -> area.isFree(taken)).findFirst();
      place.ifPresent(taken::add);
      boolean before = place.filter(left::equals).isPresent();
      figures.add(
          new Figure(
              Glyph.standing(row, extent, scale, BOTTOM, BOTTOM - TOP, x),
              Glyph.tenths(before ? x - GAP : x + GAP),
              Glyph.tenths(y + 4),
              place.isPresent() ? words : "",
              before ? "end" : "start",
              row.evidence().language().tag()));
    }
    return figures;
  }

  private static double y(Row row, LedgerEntry entry, Scale scale) {
    double mark = Extent.of(row, entry.unit()).orElseThrow().mark();
    return BOTTOM - (BOTTOM - TOP) * scale.at(mark);
  }

  /// A part of the plot, in units of its view box.
  private record Area(double left, double top, double right, double bottom) {

    static Area ofMark(double x, double y) {
      return new Area(x - 5, y - 5, x + 5, y + 5);
    }

    /// Messages beside a mark: a Han character is a square, other letters are narrow.
    static Area ofWords(String words, double x, double y) {
      double width = words.chars().mapToDouble(letter -> letter > 0x2e80 ? 11.5 : 6.5).sum();
      return new Area(x + GAP, y - 6, x + GAP + width, y + 6);
    }

    /// The same on the other side of `x`.
    Area mirrored(double x) {
      return new Area(2 * x - right, top, 2 * x - left, bottom);
    }

    boolean isFree(List<Area> taken) {
      return left >= LEFT
          && right <= WIDTH
          && taken.stream()
              .noneMatch(
                  other ->
                      left < other.right
                          && other.left < right
                          && top < other.bottom
                          && other.top < bottom);
    }
  }

  /// The days from the first publication to the last.
  private record Span(LocalDate first, LocalDate last) {

    static Span of(List<Row> rows) {
      List<LocalDate> days = rows.stream().map(Span::day).sorted().toList();
      return new Span(days.getFirst(), days.getLast());
    }

    static LocalDate day(Row row) {
      return Objects.requireNonNull(row.evidence().day());
    }

    private long length() {
      return Math.max(1, last.toEpochDay() - first.toEpochDay());
    }

    double x(LocalDate day) {
      double part =
          first.equals(last) ? 0.5 : (double) (day.toEpochDay() - first.toEpochDay()) / length();
      return LEFT + 14 + (WIDTH - LEFT - RIGHT - 14) * part;
    }

    /// The first days of months, as many as have room; of a short time its ends.
    List<Day> days(Messages say) {
      List<LocalDate> months = new ArrayList<>();
      LocalDate month = first.withDayOfMonth(1).plusMonths(1);
      for (; !month.isAfter(last); month = month.plusMonths(1)) {
        months.add(month);
      }
      if (months.size() < 2) {
        return first.equals(last)
            ? List.of(mark(first, say.day(first)))
            : List.of(mark(first, say.day(first)), mark(last, say.day(last)));
      }
      int every = 1 + months.size() / MOST_DAYS;
      List<Day> days = new ArrayList<>();
      for (int i = 0; i < months.size(); i += every) {
        LocalDate at = months.get(i);
        boolean yearToo = i == 0 || at.getYear() != months.get(i - every).getYear();
        days.add(mark(at, yearToo ? say.month(at) : say.monthAlone(at)));
      }
      return days;
    }

    private Day mark(LocalDate day, String label) {
      return new Day(Glyph.tenths(x(day)), label);
    }
  }
}
