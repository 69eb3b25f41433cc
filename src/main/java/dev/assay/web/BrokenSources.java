package dev.assay.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/// How many sources have been broken for more than a day, for a line on every page: nobody looks at
/// the page of sources as long as all seems well. Counted once a minute. Safe for use by many
/// threads.
public final class BrokenSources {

  private static final String KEY = "broken-sources";
  private static final Duration HOLDS = Duration.ofMinutes(1);

  private final IntSupplier counting;
  private final InstantSource clock;
  private volatile Counted counted = new Counted(0, Instant.MIN);

  private record Counted(int number, Instant at) {}

  public BrokenSources(IntSupplier counting, InstantSource clock) {
    this.counting = counting;
    this.clock = clock;
  }

  /// Has the pages say it.
  public void register(JavalinConfig config) {
    config.routes.before(context -> context.attribute(KEY, this));
  }

  /// Those of the desk that a page is of.
  static int of(Context context) {
    BrokenSources broken = context.attribute(KEY);
    return broken == null ? 0 : broken.number();
  }

  private int number() {
    Instant now = clock.instant();
    if (counted.at().isBefore(now.minus(HOLDS))) {
      counted = new Counted(counting.getAsInt(), now);
    }
    return counted.number();
  }
}
