package dev.assay.app;

import dev.assay.ingest.Ingest;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads, beside a running server, the claims of articles that were stored before claims were read,
/// brings the ledger up to them, and finds the events and the dated sentences of articles that came
/// before there were any. Ends when all are read.
final class ClaimsJob implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimsJob.class);

  private final CompletableFuture<Ingest> made = new CompletableFuture<>();
  private final Thread thread;

  private ClaimsJob(Supplier<Ingest> maker) {
    this.thread = Thread.ofPlatform().name("claims").daemon().unstarted(() -> run(maker));
  }

  /// Starts to read.
  ///
  /// @param maker makes what reads, in the thread of the job: it loads most of the lexicon, for
  ///   which nobody who only looks at pages should wait
  static ClaimsJob start(Supplier<Ingest> maker) {
    ClaimsJob job = new ClaimsJob(maker);
    job.thread.start();
    return job;
  }

  private void run(Supplier<Ingest> maker) {
    try {
      Ingest ingest = maker.get();
      if (made.complete(ingest)) {
        catchUp(ingest);
      }
    } catch (RuntimeException | StackOverflowError e) {
      if (made.completeExceptionally(e)) {
        LOG.error("What reads stored articles could not be made; the next start tries again", e);
      }
    }
  }

  private static void catchUp(Ingest ingest) {
    caughtUp("claims", ingest::catchUpClaims);
    caughtUp("events", ingest::catchUpEvents);
    caughtUp("days", ingest::catchUpDays);
    caughtUp("edits", ingest::catchUpEdits);
  }

  /// What fails holds up none of the others.
  private static void caughtUp(String what, Runnable reading) {
    try {
      reading.run();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("The {} of stored articles could not be read; the next start tries again", what, e);
    }
  }

  /// Waits for the article that is being read, but not for what reads to be made: it is then not
  /// used.
  @Override
  public void close() {
    if (made.cancel(false)) {
      return;
    }
    var _ = made.thenAccept(Ingest::stop);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
