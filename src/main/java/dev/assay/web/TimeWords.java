package dev.assay.web;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.NoUnit;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;

/// Spans of time in a reader's language, in the largest unit that says enough.
///
/// @param now the present, to which `ago` and `ahead` are relative
public record TimeWords(Messages say, Instant now) {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private ULocale locale() {
    return ULocale.forLanguageTag(say.language().tag());
  }

  /// Such as: 5 minutes ago.
  public String ago(Instant past) {
    return relative(Duration.between(past, now), Direction.LAST);
  }

  /// Such as: in 5 minutes.
  public String ahead(Instant future) {
    return relative(Duration.between(now, future), Direction.NEXT);
  }

  private String relative(Duration span, Direction direction) {
    long seconds = Math.max(0, span.toSeconds());
    if (seconds < MINUTE) {
      return relative(seconds, direction, RelativeUnit.SECONDS);
    }
    if (seconds < 2 * HOUR) {
      return relative(seconds / MINUTE, direction, RelativeUnit.MINUTES);
    }
    return seconds < 2 * DAY
        ? relative(seconds / HOUR, direction, RelativeUnit.HOURS)
        : relative(seconds / DAY, direction, RelativeUnit.DAYS);
  }

  private String relative(long count, Direction direction, RelativeUnit unit) {
    return RelativeDateTimeFormatter.getInstance(locale()).format((double) count, direction, unit);
  }

  /// How long it has been since then, such as: 3 days.
  public String lasting(Instant since) {
    return span(Duration.between(since, now));
  }

  /// Such as: 15 minutes.
  public String span(Duration span) {
    long seconds = span.toSeconds();
    Measure measure =
        seconds < 2 * HOUR
            ? new Measure(Math.max(1, seconds / MINUTE), MeasureUnit.MINUTE)
            : seconds < 2 * DAY
                ? new Measure(seconds / HOUR, MeasureUnit.HOUR)
                : new Measure(seconds / DAY, MeasureUnit.DAY);
    return MeasureFormat.getInstance(locale(), FormatWidth.WIDE).formatMeasures(measure);
  }

  /// Such as: 37%.
  public String share(double share) {
    return NumberFormatter.withLocale(locale())
        .unit(NoUnit.PERCENT)
        .format(Math.round(share * 100))
        .toString();
  }
}
