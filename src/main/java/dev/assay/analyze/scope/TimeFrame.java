package dev.assay.analyze.scope;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the text before a sentence leaves it of times: the one day that all of it tells of, if it
/// names no other, and the time of the last figure of the sentence before. Of one article.
public final class TimeFrame {

  /// Each by its date, or as far as it is told.
  private final Set<String> days = new HashSet<>();

  private final List<TimeExpression> weeks = new ArrayList<>();
  private @Nullable TimeExpression day;
  private @Nullable TimeExpression before;

  /// Takes the times of a text whose sentences are read next.
  public void take(List<TimeExpression> times) {
    for (TimeExpression time : times) {
      if (time.grain() == Grain.WEEK) {
        weeks.add(time);
      } else if (time.day() > 0) {
        LocalDate date = time.first();
        days.add(date == null ? time.iso() : date.toString());
        day = day == null ? time : day;
      }
    }
    before = null;
  }

  /// Takes the claims of a sentence.
  void takeClaims(List<Claim> read) {
    before = read.isEmpty() ? null : read.getLast().time();
  }

  /// The one day that the texts name; null if they name none, or several, or tell of its week.
  @Nullable TimeExpression day() {
    LocalDate date = day == null ? null : day.first();
    return days.size() == 1 && weeks.stream().noneMatch(week -> holds(week, date)) ? day : null;
  }

  private static boolean holds(TimeExpression week, @Nullable LocalDate date) {
    LocalDate first = week.first();
    LocalDate last = week.last();
    return date != null
        && first != null
        && last != null
        && !date.isBefore(first)
        && !date.isAfter(last);
  }

  /// The time of the last figure of the sentence before in the same text; null if there is none.
  @Nullable TimeExpression before() {
    return before;
  }
}
