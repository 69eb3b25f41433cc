package dev.assay.follow;

import dev.assay.store.RecheckTable.Recheck;
import dev.assay.store.SourceTable.Followed;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks every source when it is due, while a server runs. A source that is slow holds up no other:
/// each round has a thread of its own, and waits for its domain's turn in the fetcher. Closing it
/// begins no more rounds; those under way are left, and taken up again by the next process.
public final class FollowJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FollowJob.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT_TO_END = Duration.ofSeconds(3);

  /// Rounds under way at once; most of them wait for a server.
  private static final int MOST_ROUNDS = 32;

  private final Sources sources;
  private final Set<Object> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  private FollowJob(Sources sources) {
    this.sources = sources;
    this.thread = Thread.ofPlatform().daemon().name("follow").unstarted(this::run);
  }

  /// Starts to follow.
  public static FollowJob start(Sources sources) {
    FollowJob job = new FollowJob(sources);
    job.thread.start();
    return job;
  }

  private void run() {
    while (stop.getCount() > 0) {
      try {
        begin();
        if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("sources could not be asked", e);
      }
    }
  }

  private void begin() {
    for (Followed due : sources.due(MOST_ROUNDS)) {
      begin(due.source().id(), () -> sources.round(due));
    }
    for (Recheck due : sources.rechecksDue(MOST_ROUNDS)) {
      begin(due.article(), () -> sources.recheck(due));
    }
  }

  private void begin(Object key, Runnable round) {
    if (underWay.size() >= MOST_ROUNDS || !underWay.add(key)) {
      return;
    }
    threads.execute(
        () -> {
          try {
            round.run();
          } catch (RuntimeException e) {
            if (stop.getCount() > 0) {
              LOG.error("the round of {} failed", key, e);
              rest();
            }
          } finally {
            underWay.remove(key);
          }
        });
  }

  /// What failed is not tried again at once.
  private void rest() {
    try {
      stop.await(REST.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop.countDown();
    threads.shutdown();
    try {
      thread.join(LONGEST_WAIT_TO_END);
      if (!threads.awaitTermination(LONGEST_WAIT_TO_END.toSeconds(), TimeUnit.SECONDS)) {
        LOG.info("rounds under way are left; the next server takes them up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
