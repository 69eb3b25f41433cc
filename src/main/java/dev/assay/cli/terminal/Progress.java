package dev.assay.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A bar with count, rate and time left, drawn over itself; silent where no person watches.
public final class Progress {

  private static final int WIDTH = 30;
  private static final Duration REDRAW = Duration.ofMillis(200);

  private final PrintStream error;
  private final boolean shown;
  private final long total;
  private final InstantSource clock;
  private final Instant started;
  private Instant drawn = Instant.MIN;
  private long done;

  /// @param total how many there are; 0 if that is not known
  public Progress(Output output, long total, InstantSource clock) {
    this.error = output.error();
    this.shown = output.terminal();
    this.total = total;
    this.clock = clock;
    this.started = clock.instant();
  }

  public void advance() {
    at(done + 1);
  }

  public void at(long count) {
    done = count;
    Instant now = clock.instant();
    if (shown && Duration.between(drawn, now).compareTo(REDRAW) > 0) {
      drawn = now;
      error.print("\r\u001b[K" + bar(now));
    }
  }

  /// Takes the bar away.
  public void end() {
    if (shown) {
      error.print("\r\u001b[K");
    }
  }

  public Duration elapsed() {
    return Duration.between(started, clock.instant());
  }

  public long rate() {
    return Math.round(done * 1000.0 / Math.max(1, elapsed().toMillis()));
  }

  private String bar(Instant now) {
    if (total == 0) {
      return "%,d  %,d/s".formatted(done, rate());
    }
    int filled = (int) (WIDTH * Math.min(done, total) / total);
    long left =
        done == 0
            ? 0
            : Duration.between(started, now).toSeconds() * (total - Math.min(done, total)) / done;
    return "[%s%s] %,d/%,d  %,d/s  %d:%02d"
        .formatted(
            "#".repeat(filled),
            ".".repeat(WIDTH - filled),
            done,
            total,
            rate(),
            left / 60,
            left % 60);
  }
}
