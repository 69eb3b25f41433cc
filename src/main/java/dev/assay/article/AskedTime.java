package dev.assay.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// A day or a minute of UTC as every face takes it: `2025-11-22`, `2025-11-22T07:10`, of the years
/// 0 to 9999.
public final class AskedTime {

  private static final int DAY = "2025-11-22".length();
  private static final int MINUTE = "2025-11-22T07:10".length();
  private static final int SECOND = "2025-11-22T07:10:00".length();

  private AskedTime() {}

  /// The day; empty for anything else.
  public static Optional<LocalDate> day(String text) {
    try {
      return text.length() == DAY ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// The first moment of the day or minute; empty for anything else.
  public static Optional<LocalDateTime> start(String text) {
    return day(text).map(LocalDate::atStartOfDay).or(() -> minute(text));
  }

  /// The first moment after the day or minute; empty for anything else.
  public static Optional<LocalDateTime> end(String text) {
    return day(text)
        .map(day -> day.plusDays(1).atStartOfDay())
        .or(() -> minute(text).map(minute -> minute.plusMinutes(1)));
  }

  /// The moment up to which something is asked for as it was known: the end of a day or minute of
  /// UTC, or a moment with its zone (`2025-11-22T07:10:00Z`); empty for anything else.
  public static Optional<Instant> moment(String text) {
    return end(text)
        .map(end -> end.toInstant(ZoneOffset.UTC).minusMillis(1))
        .or(() -> zoned(text.replace(' ', '+'))); // an address that did not escape its plus
  }

  private static Optional<Instant> zoned(String text) {
    try {
      return text.isEmpty() || !Character.isDigit(text.charAt(0))
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDateTime> minute(String text) {
    try {
      return text.length() == MINUTE || text.length() == SECOND
          ? Optional.of(LocalDateTime.parse(text))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
