package dev.assay.clean.date;

import dev.assay.article.Language;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.clean.text.VisibleText;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
/// 2025 7:10 a.m. ET, 22 novembre 2025, 3小时前, 昨天 14:05, 2 hours ago, vor 3 Tagen. A date like
/// 03/04/2025 is read day first, unless the language is American English. Linear: at each digit or
/// letter only a bounded stretch is looked at.
public final class DateText {

  /// One date in a text, as it stands there.
  ///
  /// @param zone what is written of the zone: an offset, an abbreviation, or null
  /// @param relative whether it was counted back from the present
  public record Found(
      LocalDateTime time,
      Precision precision,
      @Nullable String zone,
      int start,
      int end,
      boolean relative) {}

  private static final int EARLIEST_YEAR = 1990;
  private static final int LATEST_YEAR = 2100;
  private static final int MOST = 50;

  private static final class Months {
    static final Map<String, Integer> BY_NAME = read();

    private static Map<String, Integer> read() {
      Map<String, Integer> months = new HashMap<>();
      for (LexiconFile.Row row : Lexicon.shipped().table("dates/months.tsv").rows()) {
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
  private final DateCharacters characters;
  private final RelativeDates relative;
  private final boolean monthFirst;
  private final LocalDateTime now;
  private final List<Found> found = new ArrayList<>();

  private DateText(String text, boolean monthFirst, LocalDateTime now) {
    this.text = text;
    this.characters = new DateCharacters(text);
    this.relative = new RelativeDates(characters, now);
    this.monthFirst = monthFirst;
    this.now = now;
  }

  /// The dates of `text` in order; `now` is the present where it is read, for times such as 3小时前.
  public static List<Found> findAll(String text, boolean monthFirst, LocalDateTime now) {
    DateText reader = new DateText(text, monthFirst, now);
    reader.scan();
    return reader.found;
  }

  public static Optional<Found> first(String text, boolean monthFirst, LocalDateTime now) {
    return findAll(text, monthFirst, now).stream().findFirst();
  }

  /// Whether dates such as 03/04/2025 are written month first on such a site.
  public static boolean isMonthFirst(Language language, String host) {
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
      if (DateCharacters.isDigit(c) && (i == 0 || !DateCharacters.isDigit(text.charAt(i - 1)))) {
        end = atDigit(i);
      } else if (Character.isLetter(c)
          && (i == 0
              || !Character.isLetter(text.charAt(i - 1))
              || VisibleText.isWide(c)
              || characters.isGluedOn(i))) {
        end = atLetter(i);
      }
      i = end > i ? end : i + 1;
    }
  }

  private int atDigit(int start) {
    int length = characters.digits(start);
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
    int year = characters.number(start, 4);
    int at = start + 4;
    if (!isYear(year) || at >= text.length()) {
      return at;
    }
    at = characters.skipSpaces(at);
    if (at >= text.length() || "-/.年–_|".indexOf(text.charAt(at)) < 0) {
      return start + 4;
    }
    char separator = text.charAt(at);
    int monthAt = characters.skipSpaces(at + 1);
    int monthLength = characters.digits(monthAt);
    if (monthLength < 1 || monthLength > 2) {
      return start + 4;
    }
    int month = characters.number(monthAt, monthLength);
    at = characters.skipSpaces(monthAt + monthLength);
    boolean han = separator == '年';
    if (at >= text.length() || !(han ? text.charAt(at) == '月' : text.charAt(at) == separator)) {
      return han || separator == '.' ? at : monthOnly(year, month, start, at);
    }
    int dayAt = characters.skipSpaces(at + 1);
    int dayLength = characters.digits(dayAt);
    if (dayLength < 1 || dayLength > 2) {
      return han ? monthOnly(year, month, start, at + 1) : at;
    }
    int end = dayAt + dayLength;
    if (han && end < text.length() && "日号".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return date(year, month, characters.number(dayAt, dayLength), start, end);
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
    int length = characters.digits(start);
    int first = characters.number(start, length);
    int at = start + length;
    int spaced = characters.skipSpaces(at);
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
      Optional<Found> ago = relative.counted(first, start, spaced);
      if (ago.isPresent()) {
        return add(ago.get());
      }
    }
    return dayAndName(first, start, at);
  }

  private int numeric(int first, int start, int separatorAt, char separator) {
    int secondAt = characters.skipSpaces(separatorAt + 1);
    int secondLength = characters.digits(secondAt);
    if (secondLength < 1 || secondLength > 2) {
      return -1;
    }
    int at = characters.skipSpaces(secondAt + secondLength);
    if (at >= text.length() || text.charAt(at) != separator) {
      return -1;
    }
    int yearAt = characters.skipSpaces(at + 1);
    int yearLength = characters.digits(yearAt);
    if (yearLength != 4 && yearLength != 2) {
      return -1;
    }
    int year = characters.number(yearAt, yearLength) + (yearLength == 2 ? 2000 : 0);
    int second = characters.number(secondAt, secondLength);
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
    next = characters.skipJoiners(next);
    int wordEnd = characters.wordEnd(next);
    Integer month = month(next, wordEnd);
    if (month == null || day < 1 || day > 31) {
      return at;
    }
    int yearAt = skipSecondName(month, characters.skipJoiners(wordEnd));
    int yearLength = characters.digits(yearAt);
    if (yearLength == 2
        && yearAt > 0
        && yearAt < text.length()
        && !text.startsWith(":", yearAt + 2)
        && next > at - 1
        && text.charAt(wordEnd < text.length() ? wordEnd : wordEnd - 1) == '-') {
      return date(2000 + characters.number(yearAt, 2), month, day, start, yearAt + 2);
    }
    if (yearLength != 4 || !isYear(characters.number(yearAt, 4))) {
      return at;
    }
    return date(characters.number(yearAt, 4), month, day, start, yearAt + 4);
  }

  /// Past the other name of the same month: Arabic papers write both, 24 نيسان / أبريل 2020.
  private int skipSecondName(Integer month, int at) {
    int end = characters.wordEnd(at);
    return month.equals(month(at, end)) ? characters.skipJoiners(end) : at;
  }

  /// Nov 22, 2025; November 22nd 2025; Nov. 2025; 昨天; yesterday; vor 3 Stunden
  private int atLetter(int start) {
    Optional<Found> wordOfDay = relative.day(start);
    if (wordOfDay.isPresent()) {
      return add(wordOfDay.get());
    }
    if (VisibleText.isWide(text.charAt(start))) {
      return start + 1;
    }
    int wordEnd = characters.wordEnd(start);
    Integer month = month(start, wordEnd);
    if (month == null) {
      return nextWord(start, wordEnd);
    }
    int next = characters.skipJoiners(wordEnd);
    int length = characters.digits(next);
    if (length == 4 && isYear(characters.number(next, 4))) {
      return monthOnly(characters.number(next, 4), month, start, next + 4);
    }
    if (length < 1 || length > 2) {
      return wordEnd;
    }
    int day = characters.number(next, length);
    int at = next + length;
    for (String suffix : List.of("st", "nd", "rd", "th")) {
      at = text.startsWith(suffix, at) ? at + 2 : at;
    }
    int yearAt = characters.skipJoiners(at);
    if (characters.digits(yearAt) < 4
        || characters.digits(yearAt) > LONGEST_GLUED_YEAR
        || !isYear(characters.number(yearAt, 4))) {
      return wordEnd;
    }
    return date(characters.number(yearAt, 4), month, day, start, yearAt + 4);
  }

  /// The end of a word, or where another is glued on to it.
  private int nextWord(int start, int wordEnd) {
    for (int i = start + 1; i < wordEnd; i++) {
      if (characters.isGluedOn(i)) {
        return i;
      }
    }
    return wordEnd;
  }

  private int monthAndDay(int month, int start, int at) {
    int dayAt = characters.skipSpaces(at);
    int length = characters.digits(dayAt);
    int end = dayAt + length;
    if (length < 1 || length > 2 || end >= text.length() || "日号".indexOf(text.charAt(end)) < 0) {
      return at;
    }
    int day = characters.number(dayAt, length);
    for (int year = now.getYear(); year >= now.getYear() - 1; year--) {
      Optional<LocalDate> day0 = day(year, month, day);
      if (day0.isPresent() && !day0.get().isAfter(now.toLocalDate().plusDays(1))) {
        return date(year, month, day, start, end + 1);
      }
    }
    return end + 1;
  }

  private int compact(int start) {
    int year = characters.number(start, 4);
    if (isYear(year)
        && day(year, characters.number(start + 4, 2), characters.number(start + 6, 2))
            .isPresent()) {
      return date(
          year, characters.number(start + 4, 2), characters.number(start + 6, 2), start, start + 8);
    }
    return start + 8;
  }

  private int compactTime(int start, int length) {
    int year = characters.number(start, 4);
    Optional<LocalDate> day =
        isYear(year)
            ? day(year, characters.number(start + 4, 2), characters.number(start + 6, 2))
            : Optional.empty();
    int hour = characters.number(start + 8, 2);
    int minute = characters.number(start + 10, 2);
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

  private int add(Found date) {
    found.add(date);
    return date.end;
  }

  private int date(int year, int month, int dayOfMonth, int start, int end) {
    Optional<LocalDate> day = day(year, month, dayOfMonth);
    if (day.isEmpty()) {
      return end;
    }
    TimeOfDay time = TimeOfDay.after(characters, end);
    if (time == null) {
      found.add(new Found(day.get().atStartOfDay(), Precision.DAY, null, start, end, false));
      return end;
    }
    found.add(
        new Found(
            day.get().atTime(time.time()),
            time.precision(),
            time.zone(),
            start,
            time.end(),
            false));
    return time.end();
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private @Nullable Integer month(int start, int end) {
    if (end - start < 3 || end - start > 12) {
      return null;
    }
    return Months.BY_NAME.get(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  private static boolean isYear(int year) {
    return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
  }
}
