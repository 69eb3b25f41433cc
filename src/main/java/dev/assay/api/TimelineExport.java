package dev.assay.api;

import dev.assay.cite.Citation;
import dev.assay.export.Csv;
import dev.assay.topic.time.Timeline;
import dev.assay.topic.time.Timeline.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/// A timeline for other programs: a table (RFC 4180), and a calendar (RFC 5545) of the days that
/// are still to come.
public final class TimelineExport {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /// Octets of a line of a calendar, but for its end.
  private static final int LINE = 73;

  private TimelineExport() {}

  private static final List<String> COLUMNS =
      List.of(
          "first_day",
          "last_day",
          "basis",
          "ahead",
          "sentence",
          "article",
          "paragraph",
          "source",
          "published",
          "independent",
          "other_days");

  /// A line for each happening.
  public static String csv(Timeline timeline) {
    return Csv.line(COLUMNS)
        + timeline.rows().stream().map(TimelineExport::line).collect(Collectors.joining());
  }

  private static String line(Row row) {
    return Csv.line(
        List.of(
            row.first().toString(),
            row.last().toString(),
            row.basis().word(),
            String.valueOf(row.ahead()),
            Csv.text(row.sentence().text()),
            row.article().id().toString(),
            String.valueOf(row.sentence().citations().getFirst().paragraph()),
            Csv.text(row.article().source()),
            row.article().publishedAt() == null ? "" : row.article().publishedAt().iso(),
            String.valueOf(row.independent()),
            row.otherwise().stream()
                .map(telling -> telling.first().toString())
                .collect(Collectors.joining(" "))));
  }

  /// The days that are still to come, as a calendar.
  ///
  /// @param now days before its own are left out
  public static String calendar(Timeline timeline, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    StringBuilder calendar = new StringBuilder();
    List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Assay//Timeline//EN")
        .forEach(line -> fold(calendar, line));
    timeline.rows().stream()
        .filter(row -> row.basis() == Timeline.Basis.STATED && !row.last().isBefore(today))
        .forEach(row -> event(calendar, row, now));
    fold(calendar, "END:VCALENDAR");
    return calendar.toString();
  }

  private static void event(StringBuilder calendar, Row row, Instant now) {
    String stamp =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC).format(now);
    List.of(
            "BEGIN:VEVENT",
            "UID:" + uid(row),
            "DTSTAMP:" + stamp,
            "DTSTART;VALUE=DATE:" + DAY.format(row.first()),
            "DTEND;VALUE=DATE:" + DAY.format(row.last().plusDays(1)),
            "SUMMARY:" + escaped(row.sentence().text()),
            "DESCRIPTION:" + escaped(row.article().source() + " " + row.article().title()),
            "END:VEVENT")
        .forEach(line -> fold(calendar, line));
  }

  /// An article may tell of two things on one day: the sentence tells them apart.
  private static String uid(Row row) {
    Citation place = row.sentence().citations().getFirst();
    return "%s-%d-%d-%s@assay"
        .formatted(row.article().id(), place.paragraph(), place.span().start(), row.first());
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }

  /// Cuts a line where it has too many octets, between characters.
  private static void fold(StringBuilder calendar, String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      int length = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LINE) {
        calendar.append("\r\n ");
        octets = 1;
      }
      calendar.appendCodePoint(c);
      octets += length;
      i += Character.charCount(c);
    }
    calendar.append("\r\n");
  }
}
