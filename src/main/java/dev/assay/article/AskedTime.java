package dev.assay.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
