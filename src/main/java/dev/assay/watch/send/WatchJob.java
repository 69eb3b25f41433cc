package dev.assay.watch.send;

import dev.assay.watch.Firing;
import dev.assay.watch.Parcel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at what happens and sends what is due, while a server runs. A receiver that is slow holds
/// up no other: each is sent to by a thread of its own, one message after the other. What is under
/// way when it is closed is left, and sent again by the next process under the same id.
public final class WatchJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchJob.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT_TO_END = Duration.ofSeconds(3);
  private static final int ROUNDS_BETWEEN_FORGETTING = 3_600;

  private final Firing firing;
  private final Sending sending;

  /// Places that something is being sent to.
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private int rounds;

  private WatchJob(Firing firing, Sending sending) {
    this.firing = firing;
    this.sending = sending;
    this.thread = Thread.ofPlatform().daemon().name("alerts").unstarted(this::run);
  }

  /// Starts to look and to send.
  public static WatchJob start(Firing firing, Sending sending) {
    WatchJob job = new WatchJob(firing, sending);
    job.thread.start();
    return job;
  }

  private void run() {
    while (stop.getCount() > 0) {
      try {
        if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        round();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (stop.getCount() > 0) {
          LOG.error("alerts could not be looked at", e);
        }
      }
    }
  }

  private void round() {
    firing.round();
    if (rounds++ % ROUNDS_BETWEEN_FORGETTING == 0) {
      firing.forgetOld();
    }
    for (Parcel parcel : sending.due(Set.copyOf(underWay))) {
      String place = parcel.channel().id();
      underWay.add(place);
      threads.execute(() -> send(parcel, place));
    }
  }

  private void send(Parcel parcel, String place) {
    try {
      sending.send(parcel);
    } catch (RuntimeException e) {
      if (stop.getCount() > 0) {
        LOG.error("a message could not be sent", e);
      }
    } finally {
      underWay.remove(place);
    }
  }

  @Override
  public void close() {
    stop.countDown();
    threads.shutdown();
    try {
      thread.join(LONGEST_WAIT_TO_END);
      if (!threads.awaitTermination(LONGEST_WAIT_TO_END.toSeconds(), TimeUnit.SECONDS)) {
        LOG.info("messages under way are left; the next server sends them again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
