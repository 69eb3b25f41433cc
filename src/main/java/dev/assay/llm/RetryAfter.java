package dev.assay.llm;

import java.net.http.HttpHeaders;
import java.time.Duration;

/// How long an endpoint asks to wait (RFC 9110, 10.2.3).
final class RetryAfter {

  /// For an endpoint that does not say.
  static final Duration UNSAID = Duration.ofMinutes(1);

  private static final long MOST_SECONDS = 24 * 3600;

  private RetryAfter() {}

  /// The seconds it names; a minute if it names none or a date.
  static Duration of(HttpHeaders headers) {
    return headers
        .firstValue("retry-after")
        .map(String::strip)
        .filter(text -> text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .filter(text -> !text.isEmpty())
        .map(text -> Duration.ofSeconds(Math.min(MOST_SECONDS, Long.parseLong(text))))
        .orElse(UNSAID);
  }
}
