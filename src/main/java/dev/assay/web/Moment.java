package dev.assay.web;

import dev.assay.article.PublicationTime;
import dev.assay.topic.ArticleLine;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A time as it is printed, in parts so that a page can weigh them.
///
/// @param machine for the `datetime` attribute
/// @param day as precise as it is known
/// @param clock hours and minutes, on the reader's clock if that is known, else on the source's;
///   empty if only the day is known
/// @param zone offset such as `+08:00`; empty without a clock
/// @param mark a word if the time is guessed, or only that of fetching; else empty
/// @param sources the same on the source's own clock; empty if that shows the same
public record Moment(
    String machine, String day, String clock, String zone, String mark, String sources) {

  /// When an article was published, or else when it was fetched, and then it says so.
  public static Moment of(ArticleLine article, Messages say) {
    return of(article.publishedAt(), article.fetchedAt(), say);
  }

  public static Moment of(@Nullable PublicationTime published, Instant fetched, Messages say) {
    return published == null ? fetched(fetched, say) : published(published, say);
  }

  /// A moment of the desk's own.
  public static Moment at(Instant moment, Messages say) {
    OffsetDateTime time = onReadersClock(moment, ZoneOffset.UTC, say);
    return new Moment(
        moment.toString(),
        say.day(time.toLocalDate()),
        "%tH:%<tM".formatted(time),
        offset(time.getOffset()),
        "",
        "");
  }

  private static Moment fetched(Instant fetched, Messages say) {
    OffsetDateTime time = onReadersClock(fetched, ZoneOffset.UTC, say);
    return new Moment(
        "%tFT%<tH:%<tMZ".formatted(fetched.atOffset(ZoneOffset.UTC)),
        say.day(time.toLocalDate()),
        "%tH:%<tM".formatted(time),
        offset(time.getOffset()),
        say.text("time.fetched-only"),
        "");
  }

  private static Moment published(PublicationTime published, Messages say) {
    OffsetDateTime own = published.local();
    String mark =
        switch (published.certainty()) {
          case STATED -> "";
          case GUESSED -> say.text("time.guessed");
        };
    return switch (published.precision()) {
      case MONTH -> new Moment(published.iso(), say.month(own.toLocalDate()), "", "", mark, "");
      case DAY -> new Moment(published.iso(), say.day(own.toLocalDate()), "", "", mark, "");
      case MINUTE, SECOND -> {
        OffsetDateTime time = onReadersClock(published.instant(), published.zone(), say);
        String sources =
            joined(say.day(own.toLocalDate()), "%tH:%<tM".formatted(own), offset(published.zone()));
        yield new Moment(
            published.iso(),
            say.day(time.toLocalDate()),
            "%tH:%<tM".formatted(time),
            offset(time.getOffset()),
            mark,
            time.getOffset().equals(own.getOffset()) ? "" : sources);
      }
    };
  }

  /// In the reader's zone, or in `otherwise` if nobody knows that.
  private static OffsetDateTime onReadersClock(Instant moment, ZoneOffset otherwise, Messages say) {
    ZoneId zone = say.zone();
    return zone == null ? moment.atOffset(otherwise) : moment.atZone(zone).toOffsetDateTime();
  }

  private static String offset(ZoneOffset zone) {
    return zone.equals(ZoneOffset.UTC) ? "+00:00" : zone.getId();
  }

  /// All of it on one line: `22 Nov 2025 07:10 +08:00`.
  public String inFull() {
    return joined(day, clock, zone, mark);
  }

  /// As [#inFull] without the mark.
  public String onTheClock() {
    return joined(day, clock, zone);
  }

  /// What stands in small letters after the clock.
  public String zoneAndMark() {
    return joined(zone, mark);
  }

  /// As it stands after another moment: the clock alone if both are of one day.
  public String near(Moment other) {
    return day.equals(other.day) && !clock.isEmpty() ? clock : joined(day, clock, "");
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  /// How far to believe the time, in words.
  public static String certainty(PublicationTime published, Messages say) {
    String certainty =
        switch (published.certainty()) {
          case STATED -> say.text("time.stated");
          case GUESSED -> say.text("time.guessed");
        };
    return switch (published.precision()) {
      case MONTH, DAY -> certainty;
      case MINUTE, SECOND ->
          published.zoneKnown()
              ? certainty
              : certainty + say.text("comma") + say.text("time.zone-assumed");
    };
  }
}
