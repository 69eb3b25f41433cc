package dev.assay.app;

import dev.assay.topic.brief.TopicBriefs;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the briefs of saved topics beside a running server.
final class TopicBriefJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicBriefJob.class);

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT_TO_END = Duration.ofSeconds(5);

  private final TopicBriefs briefs;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;

  private TopicBriefJob(TopicBriefs briefs) {
    this.briefs = briefs;
    this.thread = Thread.ofPlatform().daemon().name("topic-briefs").unstarted(this::run);
  }

  static TopicBriefJob start(TopicBriefs briefs) {
    TopicBriefJob job = new TopicBriefJob(briefs);
    job.thread.start();
    return job;
  }

  /// Nothing is broken off: an interrupted read would close the index's files.
  private void run() {
    try {
      boolean closed = end.await(FIRST.toMillis(), TimeUnit.MILLISECONDS);
      while (!closed) {
        refresh();
        closed = end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// One that cannot be made keeps no other from being made, and is not begun at the end.
  private void refresh() {
    try {
      for (String topic : briefs.due()) {
        if (end.getCount() > 0) {
          refresh(topic);
        }
      }
    } catch (RuntimeException e) {
      LOG.error("it is not known which topics want a brief; the next round tries again", e);
    }
  }

  private void refresh(String topic) {
    try {
      briefs.make(topic).ifPresent(briefs::keep);
    } catch (RuntimeException e) {
      LOG.error("the brief of {} could not be made; the next round tries again", topic, e);
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
