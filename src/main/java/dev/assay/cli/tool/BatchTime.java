package dev.assay.cli.tool;

import dev.assay.article.PublicationTime;
import dev.assay.article.PublicationTime.Certainty;
import dev.assay.article.PublicationTime.Precision;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the `published` of a batch line: `2025-11-22`, `2025-11-22 07:10`,
/// `2025-11-22T07:10:30+08:00`. A time without a zone is read as UTC.
final class BatchTime {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})"
              + "(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?"
              + " ?(Z|UTC|[+-]\\d{2}:?\\d{2})?");

  private BatchTime() {}

  /// The time that `text` gives; empty if it is of another form.
  static Optional<PublicationTime> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(time(matcher));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static PublicationTime time(Matcher matcher) {
    LocalDateTime local =
        LocalDateTime.of(
            field(matcher, 1),
            field(matcher, 2),
            field(matcher, 3),
            field(matcher, 4),
            field(matcher, 5),
            field(matcher, 6));
    String written = matcher.group(7);
    ZoneOffset zone =
        written == null || written.startsWith("U") ? ZoneOffset.UTC : ZoneOffset.of(written);
    Precision precision =
        matcher.group(4) == null
            ? Precision.DAY
            : matcher.group(6) == null ? Precision.MINUTE : Precision.SECOND;
    return new PublicationTime(
        local.toInstant(zone), precision, zone, written != null, Certainty.STATED, "batch");
  }

  private static int field(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
