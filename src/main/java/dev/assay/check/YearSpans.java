package dev.assay.check;

import dev.assay.analyze.time.TimeExpression;
import dev.assay.analyze.time.TimeExpression.Grain;
import dev.assay.cite.Span;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells when a sentence begins or ends a span of years where the source does not: 2019至2023年 for
/// 2020至2023年, though the source names 2019 elsewhere.
final class YearSpans {

  /// What stands between the two years of a span.
  private static final Set<String> JOINTS =
      Set.of("-", "–", "—", "~", "/", "至", "到", "年至", "年到", "年-", "to", "until", "through", "and");

  /// The sign and the last year of 2010–20 and 2025/26, which are read as one time.
  private static final Pattern SHORT_END = Pattern.compile("\\d{4}([-–‑—~～/])(\\d\\d)$");

  /// 2010-20 has so many characters.
  private static final int SHORTEST = 7;

  private static final int CENTURY = 100;

  /// "Between", "from" and 年 aside, no more than this lies between the years.
  private static final int MAX_BETWEEN = 10;

  private YearSpans() {}

  private record Years(int first, int last) {}

  /// `times` of `text`, a span of years that is written as one time as its two ends: 2010–20 is
  /// 2010 and 2020.
  static List<TimeExpression> apart(List<TimeExpression> times, String text) {
    return times.stream().noneMatch(YearSpans::isSpan)
        ? times
        : times.stream()
            .flatMap(time -> isSpan(time) ? ends(time, text) : Stream.of(time))
            .toList();
  }

  private static boolean isSpan(TimeExpression time) {
    return time.grain() == Grain.YEAR && time.span().end() - time.span().start() >= SHORTEST;
  }

  private static Stream<TimeExpression> ends(TimeExpression time, String text) {
    Matcher end = SHORT_END.matcher(time.span().in(text));
    if (!end.find()) {
      return Stream.of(time);
    }
    int start = time.span().start();
    int year = time.year() / CENTURY * CENTURY + Integer.parseInt(end.group(2));
    return Stream.of(
        year(time.year(), new Span(start, start + end.start(1))),
        year(
            year > time.year() ? year : year + CENTURY,
            new Span(start + end.start(2), time.span().end())));
  }

  private static TimeExpression year(int year, Span span) {
    return new TimeExpression(
        span,
        year,
        0,
        0,
        0,
        -1,
        Grain.YEAR,
        true,
        LocalDate.of(year, Month.JANUARY, 1),
        LocalDate.of(year, Month.DECEMBER, Month.DECEMBER.maxLength()));
  }

  /// Whether `said` is an end of a span of the sentence that the source does not have, while it has
  /// one with the other end; if so the end that the sentence keeps, else null.
  static @Nullable TimeExpression otherEnd(
      TimeExpression said, List<TimeExpression> all, String sentence, Source source) {
    if (said.grain() != Grain.YEAR) {
      return null;
    }
    int at = all.indexOf(said);
    TimeExpression next = at + 1 < all.size() ? all.get(at + 1) : null;
    TimeExpression before = at > 0 ? all.get(at - 1) : null;
    if (next != null && years(said, next, sentence) != null) {
      return isContradicted(said.year(), next.year(), true, source) ? next : null;
    }
    if (before != null && years(before, said, sentence) != null) {
      return isContradicted(before.year(), said.year(), false, source) ? before : null;
    }
    return null;
  }

  /// Whether the source has a span with only the other end, and none with both.
  private static boolean isContradicted(int first, int last, boolean isFirst, Source source) {
    boolean other = false;
    for (int i = 0; i + 1 < source.times.size(); i++) {
      int paragraph = source.timeParagraphs.get(i);
      Years years =
          paragraph == source.timeParagraphs.get(i + 1)
              ? years(
                  source.times.get(i), source.times.get(i + 1), source.paragraphs.get(paragraph))
              : null;
      if (years != null && years.first() == first && years.last() == last) {
        return false;
      }
      other |= years != null && (isFirst ? years.last() == last : years.first() == first);
    }
    return other;
  }

  private static @Nullable Years years(TimeExpression one, TimeExpression two, String text) {
    int from = one.span().end();
    int to = two.span().start();
    boolean near = to >= from && to - from <= MAX_BETWEEN;
    boolean plain = one.grain() == Grain.YEAR && two.grain() == Grain.YEAR;
    if (!near || !plain || one.year() >= two.year()) {
      return null;
    }
    String between = text.substring(from, to).strip();
    boolean and = between.equals("and");
    boolean joined = JOINTS.contains(between) && (!and || isBetween(text, one.span().start()));
    return joined ? new Years(one.year(), two.year()) : null;
  }

  private static boolean isBetween(String text, int start) {
    return text.substring(0, start).stripTrailing().toLowerCase(Locale.ROOT).endsWith("between");
  }
}
