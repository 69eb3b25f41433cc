package dev.assay.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Work that is done again and again beside a running server, in a thread of its own. Closing it
/// waits a few seconds for what is under way; nothing is broken off, since an interrupted read
/// would close the index's files.
final class RepeatedJob implements AutoCloseable {

  private static final Duration LONGEST_WAIT_TO_END = Duration.ofSeconds(5);

  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;

  private RepeatedJob(
      String name, Duration first, Duration pause, Consumer<BooleanSupplier> round) {
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> run(first, pause, round));
  }

  /// Starts the thread.
  ///
  /// @param first after which the first round begins
  /// @param pause between the end of a round and the beginning of the next
  /// @param round one round; it is told whether the work goes on, and begins nothing more if not.
  ///   What it throws ends the work, so it reports its own failures
  static RepeatedJob start(
      String name, Duration first, Duration pause, Consumer<BooleanSupplier> round) {
    RepeatedJob job = new RepeatedJob(name, first, pause, round);
    job.thread.start();
    return job;
  }

  private void run(Duration first, Duration pause, Consumer<BooleanSupplier> round) {
    try {
      boolean closed = end.await(first.toMillis(), TimeUnit.MILLISECONDS);
      while (!closed) {
        round.accept(() -> end.getCount() > 0);
        closed = end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    try {
      thread.join(LONGEST_WAIT_TO_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
