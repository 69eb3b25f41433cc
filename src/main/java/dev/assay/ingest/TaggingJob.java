package dev.assay.ingest;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has articles tagged again in the background while a server runs. Closing ends it, after the
/// transaction under way.
public final class TaggingJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TaggingJob.class);

  /// A change of names is seen after this at the latest.
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Duration LONGEST_WAIT_TO_END = Duration.ofSeconds(5);

  private final StopSign stop = new StopSign();
  private final Runnable work;
  private final Thread thread;

  private TaggingJob(Tagging tagging, Runnable after) {
    this.work =
        () -> {
          tagging.run(_ -> stopIfAsked());
          after.run();
        };
    this.thread = Thread.ofPlatform().daemon().name("names").unstarted(this::run);
  }

  /// Starts to tag.
  ///
  /// @param after is run, in the same thread, whenever all articles are tagged
  public static TaggingJob start(Tagging tagging, Runnable after) {
    TaggingJob job = new TaggingJob(tagging, after);
    job.thread.start();
    return job;
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private void stopIfAsked() {
    if (stop.isRaised()) {
      throw new Stopped();
    }
  }

  private void run() {
    while (!stop.isRaised()) {
      try {
        work.run();
        stop.pause(PAUSE);
      } catch (Stopped e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("articles could not be tagged again", e);
        stop.pause(PAUSE.multipliedBy(30));
      }
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
