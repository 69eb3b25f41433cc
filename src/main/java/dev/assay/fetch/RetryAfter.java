package dev.assay.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long a site that refused wants to be left alone (RFC 9110 section 10.2.3): seconds or a
/// date, else the `max-age` of the refusal itself, which some sites mean so.
final class RetryAfter {

  static final Duration MOST = Duration.ofDays(1);

  private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age\\s*=\\s*\"?(\\d{1,9})");

  private RetryAfter() {}

  /// Null if the site does not say.
  static @Nullable Duration of(Map<String, String> headers, Instant now) {
    return header(headers, now).or(() -> maxAge(headers)).map(RetryAfter::bounded).orElse(null);
  }

  private static Optional<Duration> header(Map<String, String> headers, Instant now) {
    String text = headers.getOrDefault("retry-after", "").strip();
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, until));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> maxAge(Map<String, String> headers) {
    Matcher found = MAX_AGE.matcher(headers.getOrDefault("cache-control", ""));
    return found.find() && !found.group(1).matches("0+")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(found.group(1))))
        : Optional.empty();
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }
}
