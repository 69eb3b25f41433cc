package dev.assay.search;

import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.Between;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/// A stretch of time as a query writes it, in UTC: `2025`, `2025-11`, `2025-11-22`,
/// `2025-11-22T07:10`, or two of them as `2025-10..2025-11`.
///
/// @param start its first moment
/// @param end the first moment after it
record DateRange(Instant start, Instant end) {

  static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /// Empty if `text` is no date.
  static Optional<DateRange> parse(String text) {
    try {
      int dots = text.indexOf("..");
      if (dots < 0) {
        return Optional.of(one(text));
      }
      Instant start = dots == 0 ? EARLIEST : one(text.substring(0, dots)).start();
      Instant end = dots + 2 == text.length() ? LATEST : one(text.substring(dots + 2)).end();
      return Optional.of(new DateRange(start, end));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateRange one(String text) {
    return switch (text.length()) {
      case 4 -> days(Year.parse(text).atDay(1), Year.parse(text).plusYears(1).atDay(1));
      case 7 -> days(YearMonth.parse(text).atDay(1), YearMonth.parse(text).plusMonths(1).atDay(1));
      case 10 -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
      default -> {
        Instant minute = LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        yield new DateRange(minute, minute.plusSeconds(60));
      }
    };
  }

  private static DateRange days(LocalDate start, LocalDate end) {
    return new DateRange(
        start.atStartOfDay().toInstant(ZoneOffset.UTC),
        end.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  IndexQuery query(QueryTokens.FieldName name) {
    return switch (name) {
      case FROM -> new Between(start, LATEST);
      case UNTIL -> new Between(EARLIEST, end);
      case DATE, TITLE, SOURCE, LANGUAGE, KIND, TAG, FACT -> new Between(start, end);
    };
  }
}
