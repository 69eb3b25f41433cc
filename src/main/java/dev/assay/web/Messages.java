package dev.assay.web;

import dev.assay.article.Language;
import dev.assay.lexicon.Reasons;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words of the interface in one language: simplified Chinese or English.
///
/// Read from `messages/web.zh.properties` or `messages/web.en.properties`, which hold the same
/// keys. A text may hold `{0}`, `{1}` ... for values, and `{article|articles}` for words that agree
/// with the value before them: the first if that is 1. Safe for use by many threads.
public final class Messages {

  private static final Pattern PART = Pattern.compile("\\{(?:(\\d)|([^{}|]*)\\|([^{}|]*))}");

  /// Chinese comes first, so that it is the choice for any Chinese reader.
  static final Messages CHINESE = read(Language.ZH_HANS, "zh", Locale.SIMPLIFIED_CHINESE);

  public static final Messages ENGLISH = read(Language.EN, "en", Locale.ENGLISH);

  private final Language language;
  private final Locale locale;
  private final Properties texts;
  private final @Nullable ZoneId zone;

  private Messages(Language language, Locale locale, Properties texts) {
    this(language, locale, texts, null);
  }

  private Messages(Language language, Locale locale, Properties texts, @Nullable ZoneId zone) {
    this.language = language;
    this.locale = locale;
    this.texts = texts;
    this.zone = zone;
  }

  private static Messages read(Language language, String name, Locale locale) {
    String file = "/messages/web." + name + ".properties";
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Messages.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be read", e);
    }
    return new Messages(language, locale, texts);
  }

  public Language language() {
    return language;
  }

  /// The same words for a reader whose clock shows this zone's time.
  Messages in(ZoneId readers) {
    return new Messages(language, locale, texts, readers);
  }

  /// The zone of the reader's clock; null if nobody knows it.
  public @Nullable ZoneId zone() {
    return zone;
  }

  /// The name of that zone; `UTC` if nobody knows it.
  public String dayZone() {
    return zone == null ? "UTC" : zone.getId();
  }

  /// The day on the reader's clock, or in UTC.
  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone == null ? ZoneOffset.UTC : zone);
  }

  /// A moment of the last days as one speaks of it: `yesterday 18:00`, `昨天18:00`.
  public String lately(Instant moment, Instant now) {
    LocalDate day = dayOf(moment);
    String clock =
        DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
            .format(moment.atZone(zone == null ? ZoneOffset.UTC : zone));
    return switch ((int) Math.min(2, ChronoUnit.DAYS.between(day, dayOf(now)))) {
      case 0 -> text("time.today", clock);
      case 1 -> text("time.yesterday", clock);
      default -> text("time.on-day", dayOfYear(day), clock);
    };
  }

  /// The interface's other language.
  public Messages other() {
    return language.isChinese() ? ENGLISH : CHINESE;
  }

  Set<String> keys() {
    return new TreeSet<>(texts.stringPropertyNames());
  }

  /// The text called `key`, with its values filled in.
  ///
  /// @throws IllegalArgumentException if there is no such text: a mistake in a template
  public String text(String key, Object... values) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no text is called " + key);
    }
    return fill(text, values);
  }

  /// What stands before the value of a text with one value, for pages that mark the value.
  public String before(String key) {
    String text = text(key);
    return text.substring(0, text.indexOf("{0}"));
  }

  /// What stands after it.
  public String after(String key) {
    String text = text(key);
    return text.substring(text.indexOf("{0}") + "{0}".length());
  }

  /// Why something was not done or not taken, which the program says in English, in these words.
  public String reason(String reason) {
    return language.isChinese() ? Reasons.inChinese(reason) : reason;
  }

  /// The text that counts something: `{0}` is the number, `{1}` ... the other values.
  public String count(String key, long count, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = number(count);
    System.arraycopy(values, 0, all, 1, values.length);
    return text(key, all);
  }

  private static String fill(String text, Object... values) {
    Matcher part = PART.matcher(text);
    StringBuilder filled = new StringBuilder();
    String value = "";
    while (part.find()) {
      String number = part.group(1);
      if (number != null) {
        int at = Integer.parseInt(number);
        value = at < values.length ? values[at].toString() : part.group();
      }
      String words = number != null ? value : part.group(value.equals("1") ? 2 : 3);
      part.appendReplacement(filled, Matcher.quoteReplacement(words));
    }
    return part.appendTail(filled).toString();
  }

  /// A whole number with thousands set apart.
  public String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// `95 %`, in whole ones.
  public String percent(double percent) {
    return String.format(Locale.ROOT, "%.0f %%", percent);
  }

  /// A number with one decimal.
  public String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /// `22 Nov 2025`, `2025年11月22日`.
  public String day(LocalDate day) {
    return format("date.day", day);
  }

  /// `Nov 2025`, `2025年11月`.
  public String month(LocalDate day) {
    return format("date.month", day);
  }

  /// `May`, `5月`.
  String monthAlone(LocalDate day) {
    return format("date.month-alone", day);
  }

  /// `22 Nov`, `11月22日`.
  String dayOfYear(LocalDate day) {
    return format("date.day-of-year", day);
  }

  /// `Monday, 24 November`, `11月24日，星期一`.
  public String today(LocalDate day) {
    return format("date.today", day);
  }

  /// `6 May to 22 Nov 2025`, `2025年5月6日至11月22日`.
  public String range(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return day(first);
    }
    boolean oneYear = first.getYear() == last.getYear();
    boolean yearFirst = language.isChinese();
    return text(
        "date.range",
        oneYear && !yearFirst ? dayOfYear(first) : day(first),
        oneYear && yearFirst ? dayOfYear(last) : day(last));
  }

  private String format(String key, LocalDate day) {
    return DateTimeFormatter.ofPattern(text(key), locale).format(day);
  }

  /// The name of an article's language, such as `simplified Chinese`.
  public String languageName(Language of) {
    String key = "language." + of.tag();
    return texts.containsKey(key)
        ? text(key)
        : Locale.forLanguageTag(of.tag()).getDisplayLanguage(locale);
  }
}
