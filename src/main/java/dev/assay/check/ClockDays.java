package dev.assay.check;

import dev.assay.analyze.time.TimeExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the day of a time of day that stands apart from it: on 4 July the last boat leaves at
/// 11:30 p.m.; at 7:45 p.m. on Friday 3 October.
final class ClockDays {

  /// So far behind its hour a day may stand: on Wednesday, 3 October.
  private static final int REACH_BEHIND = 14;

  /// And so far before it.
  private static final int REACH = 200;

  /// So many times before it are looked at.
  private static final int MOST = 20;

  private ClockDays() {}

  /// The day of the time at `at` of `source`, or null if it is no hour alone or its sentence names
  /// no day.
  static @Nullable TimeExpression of(Source source, int at) {
    int paragraph = source.timeParagraphs.get(at);
    int from = at;
    while (from > 0 && at - from < MOST && source.timeParagraphs.get(from - 1) == paragraph) {
      from--;
    }
    boolean more = at + 1 < source.times.size() && source.timeParagraphs.get(at + 1) == paragraph;
    return of(
        source.times.subList(from, more ? at + 2 : at + 1),
        at - from,
        source.paragraphs.get(paragraph));
  }

  /// The same of one of the `times` of `text`: the day right behind it, else the last before it.
  static @Nullable TimeExpression of(List<TimeExpression> times, int at, String text) {
    TimeExpression clock = times.get(at);
    if (clock.minute() < 0 || clock.day() > 0) {
      return null;
    }
    TimeExpression next = at + 1 < times.size() ? times.get(at + 1) : null;
    if (next != null && isDay(next) && isNear(clock, next, text, REACH_BEHIND)) {
      return next;
    }
    for (int i = at - 1; i >= 0 && isNear(times.get(i), clock, text, REACH); i--) {
      if (isDay(times.get(i))) {
        return times.get(i);
      }
    }
    return null;
  }

  private static boolean isDay(TimeExpression time) {
    return time.day() > 0 && time.minute() < 0;
  }

  private static boolean isNear(TimeExpression one, TimeExpression next, String text, int reach) {
    int from = one.span().end();
    int to = next.span().start();
    return to - from <= reach && ContextReader.isOneSentence(text, from - 1, to);
  }

  /// `clock` on that day.
  static TimeExpression on(TimeExpression day, TimeExpression clock) {
    return new TimeExpression(
        clock.span(),
        day.year(),
        0,
        day.month(),
        day.day(),
        clock.minute(),
        clock.grain(),
        day.yearStated(),
        day.first(),
        day.last());
  }
}
