package dev.assay.analyze.time;

import dev.assay.analyze.number.SmallNumber;
import dev.assay.analyze.text.FoldedText;
import dev.assay.cite.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the readers of dates and times share in one pass over one text. Each of them answers where
/// the time that it has read into `draft` ends, or -1 for none.
final class TimePass {

  final TimeWords words;
  final FoldedText text;

  /// The day of writing; null if it is not known.
  final @Nullable LocalDate today;

  final TimeDraft draft = new TimeDraft();
  private final List<TimeExpression> found = new ArrayList<>();

  TimePass(TimeWords words, FoldedText text, @Nullable LocalDate today) {
    this.words = words;
    this.text = text;
    this.today = today;
  }

  SmallNumber number(int i) {
    return SmallNumber.at(text, i, words.han);
  }

  /// Takes what was read as a time that stands at `[start, end)`.
  void keep(int start, int end) {
    TimeExpression time = draft.expression(new Span(start, end), today);
    if (time != null) {
      found.add(time);
    }
  }

  /// The time before, or null.
  @Nullable TimeExpression last() {
    return found.isEmpty() ? null : found.getLast();
  }

  List<TimeExpression> found() {
    return found;
  }
}
