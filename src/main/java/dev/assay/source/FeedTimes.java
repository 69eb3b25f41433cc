package dev.assay.source;

import com.rometools.rome.io.impl.DateParser;
import dev.assay.article.PublicationTime.Precision;
import dev.assay.clean.date.DateText;
import dev.assay.clean.date.Zones;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the times of one feed, also those that keep to no standard (`2025-11-22 07:10:00`,
/// `2025年11月22日 07:10`, `22 November 2025 7:10 PM GMT+8`, `3小时前`), as pages write them. A time of
/// day without a zone is of China in a feed that is written in Chinese, else of UTC.
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
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  /// Seconds or milliseconds since 1970.
  private static final Pattern COUNTED = Pattern.compile("\\d{10}(?:\\d{3})?");

  /// Elements that hold a time, in any of the forms of feeds.
  private static final Pattern ELEMENT =
      Pattern.compile(
          "(<(?<element>(?:\\w+:)?(?:pubDate|published|updated|issued|modified|date))\\b[^<>]*>\\s*+)"
              + "(?:<!\\[CDATA\\[)?+(?<time>[^<>\\]]{1,100}+)(?:]]>)?+(\\s*+</\\k<element>\\s*+>)");

  private final ZoneOffset unsaid;
  private final LocalDateTime now;

  private FeedTimes(ZoneOffset unsaid, Instant now) {
    this.unsaid = unsaid;
    this.now = LocalDateTime.ofInstant(now, unsaid);
  }

  /// @param feed its text or markup
  /// @param now from which times such as 3小时前 are counted back
  static FeedTimes of(String feed, Instant now) {
    String text = MARKUP.matcher(feed.substring(0, Math.min(feed.length(), SEEN))).replaceAll(" ");
    long han = HAN.matcher(text).results().count();
    boolean chinese =
        4 * han > LATIN.matcher(text).results().count()
            && 20 * KANA.matcher(text).results().count() < han;
    return new FeedTimes(chinese ? CHINA : ZoneOffset.UTC, now);
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
    DateText.Found written =
        DateText.first(time, false, now)
            .filter(found -> found.precision() != Precision.MONTH)
            .orElse(null);
    Date known = DateParser.parseDate(time, Locale.US);
    if (known != null && (written == null || isSure(written.zone()) || isCut(written, time))) {
      return known.toInstant();
    }
    return written == null ? null : instant(written);
  }

  /// CST is Central Standard Time of America, unless it is that of China.
  private static boolean isSure(@Nullable String zone) {
    return zone != null && !zone.equals(CST);
  }

  /// Whether more of a time is written than was read, such as a zone that pages seldom name.
  private static boolean isCut(DateText.Found written, String time) {
    return time.chars().skip(written.end()).anyMatch(Character::isLetterOrDigit);
  }

  private Instant instant(DateText.Found written) {
    LocalDateTime time = written.time();
    if (written.precision() == Precision.DAY) {
      return time.toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    return time.truncatedTo(written.relative() ? ChronoUnit.MINUTES : ChronoUnit.SECONDS)
        .toInstant(zone(written.zone(), time));
  }

  private ZoneOffset zone(@Nullable String written, LocalDateTime time) {
    return written == null || written.equals(CST) && unsaid.equals(CHINA)
        ? unsaid
        : Zones.written(written, time);
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
}
