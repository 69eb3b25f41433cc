package dev.assay.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C, or any other signal that ends this process: it goes on until the work has ended, but not
/// for long.
final class ProcessInterruption implements Interruption {

  private static final long MOST_SECONDS = 20;

  @Override
  public Interrupted stops(Runnable stop) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> stop(stop, ended));
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      ended.countDown();
      forget(hook);
    };
  }

  private static void stop(Runnable stop, CountDownLatch ended) {
    stop.run();
    try {
      ended.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook waits for exactly this.
    }
  }
}
