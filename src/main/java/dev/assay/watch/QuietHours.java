package dev.assay.watch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hours in which nothing goes out: `22:00-07:00`, on the reader's clock. What is found in them
/// goes out when they end.
///
/// @param from null if there are none
public record QuietHours(@Nullable LocalTime from, @Nullable LocalTime until) {

  public static final QuietHours NONE = new QuietHours(null, null);

  boolean holds(Instant moment, ZoneId zone) {
    if (from == null || until == null) {
      return false;
    }
    LocalTime now = moment.atZone(zone).toLocalTime();
    boolean after = !now.isBefore(from);
    boolean before = now.isBefore(until);
    return from.isBefore(until) ? after && before : after || before;
  }

  static Optional<QuietHours> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(NONE);
    }
    String[] ends = text.strip().split("\\s*[-–]\\s*", -1);
    try {
      return ends.length == 2 && !ends[0].equals(ends[1])
          ? Optional.of(new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// As [#parse] reads it; empty if there are none.
  public String text() {
    return from == null ? "" : from + "-" + until;
  }
}
