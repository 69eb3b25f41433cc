package dev.assay.app;

import dev.assay.article.Language;
import dev.assay.store.Store;
import dev.assay.topic.Past;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes beside a running server what a first view would have to wait for: the figures side by side
/// of the newest events, and the figures over time of the saved topics. Looks every few seconds
/// whether anything changed.
final class AheadJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AheadJob.class);

  private static final Duration FIRST = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT_TO_END = Duration.ofSeconds(5);

  private final Store store;
  private final Past.At present;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;
  private long made = -1;

  private AheadJob(Store store, Past.At present) {
    this.store = store;
    this.present = present;
    this.thread = Thread.ofPlatform().daemon().name("ahead").unstarted(this::run);
  }

  static AheadJob start(Store store, Past.At present) {
    AheadJob job = new AheadJob(store, present);
    job.thread.start();
    return job;
  }

  /// Nothing is broken off: an interrupted read would close the index's files.
  private void run() {
    try {
      boolean closed = end.await(FIRST.toMillis(), TimeUnit.MILLISECONDS);
      while (!closed) {
        look();
        closed = end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      long sequence = store.readOnce(session -> session.articles().lastSequence());
      if (sequence != made) {
        present.events().newest("");
        for (String topic : present.topics().saved().names()) {
          if (end.getCount() > 0) {
            present.ledgers().overTime(topic, Language.UNKNOWN);
          }
        }
        made = sequence;
      }
    } catch (RuntimeException e) {
      LOG.warn("first views could not be made ready; the next round tries again", e);
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
