package dev.assay.watch;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// When a rule's messages go out: `now`, `hourly`, `daily 07:30` or `weekly mon 07:30`, on the
/// reader's clock.
///
/// @param at of a day; midnight where it does not matter
/// @param day of a week; Monday where it does not matter
public record Schedule(Pace pace, LocalTime at, DayOfWeek day) {

  /// As soon as something is found.
  public static final Schedule NOW = new Schedule(Pace.NOW, LocalTime.MIDNIGHT, DayOfWeek.MONDAY);

  private static final int SHORT_DAY = 3;

  /// How often.
  public enum Pace {
    NOW,
    HOURLY,
    DAILY,
    WEEKLY;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether what is found is gathered to be read at once.
  public boolean isDigest() {
    return pace == Pace.DAILY || pace == Pace.WEEKLY;
  }

  /// The first moment after `moment` at which a message may go out.
  Instant next(Instant moment, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    return switch (pace) {
      case NOW -> moment;
      case HOURLY -> local.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
      case DAILY -> {
        ZonedDateTime today = local.with(at);
        yield (today.isAfter(local) ? today : today.plusDays(1).with(at)).toInstant();
      }
      case WEEKLY -> {
        ZonedDateTime on = local.with(TemporalAdjusters.nextOrSame(day)).with(at);
        yield (on.isAfter(local) ? on : on.plusWeeks(1).with(at)).toInstant();
      }
    };
  }

  static Optional<Schedule> parse(String text) {
    List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    try {
      return switch (words.size()) {
        case 1 -> alone(words.getFirst());
        case 2 ->
            words.getFirst().equals("daily")
                ? Optional.of(
                    new Schedule(Pace.DAILY, LocalTime.parse(words.getLast()), DayOfWeek.MONDAY))
                : Optional.empty();
        case 3 ->
            words.getFirst().equals("weekly")
                ? day(words.get(1))
                    .map(day -> new Schedule(Pace.WEEKLY, LocalTime.parse(words.getLast()), day))
                : Optional.empty();
        default -> Optional.empty();
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Schedule> alone(String word) {
    return switch (word) {
      case "now" -> Optional.of(NOW);
      case "hourly" -> Optional.of(new Schedule(Pace.HOURLY, LocalTime.MIDNIGHT, DayOfWeek.MONDAY));
      case String _ -> Optional.empty();
    };
  }

  private static Optional<DayOfWeek> day(String word) {
    return word.length() < SHORT_DAY
        ? Optional.empty()
        : Arrays.stream(DayOfWeek.values())
            .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
            .findFirst();
  }

  /// The short name of its day, such as `mon`.
  String dayWord() {
    return day.name().substring(0, SHORT_DAY).toLowerCase(Locale.ROOT);
  }

  /// As [#parse] reads it.
  public String text() {
    return switch (pace) {
      case NOW, HOURLY -> pace.word();
      case DAILY -> "daily " + at;
      case WEEKLY -> "weekly " + dayWord() + " " + at;
    };
  }
}
