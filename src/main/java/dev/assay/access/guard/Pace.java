package dev.assay.access.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How fast one visitor may ask: so many requests in a minute, which may come at once and are given
/// back evenly (a token bucket). Forgets whom it has not seen longest when it knows too many. Safe
/// for use by many threads.
final class Pace {

  private static final int MOST_VISITORS = 50_000;

  private final int perMinute;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  /// @param left requests that may still come
  private record Bucket(double left, Instant at) {}

  Pace(int perMinute) {
    this.perMinute = perMinute;
  }

  /// Counts a request.
  ///
  /// @return how long to wait before another try; zero if this one is within the pace
  synchronized Duration ask(String visitor, Instant now) {
    Bucket known = buckets.getOrDefault(visitor, new Bucket(perMinute, now));
    double perMilli = perMinute / (double) Duration.ofMinutes(1).toMillis();
    double given = Math.max(0, Duration.between(known.at(), now).toMillis()) * perMilli;
    double left = Math.min(perMinute, known.left() + given);
    boolean within = left >= 1;
    buckets.put(visitor, new Bucket(within ? left - 1 : left, now));
    if (buckets.size() > MOST_VISITORS) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    return within ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((1 - left) / perMilli));
  }
}
