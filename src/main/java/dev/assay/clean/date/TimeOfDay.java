package dev.assay.clean.date;

import dev.assay.article.PublicationTime.Precision;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A time of day as it stands behind a date.
///
/// @param zone what is written of the zone: an offset, an abbreviation, or null
/// @param end index behind the time and its zone
record TimeOfDay(LocalTime time, Precision precision, @Nullable String zone, int end) {

  /// How many characters may stand between the date and the time.
  private static final int WITHIN = 12;

  /// A time of day that stands within a few characters after a date, such as `T07:10:00+08:00`, `
  /// 下午3:05`, `, 7:10 a.m. ET`, ` um 14.30 Uhr`, ` 18h05`.
  static @Nullable TimeOfDay after(DateCharacters characters, int from) {
    String text = characters.text();
    int at = from;
    while (at < text.length() && at - from <= WITHIN && !DateCharacters.isDigit(text.charAt(at))) {
      at++;
    }
    int length = characters.digits(at);
    if (at - from > WITHIN || at == from || length < 1 || length > 2) {
      return null;
    }
    String between = text.substring(from, at);
    int end = at + length;
    if (end >= text.length() || ":.h时點点：".indexOf(text.charAt(end)) < 0) {
      return null;
    }
    int minuteAt = text.charAt(end) == 'h' ? characters.skipSpaces(end + 1) : end + 1;
    if (characters.digits(minuteAt) != 2
        || text.charAt(end) == '.'
            && !text.regionMatches(true, characters.skipSpaces(minuteAt + 2), "uhr", 0, 3)) {
      return null;
    }
    int hour = characters.number(at, length);
    int minute = characters.number(minuteAt, 2);
    end = minuteAt + 2;
    int second = -1;
    if (end + 2 < text.length() && text.charAt(end) == ':' && characters.digits(end + 1) == 2) {
      second = characters.number(end + 1, 2);
      end += 3;
      if (end < text.length()
          && ".:,".indexOf(text.charAt(end)) >= 0
          && characters.digits(end + 1) > 0) {
        end += 1 + characters.digits(end + 1);
      }
    }
    int halfEnd = characters.skipSpaces(end);
    if (between.contains("下午") || between.contains("晚") || isAfter(text, halfEnd, "pm", "p.m")) {
      hour += hour < 12 ? 12 : 0;
    } else if (hour == 12
        && (between.contains("上午")
            || between.contains("凌晨")
            || isAfter(text, halfEnd, "am", "a.m"))) {
      hour = 0;
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    if (isAfter(text, halfEnd, "pm", "am")) {
      end = halfEnd + 2;
    } else if (isAfter(text, halfEnd, "p.m", "a.m")) {
      end = Math.min(halfEnd + 4, text.length());
    }
    String zone = zoneAt(characters, end);
    LocalTime time = LocalTime.of(hour, minute, Math.max(second, 0));
    Precision precision = second <= 0 ? Precision.MINUTE : Precision.SECOND;
    return new TimeOfDay(
        time,
        precision,
        zone,
        zone == null ? end : Math.min(text.length(), characters.skipSpaces(end) + zone.length()));
  }

  private static boolean isAfter(String text, int at, String one, String other) {
    return text.regionMatches(true, at, one, 0, one.length())
        || text.regionMatches(true, at, other, 0, other.length());
  }

  private static @Nullable String zoneAt(DateCharacters characters, int from) {
    String text = characters.text();
    int at = characters.skipSpaces(from);
    if (at >= text.length()) {
      return null;
    }
    char c = text.charAt(at);
    if (c == '+' || c == '-') {
      int hours = characters.digits(at + 1);
      if (hours == 4) {
        return text.substring(at, at + 5);
      }
      if (hours == 2
          && at + 3 < text.length()
          && text.charAt(at + 3) == ':'
          && characters.digits(at + 4) == 2) {
        return text.substring(at, at + 6);
      }
      return hours == 2 && at == from ? text.substring(at, at + 3) : null;
    }
    int end = characters.wordEnd(at);
    String word = text.substring(at, Math.min(end, at + 5));
    return Zones.isWritten(word) ? word : null;
  }
}
