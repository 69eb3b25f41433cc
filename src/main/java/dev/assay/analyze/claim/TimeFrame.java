package dev.assay.analyze.claim;

import dev.assay.analyze.time.TimeExpression;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the text before a sentence leaves it of times: the one day that all of it tells of, if it
/// names no other, and the time of the last figure of the sentence before. Of one article.
final class TimeFrame {

  /// Each by its date, or as far as it is told.
  private final Set<String> days = new HashSet<>();

  private @Nullable TimeExpression day;
  private @Nullable TimeExpression before;

  /// Takes the times of a text whose sentences are read next.
  void take(List<TimeExpression> times) {
    for (TimeExpression time : times) {
      if (time.day() > 0) {
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

  /// The one day that the texts name; null if they name none, or several.
  @Nullable TimeExpression day() {
    return days.size() == 1 ? day : null;
  }

  /// The time of the last figure of the sentence before in the same text; null if there is none.
  @Nullable TimeExpression before() {
    return before;
  }
}
