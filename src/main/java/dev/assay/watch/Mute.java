package dev.assay.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a rule is muted: `8h`, `2d`, `1w`, or `always`.
public final class Mute {

  /// Some that are offered.
  public static final List<String> OFFERED = List.of("8h", "1d", "1w", Mute.ALWAYS);

  /// The word for one without an end.
  public static final String ALWAYS = "always";

  /// The end of one without an end.
  public static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  /// Of a rule that never was muted.
  static final Instant NEVER = Instant.EPOCH;

  private static final Duration LONGEST = Duration.ofDays(3_660);
  private static final Pattern SPAN = Pattern.compile("(\\d{1,5})([hdw])");
  private static final int WEEK = 7;

  private Mute() {}

  /// Whether the words say one.
  public static boolean isSpan(String words) {
    return end(words, Instant.EPOCH).isPresent();
  }

  /// When one ends that begins now; empty if the words say none.
  static Optional<Instant> end(String words, Instant now) {
    String plain = words.strip().toLowerCase(Locale.ROOT);
    if (plain.equals(ALWAYS)) {
      return Optional.of(FOREVER);
    }
    Matcher span = SPAN.matcher(plain);
    if (!span.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(span.group(1));
    Duration length =
        switch (span.group(2)) {
          case "h" -> Duration.ofHours(count);
          case "d" -> Duration.ofDays(count);
          case String _ -> Duration.ofDays(count * WEEK);
        };
    return length.isPositive() && length.compareTo(LONGEST) <= 0
        ? Optional.of(now.plus(length))
        : Optional.empty();
  }
}
