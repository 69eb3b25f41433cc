package dev.assay.app;

import dev.assay.article.ExpectedFailure;
import dev.assay.store.postgres.PostgresAddress;
import dev.assay.store.postgres.PostgresChanges;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a process up with what others decide: told by the database within milliseconds, and looks
/// for itself every few seconds.
final class Following implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT_TO_END = Duration.ofSeconds(5);

  private final PostgresAddress address;
  private final Runnable work;
  private final Thread thread;
  private volatile boolean stopping;

  private Following(PostgresAddress address, Runnable work) {
    this.address = address;
    this.work = work;
    this.thread = Thread.ofPlatform().daemon().name("following").unstarted(this::run);
  }

  /// Runs `work` after each change, until it is closed.
  static Following start(PostgresAddress address, Runnable work) {
    Following following = new Following(address, work);
    following.thread.start();
    return following;
  }

  private void run() {
    try (PostgresChanges changes = new PostgresChanges(address)) {
      while (!stopping) {
        try {
          work.run();
          changes.await(LOOK);
        } catch (ExpectedFailure e) {
          LOG.warn("{}", e.getMessage());
          pause();
        } catch (RuntimeException e) {
          LOG.error("what others changed could not be followed", e);
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      stopping = true;
    }
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(LONGEST_WAIT_TO_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
