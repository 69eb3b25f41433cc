package dev.assay.follow;

import dev.assay.fetch.Fetcher;
import dev.assay.fetch.mail.LetterBox;
import dev.assay.source.Source;
import dev.assay.store.source.RecheckTable.Recheck;
import dev.assay.store.source.SourceTable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks every source when it is due, while a server runs. A source that is slow holds up none of
/// another domain: each round has a thread of its own. Closing it begins no more rounds; those
/// under way are left, and taken up again by the next process.
public final class FollowJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FollowJob.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMinutes(1);
  private static final Duration ATTENDED = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT_TO_END = Duration.ofSeconds(3);

  /// Rounds under way at once; most of them wait for a server.
  private static final int MOST_ROUNDS = 32;

  /// Articles that are looked at to find some whose domain is free.
  private static final int MOST_RECHECKS = 500;

  private final Sources sources;

  /// To whom else letters may come, beside the sources.
  private final LetterBox.Addressees others;

  /// Domains, folders and mailboxes that are being asked: one round of each at a time, so that many
  /// sources of one site never hold up the others.
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  /// Mailboxes that somebody waits at.
  private final Set<Integer> waitedAt = ConcurrentHashMap.newKeySet();

  private Instant attended = Instant.MIN;
  private volatile @Nullable LetterBox letterBox;

  private FollowJob(Sources sources, LetterBox.Addressees others) {
    this.sources = sources;
    this.others = others;
    this.thread = Thread.ofPlatform().daemon().name("follow").unstarted(this::run);
  }

  /// Starts to follow.
  ///
  /// @param letters where mail that is sent to us is taken; empty if it is not
  /// @param others to whom else it may come
  public static FollowJob start(
      Sources sources, Optional<InetSocketAddress> letters, LetterBox.Addressees others) {
    FollowJob job = new FollowJob(sources, others);
    sources.listen();
    letters.ifPresent(job::open);
    job.thread.start();
    return job;
  }

  /// A port that cannot be had is no reason not to follow the rest.
  private void open(InetSocketAddress letters) {
    try {
      LetterBox.Addressees all = address -> sources.post().at(address).or(() -> others.at(address));
      letterBox = LetterBox.open(letters.getAddress(), letters.getPort(), all);
      LOG.info("mail is taken at {}", letters);
    } catch (IOException e) {
      LOG.error("mail that is sent to us is not taken: {}", e.getMessage());
    }
  }

  private void run() {
    while (stop.getCount() > 0) {
      try {
        attend();
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

  /// Now and then: whom to listen to.
  private void attend() {
    Instant now = Instant.now();
    if (attended.isAfter(now.minus(ATTENDED))) {
      return;
    }
    attended = now;
    for (Source mailbox : sources.attend()) {
      if (waitedAt.add(mailbox.id())) {
        threads.execute(() -> await(mailbox));
      }
    }
  }

  /// Waits at a mailbox as long as it lets one; where it does not, it is asked by the schedule.
  private void await(Source mailbox) {
    try {
      while (stop.getCount() > 0 && sources.await(mailbox)) {
        stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      }
      stop.await(REST.multipliedBy(5).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("nobody waits at {}", mailbox.address(), e);
    } finally {
      waitedAt.remove(mailbox.id());
    }
  }

  private void begin() {
    for (SourceTable.Due due : sources.due()) {
      begin(Fetcher.domain(due.address()), () -> sources.round(due.id()));
    }
    for (Recheck due : sources.rechecksDue(MOST_RECHECKS)) {
      begin(Fetcher.domain(due.address().toString()), () -> sources.recheck(due));
    }
  }

  private void begin(String place, Runnable round) {
    if (underWay.size() >= MOST_ROUNDS || !underWay.add(place)) {
      return;
    }
    threads.execute(
        () -> {
          try {
            round.run();
          } catch (RuntimeException e) {
            if (stop.getCount() > 0) {
              LOG.error("a round at {} failed", place, e);
              rest();
            }
          } finally {
            underWay.remove(place);
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
    sources.deafen();
    LetterBox opened = letterBox;
    if (opened != null) {
      opened.close();
    }
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
