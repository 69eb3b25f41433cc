package dev.assay.source;

import com.rometools.rome.io.impl.DateParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the times of one feed, also those that keep to no standard (`2025-11-22 07:10:00`,
/// `2025年11月22日 07:10`, `22 November 2025 7:10 PM GMT+8`). A time of day without a zone is of China
/// in a feed that is written in Chinese, else of UTC.
final class FeedTimes {

  /// Enough of a feed to see which script it is written in.
  private static final int SEEN = 50_000;

  private static final Pattern MARKUP = Pattern.compile("<[^<>]*>");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

  /// Digits behind the milliseconds of a time, which rome would take for milliseconds too:
  /// microseconds would put a time off by a quarter of an hour, nanoseconds by days.
  private static final Pattern FINER =
      Pattern.compile("(T\\d\\d:\\d\\d:\\d\\d\\.\\d{3})\\d+(?=\\s*(?:Z|[+-]\\d\\d))");

  /// What is longer is no time.
  private static final int LONGEST = 100;

  private static final String CST = "CST";
  private static final String CLOCK =
      "(?:[,\\sT]\\s*(?:at\\s+)?(?<half>[上下]午)?\\s*(?<hour>\\d{1,2})[:时時](?<minute>\\d{2})"
          + "(?:[:分](?<second>\\d{2})(?:[.,]\\d+)?秒?)?分?\\s*(?<noon>(?i:[ap]\\.?m\\.?))?)?";
  private static final String ZONE =
      "\\s*(?<zone>Z|(?:UTC|GMT)?(?<sign>[+-])(?<hours>\\d{1,2}):?(?<minutes>\\d{2})?|UTC|GMT|CST)?";
  private static final String MONTH = "(?<name>[A-Za-z]{3,9})\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String WEEKDAY = "(?:[A-Za-z]{3,9}\\.?,?\\s+)?";

  /// Year first; day first; month first.
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              "(?<year>\\d{4})\\s*[-/.年]\\s*(?<month>\\d{1,2})\\s*[-/.月]\\s*(?<day>\\d{1,2})日?"
                  + CLOCK
                  + ZONE),
          Pattern.compile(
              WEEKDAY + DAY + "[\\s-]" + MONTH + ",?[\\s-](?<year>\\d{4})" + CLOCK + ZONE),
          Pattern.compile(WEEKDAY + MONTH + "\\s+" + DAY + ",?\\s+(?<year>\\d{4})" + CLOCK + ZONE));

  /// Seconds or milliseconds since 1970.
  private static final Pattern COUNTED = Pattern.compile("\\d{10}(?:\\d{3})?");

  /// Elements that hold a time, in any of the forms of feeds.
  private static final Pattern ELEMENT =
      Pattern.compile(
          "(<(?<element>(?:\\w+:)?(?:pubDate|published|updated|issued|modified|date))\\b[^<>]*>\\s*+)"
              + "(?:<!\\[CDATA\\[)?+(?<time>[^<>\\]]{1,100}+)(?:]]>)?+(\\s*+</\\k<element>\\s*+>)");

  private final ZoneOffset unsaid;

  private FeedTimes(ZoneOffset unsaid) {
    this.unsaid = unsaid;
  }

  /// @param feed its text or markup
  static FeedTimes of(String feed) {
    String text = MARKUP.matcher(feed.substring(0, Math.min(feed.length(), SEEN))).replaceAll(" ");
    long han = HAN.matcher(text).results().count();
    boolean chinese =
        4 * han > LATIN.matcher(text).results().count()
            && 20 * KANA.matcher(text).results().count() < han;
    return new FeedTimes(chinese ? ZoneOffset.ofHours(8) : ZoneOffset.UTC);
  }

  /// Null if it is no time.
  @Nullable Instant read(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    String time = FINER.matcher(text.strip()).replaceAll("$1");
    if (COUNTED.matcher(time).matches()) {
      long counted = Long.parseLong(time);
      return time.length() == 10 ? Instant.ofEpochSecond(counted) : Instant.ofEpochMilli(counted);
    }
    Matcher ours = form(time);
    Date known = DateParser.parseDate(time, Locale.US);
    if (known != null && (ours == null || isSure(ours.group("zone")))) {
      return known.toInstant();
    }
    return ours == null ? null : read(ours);
  }

  /// CST is Central Standard Time of America, unless it is that of China.
  private static boolean isSure(@Nullable String zone) {
    return zone != null && !zone.equals(CST);
  }

  private static @Nullable Matcher form(String time) {
    for (Pattern form : FORMS) {
      Matcher found = form.matcher(time);
      if (found.matches()) {
        return found;
      }
    }
    return null;
  }

  /// The same feed with each of its times as every reader of feeds knows it.
  String spelledOut(String xml) {
    return ELEMENT
        .matcher(FINER.matcher(xml).replaceAll("$1"))
        .replaceAll(
            found -> {
              Instant read = read(found.group(3));
              return Matcher.quoteReplacement(
                  read == null ? found.group() : found.group(1) + read + found.group(4));
            });
  }

  private @Nullable Instant read(Matcher found) {
    try {
      int year = Integer.parseInt(found.group("year"));
      int day = Integer.parseInt(found.group("day"));
      return LocalDate.of(year, month(found), day)
          .atTime(clock(found))
          .toInstant(found.group("hour") == null ? ZoneOffset.UTC : zone(found));
    } catch (DateTimeException e) {
      return null; // the 31st of June, or half past 25
    }
  }

  private static int month(Matcher found) {
    if (found.namedGroups().containsKey("month")) {
      return Integer.parseInt(found.group("month"));
    }
    String name = found.group("name").toUpperCase(Locale.ROOT);
    return Arrays.stream(Month.values())
        .filter(
            month ->
                month.name().startsWith(name) || name.equals("SEPT") && month == Month.SEPTEMBER)
        .findFirst()
        .orElseThrow(() -> new DateTimeException("no month is called " + name))
        .getValue();
  }

  private static LocalTime clock(Matcher found) {
    if (found.group("hour") == null) {
      return LocalTime.MIDNIGHT;
    }
    int hour = Integer.parseInt(found.group("hour"));
    String noon = found.group("noon");
    boolean afternoon = noon == null ? "下午".equals(found.group("half")) : noon.matches("(?i)p.*");
    boolean twelve = noon != null || found.group("half") != null;
    int of24 = twelve ? hour % 12 + (afternoon ? 12 : 0) : hour;
    String second = found.group("second");
    return LocalTime.of(
        of24,
        Integer.parseInt(found.group("minute")),
        second == null ? 0 : Integer.parseInt(second));
  }

  private ZoneOffset zone(Matcher found) {
    String named = found.group("zone");
    if (named == null || named.equals(CST) && !unsaid.equals(ZoneOffset.UTC)) {
      return unsaid;
    }
    if (named.equals(CST)) {
      return ZoneOffset.ofHours(-6);
    }
    if (found.group("sign") == null) {
      return ZoneOffset.UTC;
    }
    String minutes = found.group("minutes");
    int offset =
        60 * Integer.parseInt(found.group("hours"))
            + (minutes == null ? 0 : Integer.parseInt(minutes));
    return ZoneOffset.ofTotalSeconds((found.group("sign").equals("-") ? -60 : 60) * offset);
  }
}
