package dev.assay.ingest;

import dev.assay.article.ArticleId;
import dev.assay.article.Outcome;
import dev.assay.article.RawDocument;
import dev.assay.ingest.input.Given;
import dev.assay.store.FailureTable;
import dev.assay.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Documents on their way from whoever gives them to whoever writes them: prepared on all cores,
/// written in their order by one thread, many to a transaction. Bounded in what it holds.
final class Pipeline {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  /// Documents to one transaction: enough to share the cost of a disk sync, few enough to be
  /// acknowledged soon.
  private static final int BATCH = 64;

  /// A transaction gathers documents for so long while more are in the stages: one for each would
  /// take a sync for each, and all that is asked before and after.
  private static final Duration GATHERING = Duration.ofMillis(200);

  /// What was written is made durable elsewhere this often.
  private static final Duration STEP = Duration.ofSeconds(10);

  /// Bytes of documents that may be under way at once, in kilobytes.
  private static final int MAX_KILOBYTES = 64_000;

  /// So often a document is read again that failed on the store, while that answers: a pool may
  /// still hold some connections to a database that was restarted.
  private static final int TRIES = 3;

  private final Store store;
  private final Budget budget;
  private final InstantSource clock;
  private final WarmUp warmUp = new WarmUp();
  private volatile boolean stopping;
  private volatile @Nullable Workers workers;

  Pipeline(Store store, Budget budget, InstantSource clock) {
    this.store = store;
    this.budget = budget;
    this.clock = clock;
  }

  /// Where prepared documents go. Called by one thread.
  interface Sink {

    /// Returns when they are on the disk.
    ///
    /// @return what became of each, in their order
    List<Outcome> write(List<Prepared> batch);

    /// Called every few seconds, and at the end.
    default void step() {}
  }

  /// Takes all that `documents` gives to `sink`; returns when it is there.
  void run(
      Iterator<Given> documents,
      Function<Given, Prepared> prepare,
      Sink sink,
      Ingest.Listener listener) {
    run(UnderWay::in, documents, prepare, sink, listener);
  }

  /// As the other, where `prepare` itself marks what is in the stages, which are warm.
  void runMarked(
      Iterator<Given> documents,
      Function<Given, Prepared> prepare,
      Sink sink,
      Ingest.Listener listener) {
    run(_ -> UnderWay.unmarked(), documents, prepare, sink, listener);
  }

  private void run(
      Function<Path, UnderWay> marks,
      Iterator<Given> documents,
      Function<Given, Prepared> prepare,
      Sink sink,
      Ingest.Listener listener) {
    stopping = false;
    Semaphore room = new Semaphore(MAX_KILOBYTES);
    BlockingQueue<Future<Prepared>> queue = new LinkedBlockingQueue<>();
    Map<ArticleId, Integer> felled = felled();
    try (UnderWay underWay = marks.apply(store.folder());
        Workers workers =
            new Workers(
                given -> prepared(given, felled, prepare), budget, underWay, felled.keySet());
        ExecutorService writer = Executors.newSingleThreadExecutor()) {
      this.workers = workers;
      Future<?> writing = writer.submit(() -> writeAll(queue, workers, room, sink, listener));
      try {
        while (!stopping && !writing.isDone() && documents.hasNext()) {
          Given given = documents.next();
          if (underWay.isMarked() && felled.containsKey(given.identity().articleId())) {
            warmUp.once(prepare);
          }
          room.acquireUninterruptibly(kilobytes(given));
          queue.add(workers.submit(given));
        }
      } finally {
        queue.add(Prepared.END);
        finish(writing);
      }
    }
  }

  /// Asks a run to end after the documents that are being written; those in the stages are left.
  void stop() {
    stopping = true;
    Workers running = workers;
    if (running != null) {
      running.drop();
    }
  }

  /// The documents under suspicion, after those that earlier processes left in the stages.
  private Map<ArticleId, Integer> felled() {
    for (Set<ArticleId> left : UnderWay.leftBehind(store.folder())) {
      store.change(session -> suspect(session.failures(), left));
    }
    return store.read(session -> session.failures().felled());
  }

  /// Only of a suspect, which is read by itself and when the stages are warm, an end says much.
  private void suspect(FailureTable failures, Set<ArticleId> left) {
    ArticleId first = left.iterator().next();
    if (left.size() == 1 && failures.isSuspect(first)) {
      failures.felled(first, clock.instant());
    } else {
      failures.suspect(left, clock.instant());
    }
  }

  private static Prepared prepared(
      Given given, Map<ArticleId, Integer> felled, Function<Given, Prepared> prepare) {
    return felled.getOrDefault(given.identity().articleId(), 0) < FailureTable.SET_ASIDE
        ? prepare.apply(given)
        : new Prepared.Failed(given, Mishap.felled());
  }

  private static void finish(Future<?> writing) {
    try {
      writing.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int kilobytes(Given given) {
    return switch (given) {
      case Given.Document(RawDocument document) ->
          Math.min(MAX_KILOBYTES, 1 + document.bytes().length / 1000);
      case Given.Refused _ -> 1;
    };
  }

  private void writeAll(
      BlockingQueue<Future<Prepared>> queue,
      Workers workers,
      Semaphore room,
      Sink sink,
      Ingest.Listener listener) {
    Instant stepped = clock.instant();
    boolean more = true;
    try {
      while (more && !stopping) {
        List<Prepared> batch = new ArrayList<>();
        more = take(queue, workers, batch);
        write(batch, sink, listener);
        batch.forEach(prepared -> room.release(kilobytes(prepared.given())));
        if (Duration.between(stepped, clock.instant()).compareTo(STEP) > 0) {
          sink.step();
          stepped = clock.instant();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a document could not be prepared", e.getCause());
    } finally {
      room.release(MAX_KILOBYTES); // whatever ended this, the reader must not wait for room
    }
    sink.step();
  }

  private static void write(List<Prepared> batch, Sink sink, Ingest.Listener listener) {
    if (!batch.isEmpty()) {
      List<Outcome> outcomes = sink.write(batch);
      for (int i = 0; i < batch.size(); i++) {
        listener.recorded(batch.get(i).given(), outcomes.get(i));
      }
    }
  }

  /// Waits for one document, and for [#GATHERING] in all for those that follow it.
  ///
  /// @return false after the last
  private boolean take(BlockingQueue<Future<Prepared>> queue, Workers workers, List<Prepared> batch)
      throws InterruptedException, ExecutionException {
    Future<Prepared> next = queue.take();
    long end = System.nanoTime() + GATHERING.toNanos();
    while (next != null && next != Prepared.END) {
      try {
        batch.add(cleared(withRoom(withStore(next.get(), workers), workers), workers));
      } catch (CancellationException e) {
        LOG.debug("a document was left, since the run was stopped");
      }
      next = batch.size() < BATCH && isNextDone(queue, end) ? queue.poll() : null;
    }
    return next != Prepared.END;
  }

  /// Whether another document follows and has come out of the stages by `end`, or none follows.
  private static boolean isNextDone(BlockingQueue<Future<Prepared>> queue, long end)
      throws InterruptedException {
    Future<Prepared> next = queue.peek();
    if (next == null || next == Prepared.END) {
      return next != null;
    }
    try {
      next.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException | CancellationException e) {
      return true; // whoever takes it meets that again
    }
    return true;
  }

  /// What found the store away for a moment is no worse a document: it is read again if the store
  /// is there, which else ends the run, so that the document is taken in by the next one.
  private Prepared withStore(Prepared first, Workers workers)
      throws InterruptedException, ExecutionException {
    Prepared prepared = first;
    for (int tried = 0; tried < TRIES && failedBy(prepared, Mishap.Kind.STORE); tried++) {
      store.read(session -> session.articles().lastSequence());
      prepared = workers.alone(prepared.given()).get();
    }
    return prepared;
  }

  /// What has come out of the stages fells nobody, even if the process ends before it is written.
  private Prepared cleared(Prepared prepared, Workers workers) {
    if (workers.isSuspect(prepared.given()) && !(prepared instanceof Prepared.Failed)) {
      store.change(session -> session.failures().clear(prepared.given().identity().articleId()));
    }
    return prepared;
  }

  private static boolean failedBy(Prepared prepared, Mishap.Kind kind) {
    return prepared instanceof Prepared.Failed failed && failed.mishap().kind() == kind;
  }

  /// What the heap had no room for beside other documents may have room alone.
  private static Prepared withRoom(Prepared prepared, Workers workers)
      throws InterruptedException, ExecutionException {
    return failedBy(prepared, Mishap.Kind.HEAP) ? workers.alone(prepared.given()).get() : prepared;
  }
}
