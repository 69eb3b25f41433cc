package dev.assay.web;

import dev.assay.topic.Week;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Articles a week as bars, in the units of an SVG view box.
///
/// @param bars from left to right; the part for independent texts stands below that for copies
/// @param marks the words under the axis
public record WeekPlot(List<Bar> bars, List<Mark> marks) {

  /// The width of the side column's plots.
  public static final int WIDTH = 272;

  /// Height of the plot above its axis.
  public static final int HEIGHT = 56;

  private static final int SMALL_WIDTH = 96;
  private static final int SMALL_HEIGHT = 20;

  /// Months between two words under the axis, so that they never touch.
  private static final int MONTHS_APART = 2;

  /// A rectangle; all decimals, one digit.
  ///
  /// @param week that it stands for
  public record Bar(Week week, String x, String y, String width, String height, boolean copies) {}

  /// A word at `x`, which is its middle, its start or its end as `anchor` says.
  public record Mark(String x, String anchor, String text) {}

  /// The large plot with its words.
  public static WeekPlot of(List<Week> weeks, Messages say) {
    return new WeekPlot(bars(weeks, WIDTH, HEIGHT, 0), marks(weeks, say));
  }

  /// The small one, which tells copies and independent texts not apart and marks empty weeks.
  public static WeekPlot small(List<Week> weeks) {
    List<Week> sums = weeks.stream().map(w -> new Week(w.monday(), w.articles(), 0)).toList();
    return new WeekPlot(bars(sums, SMALL_WIDTH, SMALL_HEIGHT, 1.5), List.of());
  }

  private static List<Bar> bars(List<Week> weeks, int width, int height, double least) {
    long most = Math.max(1, weeks.stream().mapToLong(Week::articles).max().orElse(1));
    double step = (double) width / Math.max(1, weeks.size());
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < weeks.size(); i++) {
      Week week = weeks.get(i);
      double own = Math.max(least, height * (double) week.independent() / most);
      double copied = height * (double) week.copies() / most;
      double x = i * step + step / 10;
      if (copied > 0) {
        bars.add(bar(week, x, height - own - copied, step, copied, true));
      }
      if (own > 0) {
        bars.add(bar(week, x, height - own, step, own, false));
      }
    }
    return List.copyOf(bars);
  }

  private static Bar bar(
      Week week, double x, double y, double step, double height, boolean copies) {
    return new Bar(week, units(x), units(y), units(step * 0.8), units(height), copies);
  }

  private static List<Mark> marks(List<Week> weeks, Messages say) {
    if (weeks.isEmpty()) {
      return List.of();
    }
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark("0", "start", say.monthAlone(weeks.getFirst().monday())));
    double step = (double) WIDTH / weeks.size();
    int last = monthOf(weeks.getFirst());
    for (int i = 1; i < weeks.size(); i++) {
      int month = monthOf(weeks.get(i));
      boolean room = i * step > WIDTH / 6.0 && i * step < WIDTH * 0.72;
      if (month >= last + MONTHS_APART && room) {
        marks.add(new Mark(units(i * step), "start", say.monthAlone(weeks.get(i).monday())));
        last = month;
      }
    }
    String end = say.dayOfYear(weeks.getLast().monday());
    marks.add(new Mark(String.valueOf(WIDTH), "end", end));
    return List.copyOf(marks);
  }

  private static int monthOf(Week week) {
    return week.monday().getYear() * 12 + week.monday().getMonthValue();
  }

  private static String units(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /// The plot in words, for those who do not see it.
  public static String inWords(List<Week> weeks, Messages say) {
    Week most = weeks.stream().max(Comparator.comparingLong(Week::articles)).orElseThrow();
    return say.text(
        "weeks.in-words",
        say.range(weeks.getFirst().monday(), weeks.getLast().monday().plusDays(6)),
        say.dayOfYear(most.monday()),
        say.number(most.articles()),
        say.number(most.independent()));
  }

  /// The small plot in words.
  public static String shortInWords(List<Week> weeks, Messages say) {
    return say.text(
        "weeks.short",
        weeks.stream()
            .map(week -> say.number(week.articles()))
            .collect(Collectors.joining(say.text("comma"))));
  }

  /// What the last of the weeks brought.
  public static String lastInWords(List<Week> weeks, Messages say) {
    long articles = weeks.isEmpty() ? 0 : weeks.getLast().articles();
    return articles == 0 ? say.text("home.nothing-new") : say.count("home.new", articles);
  }
}
