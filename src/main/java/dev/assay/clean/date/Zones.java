package dev.assay.clean.date;

import dev.assay.article.Language;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.LexiconFile;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The zone that a time was written in, or, where none is written, that of the site's readers.
public final class Zones {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final Pattern FROM_UTC =
      Pattern.compile(
          "(?:UTC|GMT) ?(?<sign>[+-])(?<hours>\\d{1,2})(?::?(?<minutes>\\d{2}))?(?!\\d)");

  private static final class Table {
    static final Map<String, ZoneId> WRITTEN = read("written");
    static final Map<String, ZoneId> SITES = read("site");
    static final Map<String, ZoneId> LANGUAGES = read("language");

    private static Map<String, ZoneId> read(String kind) {
      Map<String, ZoneId> zones = new HashMap<>();
      for (LexiconFile.Row row : Lexicon.shipped().table("dates/zones.tsv").rows()) {
        if (row.cell(0).equals(kind)) {
          zones.put(row.cell(1), ZoneId.of(row.cell(2)));
        }
      }
      return Map.copyOf(zones);
    }
  }

  private Zones() {}

  static boolean isWritten(String word) {
    return Table.WRITTEN.containsKey(word.toLowerCase(Locale.ROOT));
  }

  /// A zone such as `GMT+8` or `UTC+05:30` that begins at `at`; null if none does.
  static @Nullable String countedFromUtc(String text, int at) {
    Matcher zone = FROM_UTC.matcher(text).region(at, text.length());
    return zone.lookingAt() ? zone.group() : null;
  }

  /// The offset of a written zone (`+08:00`, `+0800`, `GMT+8`, `Z`, `ET`) at that time.
  public static ZoneOffset written(String zone, LocalDateTime time) {
    ZoneId known = Table.WRITTEN.get(zone.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known.getRules().getOffset(time);
    }
    Matcher fromUtc = FROM_UTC.matcher(zone);
    try {
      return fromUtc.matches()
          ? ZoneOffset.of(
              "%s%2s:%s"
                  .formatted(
                      fromUtc.group("sign"),
                      fromUtc.group("hours"),
                      Objects.requireNonNullElse(fromUtc.group("minutes"), "00"))
                  .replace(' ', '0'))
          : ZoneOffset.of(zone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /// The offset of a site's readers at a moment that its page gives in UTC: by the host, then by
  /// the language; UTC if neither tells.
  public static ZoneOffset ofReaders(String host, Language language, Instant instant) {
    ZoneId site = Table.SITES.get(host.substring(host.lastIndexOf('.') + 1));
    ZoneId zone =
        site != null ? site : Table.LANGUAGES.getOrDefault(language.tag(), ZoneOffset.UTC);
    return zone.getRules().getOffset(instant);
  }

  /// The offset that the readers of a site live by, from the end of its host name, else from the
  /// language; UTC if neither tells.
  public static ZoneOffset inferred(String host, Language language, LocalDateTime time) {
    ZoneId site = Table.SITES.get(host.substring(host.lastIndexOf('.') + 1));
    if (site != null) {
      return site.getRules().getOffset(time);
    }
    return language.isChinese() ? CHINA.getRules().getOffset(time) : ZoneOffset.UTC;
  }
}
