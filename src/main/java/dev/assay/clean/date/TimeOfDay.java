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
    return new Reader(characters, from).read();
  }

  /// One time of day, read part by part; `at` is behind what was read.
  private static final class Reader {

    private final DateCharacters characters;
    private final String text;
    private final int from;
    private int at;
    private String between = "";
    private int hour;
    private int minute;
    private int second = -1;

    Reader(DateCharacters characters, int from) {
      this.characters = characters;
      this.text = characters.text();
      this.from = from;
      this.at = from;
    }

    @Nullable TimeOfDay read() {
      if (!readHour() || !readMinute()) {
        return null;
      }
      readSecond();
      readHalfOfDay();
      if (hour > 23 || minute > 59 || second > 59) {
        return null;
      }
      String zone = zoneAt(characters, at);
      return new TimeOfDay(
          LocalTime.of(hour, minute, Math.max(second, 0)),
          second <= 0 ? Precision.MINUTE : Precision.SECOND,
          zone,
          zone == null ? at : Math.min(text.length(), characters.skipSpaces(at) + zone.length()));
    }

    private boolean readHour() {
      while (at < text.length()
          && at - from <= WITHIN
          && !DateCharacters.isDigit(text.charAt(at))) {
        at++;
      }
      int length = characters.digits(at);
      if (at - from > WITHIN || at == from || length < 1 || length > 2) {
        return false;
      }
      between = text.substring(from, at);
      hour = characters.number(at, length);
      at += length;
      return at < text.length() && ":.h时點点：".indexOf(text.charAt(at)) >= 0;
    }

    /// Behind a full stop only with `Uhr`: 14.30 alone is a number.
    private boolean readMinute() {
      char sign = text.charAt(at);
      int start = sign == 'h' ? characters.skipSpaces(at + 1) : at + 1;
      if (characters.digits(start) != 2
          || sign == '.'
              && !text.regionMatches(true, characters.skipSpaces(start + 2), "uhr", 0, 3)) {
        return false;
      }
      minute = characters.number(start, 2);
      at = start + 2;
      return true;
    }

    private void readSecond() {
      if (at + 2 >= text.length() || text.charAt(at) != ':' || characters.digits(at + 1) != 2) {
        return;
      }
      second = characters.number(at + 1, 2);
      at += 3;
      if (at < text.length()
          && ".:,".indexOf(text.charAt(at)) >= 0
          && characters.digits(at + 1) > 0) {
        at += 1 + characters.digits(at + 1);
      }
    }

    /// 下午 before, `p.m.` behind.
    private void readHalfOfDay() {
      int half = characters.skipSpaces(at);
      if (between.contains("下午") || between.contains("晚") || isAfter(text, half, "pm", "p.m")) {
        hour += hour < 12 ? 12 : 0;
      } else if (hour == 12
          && (between.contains("上午")
              || between.contains("凌晨")
              || isAfter(text, half, "am", "a.m"))) {
        hour = 0;
      }
      if (isAfter(text, half, "pm", "am")) {
        at = half + 2;
      } else if (isAfter(text, half, "p.m", "a.m")) {
        at = Math.min(half + 4, text.length());
      }
    }
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
    String counted = Zones.countedFromUtc(text, at);
    if (counted != null) {
      return counted;
    }
    int end = characters.wordEnd(at);
    String word = text.substring(at, Math.min(end, at + 5));
    return Zones.isWritten(word) ? word : null;
  }
}
