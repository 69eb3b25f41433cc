package dev.assay.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Asks a background thread to end at its next step. Not by an interrupt: one that comes in the
/// middle of a write closes the index's files (java.nio.channels.ClosedByInterruptException).
final class StopSign {

  private final CountDownLatch raised = new CountDownLatch(1);

  void raise() {
    raised.countDown();
  }

  boolean isRaised() {
    return raised.getCount() == 0;
  }

  /// Waits so long, or until the sign is raised.
  void pause(Duration most) {
    try {
      if (raised.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      raise();
    }
  }
}
