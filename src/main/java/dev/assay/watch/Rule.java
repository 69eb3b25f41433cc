package dev.assay.watch;

import dev.assay.article.Language;
import dev.assay.article.ReaderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one reader wants to be told of, when, and where.
///
/// @param id 10 letters and digits
/// @param outside percent from which on a figure lies outside; null unless the rule is about that
/// @param filter what it passes over
/// @param zone of the reader's clock
/// @param language that the reader is told in
/// @param channels ids of where; none: it is read on the page and in the feed alone
/// @param on whether it looks at what happens
/// @param mutedUntil nothing is sent of what it found before; [Mute#NEVER] if it never was muted
public record Rule(
    String id,
    ReaderId reader,
    String name,
    RuleScope scope,
    Set<When> when,
    @Nullable BigDecimal outside,
    RuleFilter filter,
    Schedule schedule,
    QuietHours quiet,
    ZoneId zone,
    Language language,
    List<String> channels,
    boolean on,
    Instant mutedUntil,
    Instant createdAt) {

  public static final int LONGEST_NAME = 100;
  public static final int LONGEST_SUBJECT = 500;

  /// Of one reader.
  public static final int MOST = 200;

  public Rule {
    when = Set.copyOf(when);
    channels = List.copyOf(channels);
  }

  /// Whether it sends nothing now, though it finds.
  public boolean isMuted(Instant now) {
    return mutedUntil.isAfter(now);
  }

  /// Whether it ever was muted.
  public boolean wasMuted() {
    return mutedUntil.isAfter(Mute.NEVER);
  }
}
