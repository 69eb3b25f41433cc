package dev.assay.clean;

import dev.assay.article.Language;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.lexicon.LexiconFile;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads dates and times from a text, in Chinese, English, German, French and other European
/// languages, by one pass over its characters.
///
/// Reads 2025-11-22T07:10:00+08:00, 2025年11月22日 07:10, 20251122, 22.11.2025, 11/22/2025, Nov 22,
/// 2025 7:10 a.m. ET, 22 novembre 2025, 3小时前, 昨天, 2 hours ago, vor 3 Tagen. A date like 03/04/2025
/// is read day first, unless the language is American English. Linear: at each digit or letter only
/// a bounded stretch is looked at.
final class DateText {

  /// One date in a text, as it stands there.
  ///
  /// @param zone what is written of the zone: an offset, an abbreviation, or null
  /// @param relative whether it was counted back from the present (then `time` is in UTC)
  record Found(
      LocalDateTime time,
      Precision precision,
      @Nullable String zone,
      int start,
      int end,
      boolean relative) {}

  private static final int EARLIEST_YEAR = 1990;
  private static final int LATEST_YEAR = 2100;
  private static final int MOST = 50;

  /// In a longer text "today" is not the day of publication.
  private static final int LONGEST_RELATIVE = 40;

  private static final int TIME_WITHIN = 12;

  private static final class Months {
    static final Map<String, Integer> BY_NAME = read();

    private static Map<String, Integer> read() {
      Map<String, Integer> months = new HashMap<>();
      for (LexiconFile.Row row : LexiconFile.read("dates/months.tsv").rows()) {
        for (String name : row.cell(1).split(" ")) {
          months.put(name, Integer.valueOf(row.cell(0)));
        }
      }
      return Map.copyOf(months);
    }
  }

  /// A year with a count glued on to it, as in "Dec 5, 20232 shares".
  private static final int LONGEST_GLUED_YEAR = 6;

  private final String text;
  private final boolean monthFirst;
  private final LocalDateTime now;
  private final List<Found> found = new ArrayList<>();

  private DateText(String text, boolean monthFirst, LocalDateTime now) {
    this.text = text;
    this.monthFirst = monthFirst;
    this.now = now;
  }

  /// The dates of `text` in order; `now` is the present in UTC, for times such as 3小时前.
  static List<Found> findAll(String text, boolean monthFirst, LocalDateTime now) {
    DateText reader = new DateText(text, monthFirst, now);
    reader.scan();
    return reader.found;
  }

  static Optional<Found> first(String text, boolean monthFirst, LocalDateTime now) {
    return findAll(text, monthFirst, now).stream().findFirst();
  }

  /// Whether dates such as 03/04/2025 are written month first on such a site.
  static boolean isMonthFirst(Language language, String host) {
    return language.tag().startsWith("en")
        && !host.endsWith(".uk")
        && !host.endsWith(".au")
        && !host.endsWith(".in")
        && !host.endsWith(".ie")
        && !host.endsWith(".nz")
        && !host.endsWith(".za");
  }

  private void scan() {
    int i = 0;
    while (i < text.length() && found.size() < MOST) {
      char c = text.charAt(i);
      int end = -1;
      if (isDigit(c) && (i == 0 || !isDigit(text.charAt(i - 1)))) {
        end = atDigit(i);
      } else if (Character.isLetter(c)
          && (i == 0
              || !Character.isLetter(text.charAt(i - 1))
              || VisibleText.isWide(c)
              || isGluedOn(i))) {
        end = atLetter(i);
      }
      i = end > i ? end : i + 1;
    }
  }

  /// Whether a capital follows a small letter: pages set a name and a date side by side with no
  /// space between them, as in "Jane RoeDec 5, 2023".
  private boolean isGluedOn(int at) {
    return Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
  }

  private int atDigit(int start) {
    int length = digits(start);
    return switch (length) {
      case 4 -> yearFirst(start);
      case 1, 2 -> dayFirst(start);
      case 8 -> compact(start);
      case 14, 12 -> compactTime(start, length);
      default -> start + length;
    };
  }

  /// 2025-11-22, 2025/11/22, 2025.11.22, 2025年11月22日, 2025 m. ...
  private int yearFirst(int start) {
    int year = number(start, 4);
    int at = start + 4;
    if (!isYear(year) || at >= text.length()) {
      return at;
    }
    at = skipSpaces(at);
    if (at >= text.length() || "-/.年–_|".indexOf(text.charAt(at)) < 0) {
      return start + 4;
    }
    char separator = text.charAt(at);
    int monthAt = skipSpaces(at + 1);
    int monthLength = digits(monthAt);
    if (monthLength < 1 || monthLength > 2) {
      return start + 4;
    }
    int month = number(monthAt, monthLength);
    at = skipSpaces(monthAt + monthLength);
    boolean han = separator == '年';
    if (at >= text.length() || !(han ? text.charAt(at) == '月' : text.charAt(at) == separator)) {
      return han || separator == '.' ? at : monthOnly(year, month, start, at);
    }
    int dayAt = skipSpaces(at + 1);
    int dayLength = digits(dayAt);
    if (dayLength < 1 || dayLength > 2) {
      return han ? monthOnly(year, month, start, at + 1) : at;
    }
    int end = dayAt + dayLength;
    if (han && end < text.length() && "日号".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return date(year, month, number(dayAt, dayLength), start, end);
  }

  private int monthOnly(int year, int month, int start, int end) {
    if (month < 1 || month > 12) {
      return end;
    }
    found.add(
        new Found(
            LocalDate.of(year, month, 1).atStartOfDay(), Precision.MONTH, null, start, end, false));
    return end;
  }

  /// 22.11.2025, 22/11/2025, 11/22/2025, 22. November 2025, 22 Nov 2025, 11月22日, 3小时前, 2 hours ago
  private int dayFirst(int start) {
    int length = digits(start);
    int first = number(start, length);
    int at = start + length;
    int spaced = skipSpaces(at);
    if (spaced < text.length()) {
      char next = text.charAt(spaced);
      if (next == '月') {
        return monthAndDay(first, start, spaced + 1);
      }
      if ("/.-–|".indexOf(next) >= 0) {
        int end = numeric(first, start, spaced, next);
        if (end > 0) {
          return end;
        }
      }
      int ago = relative(first, start, spaced);
      if (ago > 0) {
        return ago;
      }
    }
    return dayAndName(first, start, at);
  }

  private int numeric(int first, int start, int separatorAt, char separator) {
    int secondAt = skipSpaces(separatorAt + 1);
    int secondLength = digits(secondAt);
    if (secondLength < 1 || secondLength > 2) {
      return -1;
    }
    int at = skipSpaces(secondAt + secondLength);
    if (at >= text.length() || text.charAt(at) != separator) {
      return -1;
    }
    int yearAt = skipSpaces(at + 1);
    int yearLength = digits(yearAt);
    if (yearLength != 4 && yearLength != 2) {
      return -1;
    }
    int year = number(yearAt, yearLength) + (yearLength == 2 ? 2000 : 0);
    int second = number(secondAt, secondLength);
    boolean american = separator != '.' && monthFirst && first <= 12 || second > 12;
    return isYear(year)
        ? date(
            year, american ? first : second, american ? second : first, start, yearAt + yearLength)
        : -1;
  }

  /// 22. November 2025, 22nd of November, 2025, 22 de noviembre de 2025
  private int dayAndName(int day, int start, int at) {
    int next = at;
    for (String suffix : List.of("st", "nd", "rd", "th", "er", ".", "º")) {
      if (text.startsWith(suffix, next)) {
        next += suffix.length();
        break;
      }
    }
    next = skipJoiners(next);
    int wordEnd = wordEnd(next);
    Integer month = month(next, wordEnd);
    if (month == null || day < 1 || day > 31) {
      return at;
    }
    int yearAt = skipSecondName(month, skipJoiners(wordEnd));
    int yearLength = digits(yearAt);
    if (yearLength == 2
        && yearAt > 0
        && yearAt < text.length()
        && !text.startsWith(":", yearAt + 2)
        && next > at - 1
        && text.charAt(wordEnd < text.length() ? wordEnd : wordEnd - 1) == '-') {
      return date(2000 + number(yearAt, 2), month, day, start, yearAt + 2);
    }
    if (yearLength != 4 || !isYear(number(yearAt, 4))) {
      return at;
    }
    return date(number(yearAt, 4), month, day, start, yearAt + 4);
  }

  /// Past the other name of the same month: Arabic papers write both, 24 نيسان / أبريل 2020.
  private int skipSecondName(Integer month, int at) {
    int end = wordEnd(at);
    return month.equals(month(at, end)) ? skipJoiners(end) : at;
  }

  /// Nov 22, 2025; November 22nd 2025; Nov. 2025; 昨天; yesterday; vor 3 Stunden
  private int atLetter(int start) {
    char c = text.charAt(start);
    if (c == '昨' || c == '今' || c == '前' || c == '刚') {
      return hanDay(start);
    }
    if (VisibleText.isWide(c)) {
      return start + 1;
    }
    int wordEnd = wordEnd(start);
    Integer month = month(start, wordEnd);
    if (month == null) {
      return Math.max(relativeWord(start, wordEnd), nextWord(start, wordEnd));
    }
    int next = skipJoiners(wordEnd);
    int length = digits(next);
    if (length == 4 && isYear(number(next, 4))) {
      return monthOnly(number(next, 4), month, start, next + 4);
    }
    if (length < 1 || length > 2) {
      return wordEnd;
    }
    int day = number(next, length);
    int at = next + length;
    for (String suffix : List.of("st", "nd", "rd", "th")) {
      at = text.startsWith(suffix, at) ? at + 2 : at;
    }
    int yearAt = skipJoiners(at);
    if (digits(yearAt) < 4 || digits(yearAt) > LONGEST_GLUED_YEAR || !isYear(number(yearAt, 4))) {
      return wordEnd;
    }
    return date(number(yearAt, 4), month, day, start, yearAt + 4);
  }

  /// The end of a word, or where another is glued on to it.
  private int nextWord(int start, int wordEnd) {
    for (int i = start + 1; i < wordEnd; i++) {
      if (isGluedOn(i)) {
        return i;
      }
    }
    return wordEnd;
  }

  private int monthAndDay(int month, int start, int at) {
    int dayAt = skipSpaces(at);
    int length = digits(dayAt);
    int end = dayAt + length;
    if (length < 1 || length > 2 || end >= text.length() || "日号".indexOf(text.charAt(end)) < 0) {
      return at;
    }
    int day = number(dayAt, length);
    for (int year = now.getYear(); year >= now.getYear() - 1; year--) {
      Optional<LocalDate> day0 = day(year, month, day);
      if (day0.isPresent() && !day0.get().isAfter(now.toLocalDate().plusDays(1))) {
        return date(year, month, day, start, end + 1);
      }
    }
    return end + 1;
  }

  private int compact(int start) {
    int year = number(start, 4);
    if (isYear(year) && day(year, number(start + 4, 2), number(start + 6, 2)).isPresent()) {
      return date(year, number(start + 4, 2), number(start + 6, 2), start, start + 8);
    }
    return start + 8;
  }

  private int compactTime(int start, int length) {
    int year = number(start, 4);
    Optional<LocalDate> day =
        isYear(year) ? day(year, number(start + 4, 2), number(start + 6, 2)) : Optional.empty();
    int hour = number(start + 8, 2);
    int minute = number(start + 10, 2);
    if (day.isPresent() && hour < 24 && minute < 60) {
      found.add(
          new Found(
              day.get().atTime(hour, minute),
              Precision.MINUTE,
              null,
              start,
              start + length,
              false));
    }
    return start + length;
  }

  /// 3小时前, 2 hours ago, il y a 3 heures (the number stands at `start`)
  private int relative(int count, int start, int at) {
    int end = at;
    if (text.charAt(at) == '个') {
      end = Math.min(at + 1, text.length() - 1);
    }
    char c = text.charAt(end);
    if (VisibleText.isWide(c)) {
      int unitEnd = end;
      while (unitEnd < text.length() && unitEnd < end + 4 && text.charAt(unitEnd) != '前') {
        unitEnd++;
      }
      if (unitEnd >= text.length() || text.charAt(unitEnd) != '前') {
        return -1;
      }
      return ago(count, unit(text.substring(end, unitEnd)), start, unitEnd + 1);
    }
    int wordEnd = wordEnd(at);
    if (wordEnd == at) {
      return -1;
    }
    String word = text.substring(at, wordEnd).toLowerCase(Locale.ROOT);
    int after = skipSpaces(wordEnd);
    boolean ago = text.regionMatches(true, after, "ago", 0, 3) && unit(word) != null;
    boolean before =
        precededBy(start, "vor") || precededBy(start, "il y a") || precededBy(start, "hace");
    return ago || before ? ago(count, unit(word), start, ago ? after + 3 : wordEnd) : -1;
  }

  private boolean precededBy(int at, String word) {
    int end = at;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    int start = end - word.length();
    return start >= 0
        && text.regionMatches(true, start, word, 0, word.length())
        && (start == 0 || !Character.isLetter(text.charAt(start - 1)));
  }

  private static @Nullable Duration unit(String word) {
    return switch (word) {
      case "秒", "秒钟", "second", "seconds", "sec", "secs", "sekunden" -> Duration.ofSeconds(1);
      case "分", "分钟", "分鐘", "minute", "minutes", "min", "mins", "minuten" -> Duration.ofMinutes(1);
      case "小时",
          "小時",
          "钟头",
          "hour",
          "hours",
          "hr",
          "hrs",
          "stunde",
          "stunden",
          "heure",
          "heures",
          "horas",
          "hora" ->
          Duration.ofHours(1);
      case "天", "日", "day", "days", "tag", "tagen", "jour", "jours", "días", "día" ->
          Duration.ofDays(1);
      case "周", "週", "星期", "week", "weeks", "woche", "wochen" -> Duration.ofDays(7);
      case String _ -> null;
    };
  }

  private int ago(int count, @Nullable Duration unit, int start, int end) {
    if (unit == null) {
      return -1;
    }
    boolean coarse = unit.toDays() > 0;
    found.add(
        new Found(
            now.minus(unit.multipliedBy(count)),
            coarse ? Precision.DAY : Precision.MINUTE,
            null,
            start,
            end,
            true));
    return end;
  }

  private int hanDay(int start) {
    int back =
        text.startsWith("昨天", start)
            ? 1
            : text.startsWith("前天", start)
                ? 2
                : text.startsWith("今天", start) || text.startsWith("刚刚", start) ? 0 : -1;
    if (back < 0) {
      return start + 1;
    }
    if (text.length() <= LONGEST_RELATIVE) {
      found.add(new Found(now.minusDays(back), Precision.DAY, null, start, start + 2, true));
    }
    return start + 2;
  }

  private int relativeWord(int start, int end) {
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    int back =
        switch (word) {
          case "yesterday", "gestern" -> 1;
          case "today", "heute" -> 0;
          case String _ -> -1;
        };
    if (back < 0 || text.length() > LONGEST_RELATIVE) {
      return -1;
    }
    found.add(new Found(now.minusDays(back), Precision.DAY, null, start, end, true));
    return end;
  }

  private int date(int year, int month, int dayOfMonth, int start, int end) {
    Optional<LocalDate> day = day(year, month, dayOfMonth);
    if (day.isEmpty()) {
      return end;
    }
    TimeOfDay time = timeAfter(end);
    if (time == null) {
      found.add(new Found(day.get().atStartOfDay(), Precision.DAY, null, start, end, false));
      return end;
    }
    found.add(
        new Found(day.get().atTime(time.time), time.precision, time.zone, start, time.end, false));
    return time.end;
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private record TimeOfDay(LocalTime time, Precision precision, @Nullable String zone, int end) {}

  /// A time of day that stands within a few characters after a date, such as `T07:10:00+08:00`, `
  /// 下午3:05`, `, 7:10 a.m. ET`, ` um 14.30 Uhr`, ` 18h05`.
  private @Nullable TimeOfDay timeAfter(int from) {
    int at = from;
    while (at < text.length() && at - from <= TIME_WITHIN && !isDigit(text.charAt(at))) {
      at++;
    }
    int length = digits(at);
    if (at - from > TIME_WITHIN || at == from || length < 1 || length > 2) {
      return null;
    }
    String between = text.substring(from, at);
    int end = at + length;
    if (end >= text.length() || ":.h时點点：".indexOf(text.charAt(end)) < 0) {
      return null;
    }
    int minuteAt = text.charAt(end) == 'h' ? skipSpaces(end + 1) : end + 1;
    if (digits(minuteAt) != 2
        || text.charAt(end) == '.'
            && !text.regionMatches(true, skipSpaces(minuteAt + 2), "uhr", 0, 3)) {
      return null;
    }
    int hour = number(at, length);
    int minute = number(minuteAt, 2);
    end = minuteAt + 2;
    int second = -1;
    if (end + 2 < text.length() && text.charAt(end) == ':' && digits(end + 1) == 2) {
      second = number(end + 1, 2);
      end += 3;
      if (end < text.length() && ".:,".indexOf(text.charAt(end)) >= 0 && digits(end + 1) > 0) {
        end += 1 + digits(end + 1);
      }
    }
    int halfEnd = skipSpaces(end);
    if (between.contains("下午") || between.contains("晚") || isAfter(halfEnd, "pm", "p.m")) {
      hour += hour < 12 ? 12 : 0;
    } else if (hour == 12
        && (between.contains("上午") || between.contains("凌晨") || isAfter(halfEnd, "am", "a.m"))) {
      hour = 0;
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    if (isAfter(halfEnd, "pm", "am")) {
      end = halfEnd + 2;
    } else if (isAfter(halfEnd, "p.m", "a.m")) {
      end = Math.min(halfEnd + 4, text.length());
    }
    String zone = zoneAt(end);
    LocalTime time = LocalTime.of(hour, minute, Math.max(second, 0));
    Precision precision = second <= 0 ? Precision.MINUTE : Precision.SECOND;
    return new TimeOfDay(
        time,
        precision,
        zone,
        zone == null ? end : Math.min(text.length(), skipSpaces(end) + zone.length()));
  }

  private boolean isAfter(int at, String one, String other) {
    return text.regionMatches(true, at, one, 0, one.length())
        || text.regionMatches(true, at, other, 0, other.length());
  }

  private @Nullable String zoneAt(int from) {
    int at = skipSpaces(from);
    if (at >= text.length()) {
      return null;
    }
    char c = text.charAt(at);
    if (c == '+' || c == '-') {
      int hours = digits(at + 1);
      if (hours == 4) {
        return text.substring(at, at + 5);
      }
      if (hours == 2
          && at + 3 < text.length()
          && text.charAt(at + 3) == ':'
          && digits(at + 4) == 2) {
        return text.substring(at, at + 6);
      }
      return hours == 2 && at == from ? text.substring(at, at + 3) : null;
    }
    int end = wordEnd(at);
    String word = text.substring(at, Math.min(end, at + 5));
    return Zones.isWritten(word) ? word : null;
  }

  private @Nullable Integer month(int start, int end) {
    if (end - start < 3 || end - start > 12) {
      return null;
    }
    return Months.BY_NAME.get(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length()
        && end - from < 24
        && Character.isLetter(text.charAt(end))
        && !VisibleText.isWide(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// Past spaces, commas, dots, hyphens, and the small words `of`, `de`, `del`.
  private int skipJoiners(int from) {
    int at = from;
    while (at < text.length() && at - from < 4 && " ,.-\u2009/'’".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    for (String word : List.of("of ", "de ", "del ", "d'")) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return at + word.length();
      }
    }
    return at;
  }

  private int skipSpaces(int from) {
    int at = from;
    while (at < text.length() && at - from < 3 && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /// How many digits stand at `at`, 20 at most.
  private int digits(int at) {
    int end = at;
    while (end < text.length() && end - at < 20 && isDigit(text.charAt(end))) {
      end++;
    }
    return end - at;
  }

  private int number(int at, int length) {
    int value = 0;
    for (int i = at; i < at + length; i++) {
      value = value * 10 + (text.charAt(i) - '0');
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isYear(int year) {
    return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
  }
}
