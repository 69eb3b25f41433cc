package dev.assay.ingest;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes vectors in the background while a server runs, at the lowest priority. Closing ends it
/// after the step under way.
public final class EmbeddingJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddingJob.class);

  /// New articles wait no longer than this.
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /// After a failure, such as a full disk.
  private static final Duration LONG_PAUSE = Duration.ofMinutes(5);

  private static final Duration LONGEST_WAIT_TO_END = Duration.ofSeconds(30);

  private final StopSign stop = new StopSign();
  private final Thread thread;

  @SuppressWarnings("ThreadPriorityCheck") // a courtesy to the pages; nothing relies on it
  private EmbeddingJob(Optional<Embedding> embedding) {
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("embedding")
            .priority(Thread.MIN_PRIORITY)
            .unstarted(() -> embedding.ifPresent(this::run));
  }

  /// Starts, if there is an add-on to make vectors with.
  public static EmbeddingJob start(Optional<Embedding> embedding) {
    EmbeddingJob job = new EmbeddingJob(embedding);
    job.thread.start();
    return job;
  }

  private void run(Embedding embedding) {
    while (!stop.isRaised()) {
      Duration pause = step(embedding);
      if (pause.isPositive()) {
        stop.pause(pause);
      }
    }
  }

  /// A broken step is told and tried again; it must not end the job.
  private static Duration step(Embedding embedding) {
    try {
      return embedding.step() > 0 ? Duration.ZERO : PAUSE;
    } catch (RuntimeException e) {
      LOG.error("vectors could not be made", e);
      return LONG_PAUSE;
    }
  }

  @Override
  public void close() {
    stop.raise();
    try {
      thread.join(LONGEST_WAIT_TO_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
