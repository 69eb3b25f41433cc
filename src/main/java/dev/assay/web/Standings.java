package dev.assay.web;

import dev.assay.article.ExpectedFailure;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/// How the desk stands, for a line on every page: nobody looks at the page of sources as long as
/// all seems well. Sources are counted once a minute; whether there is an article is asked until
/// there is one. A store that cannot be asked is told by the pages that need it. Safe for use by
/// many threads.
public final class Standings {

  private static final String KEY = "standing";
  private static final Duration HOLDS = Duration.ofMinutes(1);

  private final IntSupplier broken;
  private final BooleanSupplier empty;
  private final InstantSource clock;
  private volatile Counted counted = new Counted(0, Instant.MIN);
  private volatile boolean filled;

  private record Counted(int number, Instant at) {}

  /// @param broken counts the sources of which nothing has come for more than a day though it
  ///   should
  /// @param empty whether the library has no article
  public Standings(IntSupplier broken, BooleanSupplier empty, InstantSource clock) {
    this.broken = broken;
    this.empty = empty;
    this.clock = clock;
  }

  /// Has the pages say it.
  public void register(JavalinConfig config) {
    config.routes.before(context -> context.attribute(KEY, this));
  }

  /// That of the desk that a page is of.
  static Standing of(Context context) {
    Standings standings = context.attribute(KEY);
    return standings == null ? Standing.WELL : standings.standing();
  }

  Standing standing() {
    Instant now = clock.instant();
    try {
      if (counted.at().isBefore(now.minus(HOLDS))) {
        counted = new Counted(broken.getAsInt(), now);
      }
      if (!filled) {
        filled = !empty.getAsBoolean();
      }
      return new Standing(counted.number(), !filled);
    } catch (ExpectedFailure e) {
      return new Standing(counted.number(), false);
    }
  }
}
