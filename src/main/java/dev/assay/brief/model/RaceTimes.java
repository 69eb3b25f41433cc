package dev.assay.brief.model;

import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Knows a time that something took in two ways of writing: 2:09:17 of 2小时9分17秒, 2:07.83 of
/// 2分07秒83.
final class RaceTimes {

  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,2}):(\\d{2})(?:\\.(\\d{1,2}))?(?![\\d:])");

  private static final Pattern HAN =
      Pattern.compile("(?:(\\d{1,2})[小]?[时時])?(\\d{1,2})分[钟鐘]?(\\d{1,2})秒(?:(\\d{1,2})(?!\\d))?");

  private RaceTimes() {}

  /// A time in hundredths of a second, and where it stands.
  private record Time(Span span, long hundredths) {}

  /// Whether the time at `place` of `text` stands in `lines`, in whichever way it is written.
  static boolean stand(String text, Span place, String lines) {
    return in(text).stream()
        .filter(time -> time.span.overlaps(place))
        .anyMatch(
            time -> in(lines).stream().anyMatch(there -> there.hundredths == time.hundredths));
  }

  private static List<Time> in(String text) {
    List<Time> times = new ArrayList<>();
    for (Pattern form : List.of(CLOCK, HAN)) {
      Matcher matcher = form.matcher(text);
      while (matcher.find()) {
        long seconds =
            3600 * number(matcher.group(1))
                + 60 * number(matcher.group(2))
                + number(matcher.group(3));
        times.add(
            new Time(
                new Span(matcher.start(), matcher.end()),
                100 * seconds + hundredths(matcher.group(4))));
      }
    }
    return times;
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static long hundredths(@Nullable String digits) {
    return digits == null ? 0 : number(digits) * (digits.length() == 1 ? 10 : 1);
  }
}
