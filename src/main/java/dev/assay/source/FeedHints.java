package dev.assay.source;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a feed says of when it is worth asking for again.
///
/// @param every the feed's own interval (`ttl`, `sy:updatePeriod`); null if it names none
/// @param skipHours hours of the day in UTC, 0 to 23, in which nothing is published
public record FeedHints(@Nullable Duration every, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

  public static final FeedHints NONE = new FeedHints(null, Set.of(), Set.of());

  public FeedHints {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
  }
}
