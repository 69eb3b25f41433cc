package dev.assay.ingest;

import dev.assay.article.ArticleId;
import dev.assay.ingest.input.Given;
import dev.assay.store.Store;
import dev.assay.store.StoreException;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One of any number of processes that read documents for one desk. It stores what needs no other
/// document, and leaves the rest to the [Settler]: copies, the order of changes, the ledger. Index
/// and pages see an article when it is settled.
///
/// A document is acknowledged when its transaction is on the disk. One that was acknowledged before
/// is passed over, so that the work of a worker that was killed can be done again by another.
public final class Worker {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  /// A minute, or a little more, where nobody answers.
  private static final int TRIES = 6;

  private final Store store;
  private final InstantSource clock;
  private final Preparation preparation;
  private final Recording recording;
  private final Recording recordingNoted;
  private final Pipeline pipeline;
  private final WarmUp warmUp = new WarmUp();
  private volatile boolean stopping;

  public Worker(Store store, Stages stages, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.preparation = new Preparation(store, stages);
    this.recording = new Recording(store, stages, clock);
    this.recordingNoted = recording.ofNoted();
    this.pipeline = new Pipeline(store, Budget.SHIPPED, clock);
  }

  /// Takes in all that `documents` gives, and returns when it is stored.
  ///
  /// @throws dev.assay.store.StoreException if the database cannot be reached; what was
  ///   acknowledged is kept
  public void run(Iterator<Given> documents, Ingest.Listener listener) {
    pipeline.run(documents, preparation::prepare, recording::recordBeside, listener);
  }

  /// Takes in a part of a backfill. One that was begun before and not ended, perhaps because a
  /// document of it fells the process, is read one document at a time, each under suspicion until
  /// it is stored: one that two workers ended on so is set aside with its reason.
  ///
  /// @param tried how often it was begun before
  public void run(BackfillPart part, int tried, Ingest.Listener listener) {
    run(part, tried, preparation::prepare, listener);
  }

  /// As the other, with other stages before a document is recorded.
  void run(
      BackfillPart part, int tried, Function<Given, Prepared> prepare, Ingest.Listener listener) {
    part.read(
        documents -> {
          if (tried == 0) {
            pipeline.run(documents, prepare, recording::recordBeside, listener);
          } else {
            while (documents.hasNext() && !stopping) {
              carefully(documents.next(), prepare, listener);
            }
          }
        });
  }

  private void carefully(Given given, Function<Given, Prepared> prepare, Ingest.Listener listener) {
    warmUp.once(prepare);
    Suspicion suspicion = new Suspicion(given.identity().articleId());
    try {
      pipeline.runMarked(
          List.of(given).iterator(),
          one -> preparation.stored(one).orElseGet(() -> suspected(one, suspicion, prepare)),
          recordingNoted::recordBeside,
          (one, outcome) -> {
            suspicion.stands();
            listener.recorded(one, outcome);
          });
      suspicion.takeBack();
    } catch (StoreException e) {
      suspicion.takeBack();
      throw e;
    }
  }

  private static Prepared suspected(
      Given given, Suspicion suspicion, Function<Given, Prepared> prepare) {
    suspicion.note();
    return prepare.apply(given);
  }

  /// One try of a document, noted in the database, where every other worker sees it. Whoever comes
  /// out of the stages and is stored is cleared of suspicion by that. A document in whose time the
  /// store went away, or the worker was stopped, has felled nobody.
  private final class Suspicion {
    private final ArticleId id;
    private boolean noted;
    private boolean over;

    Suspicion(ArticleId id) {
      this.id = id;
    }

    /// Once: what finds no room in the heap, or the store away, is read again in the same try.
    /// After the try, when a stage may go on that nobody waits for, no more.
    synchronized void note() {
      if (!noted && !over) {
        store.change(session -> session.failures().felled(id, clock.instant()));
        noted = true;
      }
    }

    /// The try came to its end: what was noted stays, or was cleared.
    synchronized void stands() {
      over = true;
    }

    /// Takes back what was noted unless it stands, as soon as the store is there, for which each
    /// attempt waits some seconds.
    synchronized void takeBack() {
      boolean takes = noted && !over;
      over = true;
      for (int tried = 0; takes && tried < TRIES && !(stopping && tried > 0); tried++) {
        try {
          store.change(session -> session.failures().takeBack(id));
          takes = false;
        } catch (StoreException e) {
          LOG.debug("the store is away still", e);
        }
      }
    }
  }

  /// Asks a run to end after the documents that are being written.
  public void stop() {
    stopping = true;
    pipeline.stop();
  }
}
