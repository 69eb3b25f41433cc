package dev.assay.web.time;

import dev.assay.web.Messages;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/// When something happened, in words as exact as a sentence is about it: a day, a month, or
/// several.
///
/// @param first the first of them
/// @param last the last: the same for one
public record Days(String first, String last) {

  public static Days of(LocalDate first, LocalDate last, Messages say) {
    return areMonths(first, last)
        ? new Days(say.month(first), say.month(last))
        : new Days(say.day(first), say.day(last));
  }

  /// What the element `time` says of it: the month if it is one, else the first day.
  public static String ofElement(LocalDate first, LocalDate last) {
    YearMonth month = YearMonth.from(first);
    boolean one = areMonths(first, last) && month.equals(YearMonth.from(last));
    return one ? month.toString() : first.toString();
  }

  private static boolean areMonths(LocalDate first, LocalDate last) {
    return first.getDayOfMonth() == 1 && last.equals(last.with(TemporalAdjusters.lastDayOfMonth()));
  }

  /// `20 Oct 2025`, `Jan 2027`, `Jan 2027 – Mar 2027`.
  public String inFull() {
    return isOne() ? first : first + " – " + last;
  }

  public boolean isOne() {
    return first.equals(last);
  }
}
