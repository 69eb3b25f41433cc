package dev.assay.brief.work;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has briefs written in the background while a server runs. Closing ends it, after the questions
/// under way at the latest.
public final class ModelJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ModelJob.class);

  /// How many articles are sent before new ones are looked for.
  private static final int BATCH = 50;

  /// New articles wait no longer than this.
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private static final Duration LONGEST_WAIT_TO_END = Duration.ofSeconds(5);

  private final ModelDesk desk;
  private final InstantSource clock;
  private final Thread thread;

  private ModelJob(ModelDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("model briefs").unstarted(this::run);
  }

  /// Starts to write: at once if a model is configured, else when one is chosen.
  public static ModelJob start(ModelDesk desk, InstantSource clock) {
    ModelJob job = new ModelJob(desk, clock);
    job.thread.start();
    return job;
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        int done = step();
        if (done == 0) {
          rest();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A broken step is told and tried again; it must not end the job.
  private int step() {
    try {
      return desk.run(BATCH, (_, _, _) -> {});
    } catch (RuntimeException e) {
      LOG.error("model briefs could not be written", e);
      return 0;
    }
  }

  /// Nothing cuts a pause short that the endpoint asked for, but that another is chosen; else what
  /// a reader opens does.
  private void rest() throws InterruptedException {
    if (desk.pause().isEmpty()) {
      desk.awaitOpened(PAUSE);
      return;
    }
    do {
      Thread.sleep(PAUSE);
    } while (desk.pause().filter(until -> until.isAfter(clock.instant())).isPresent());
  }

  @Override
  public void close() {
    if (!thread.isAlive()) {
      return;
    }
    thread.interrupt();
    try {
      thread.join(LONGEST_WAIT_TO_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
