package dev.assay.ledger.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Days along a line of a chart, with the first days of months or years marked.
///
/// @param left where the first day stands
/// @param width from there to the last
record TimeAxis(LocalDate first, LocalDate last, double left, double width) {

  /// Months between marks: the least that leaves room is taken.
  private static final int[] STEPS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};

  private static final int MONTHS = 12;

  /// A day with a word.
  record Mark(double x, String label) {}

  double x(LocalDate day) {
    return first.equals(last)
        ? left + width / 2
        : left + width * ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
  }

  /// @param most how many there is room for
  List<Mark> marks(int most) {
    for (int step : STEPS) {
      List<Mark> marks = every(step);
      if (marks.size() <= most) {
        return marks.size() > 1 ? marks : ends();
      }
    }
    return ends();
  }

  private List<Mark> every(int months) {
    List<Mark> marks = new ArrayList<>();
    LocalDate month = first.withDayOfMonth(1);
    while (month.isBefore(first) || monthNumber(month) % months != 0) {
      month = month.plusMonths(1);
    }
    for (; !month.isAfter(last); month = month.plusMonths(months)) {
      String iso = month.toString();
      int kept = months % MONTHS == 0 ? "2025".length() : "2025-10".length();
      marks.add(new Mark(x(month), iso.substring(0, kept)));
    }
    return marks;
  }

  private static int monthNumber(LocalDate day) {
    return day.getYear() * MONTHS + day.getMonthValue() - 1;
  }

  private List<Mark> ends() {
    Mark begin = new Mark(x(first), first.toString());
    return first.equals(last) ? List.of(begin) : List.of(begin, new Mark(x(last), last.toString()));
  }
}
