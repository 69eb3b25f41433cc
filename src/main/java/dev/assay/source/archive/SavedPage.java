package dev.assay.source.archive;

import dev.assay.article.CanonicalAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a page on disk says of where and when it was saved: the remark of SingleFile, which names
/// both, or that of browsers, which names the address.
///
/// @param address canonical http(s) address
/// @param at when it was saved; null if it does not say
public record SavedPage(URI address, @Nullable Instant at) {

  private static final int HEAD = 20_000;

  private static final Pattern SINGLE_FILE =
      Pattern.compile("(?s)<!--\\s*Page saved with SingleFile\\s(.{0,8000}?)-->");
  private static final Pattern URL = Pattern.compile("(?m)^\\s*url:\\s*(\\S+)");
  private static final Pattern DATE = Pattern.compile("(?m)^\\s*saved date:\\s*([^\\r\\n(]+)");
  private static final Pattern BROWSER =
      Pattern.compile("<!--\\s*saved from url=\\(\\d{1,5}\\)(\\S+)\\s*-->");

  /// As a browser's `Date` prints itself.
  private static final DateTimeFormatter SCRIPT_DATE =
      DateTimeFormatter.ofPattern("EEE MMM d yyyy HH:mm:ss 'GMT'xx", Locale.ENGLISH);

  /// Empty if the page says nothing of it.
  public static Optional<SavedPage> of(byte[] html) {
    String head = new String(html, 0, Math.min(html.length, HEAD), StandardCharsets.UTF_8);
    Matcher remark = SINGLE_FILE.matcher(head);
    if (remark.find()) {
      return first(URL, remark.group(1))
          .flatMap(CanonicalAddress::of)
          .map(
              address ->
                  new SavedPage(
                      address, first(DATE, remark.group(1)).map(SavedPage::time).orElse(null)));
    }
    return first(BROWSER, head)
        .flatMap(CanonicalAddress::of)
        .map(address -> new SavedPage(address, null));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
  }

  private static @Nullable Instant time(String text) {
    try {
      return ZonedDateTime.parse(text, SCRIPT_DATE).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
