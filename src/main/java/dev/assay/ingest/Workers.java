package dev.assay.ingest;

import dev.assay.article.ArticleId;
import dev.assay.article.ExpectedFailure;
import dev.assay.ingest.input.Given;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes documents through the stages on all cores, so that whatever a stage does to one of them
/// (throws, runs out of heap or stack, never ends) is that document's outcome and no other's.
///
/// A thread that does not come back within its document's [Budget] of processor time is left behind
/// as a daemon and another takes its place: a document must not be given up because the machine has
/// other things to do. One that waits, and takes no processor time, has ten times as long. Large
/// documents, and those under suspicion, are read while no other is.
final class Workers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private static final long STACK_BYTES = 4L << 20;
  private static final long LOOK_MILLIS = 100;

  /// By the clock, a document has its budget of processor time so often.
  private static final int PATIENCE = 10;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// Threads left behind still take time from the others: with so many a run ends.
  private static final int MOST_LOST = 8;

  private final Function<Given, Prepared> stages;
  private final Budget budget;
  private final UnderWay underWay;
  private final Set<ArticleId> suspects;
  private final int size = Runtime.getRuntime().availableProcessors();
  private final Semaphore turns = new Semaphore(size, true);
  private final BlockingDeque<Task> queue = new LinkedBlockingDeque<>();
  private final Map<Task, Thread> running = new ConcurrentHashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger lost = new AtomicInteger();
  private final Thread watch;
  private volatile boolean closed;

  /// @param stages what is done with each document; may do anything but end the process
  /// @param suspects documents that were under way when a process ended
  Workers(
      Function<Given, Prepared> stages, Budget budget, UnderWay underWay, Set<ArticleId> suspects) {
    this.stages = stages;
    this.budget = budget;
    this.underWay = underWay;
    this.suspects = suspects;
    for (int i = 0; i < size; i++) {
      startOne();
    }
    watch = Thread.ofPlatform().daemon().name("stages watch").start(this::watch);
  }

  /// One document in the stages.
  private final class Task {
    final Given given;
    final CompletableFuture<Prepared> result = new CompletableFuture<>();
    final int turnsTaken;
    private final long limit;
    private long begun;
    private long used;

    Task(Given given, boolean alone) {
      this.given = given;
      this.turnsTaken = alone ? size : 1;
      this.limit = budget.of(given).toNanos();
    }

    /// Called by the thread that takes it through the stages.
    void begin() {
      begun = System.nanoTime();
      used = THREADS.getCurrentThreadCpuTime();
      running.put(this, Thread.currentThread());
    }

    boolean isLate(Thread thread) {
      long past = System.nanoTime() - begun;
      return past > limit
          && (past > PATIENCE * limit
              || THREADS.getThreadCpuTime(thread.threadId()) - used > limit);
    }

    /// @return false if it was given up before
    boolean end(Prepared prepared) {
      boolean first = running.remove(this) != null;
      if (first) {
        turns.release(turnsTaken);
        result.complete(prepared);
      }
      return first;
    }
  }

  /// @throws ExpectedFailure if too many documents of this run never came to an end
  Future<Prepared> submit(Given given) {
    return submit(new Task(given, budget.isLarge(given) || isSuspect(given)), queue::addLast);
  }

  /// Whether it was under way when a process ended.
  boolean isSuspect(Given given) {
    return suspects.contains(given.identity().articleId());
  }

  /// As [#submit], at once and while no other document is in the stages.
  Future<Prepared> alone(Given given) {
    return submit(new Task(given, true), queue::addFirst);
  }

  private Future<Prepared> submit(Task task, Consumer<Task> place) {
    if (lost.get() >= MOST_LOST) {
      throw new ExpectedFailure(
          "%d documents of this run never came to an end; what was taken in before is kept. Run the same command again: it goes on after them."
              .formatted(MOST_LOST));
    }
    place.accept(task);
    return task.result;
  }

  /// Takes back all that is not done: what is in the stages goes on, and nobody waits for it.
  void drop() {
    for (Task task = queue.poll(); task != null; task = queue.poll()) {
      task.result.cancel(false);
    }
    running.keySet().forEach(task -> task.result.cancel(false));
  }

  private void startOne() {
    Thread thread = new Thread(null, this::work, "stages", STACK_BYTES);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void work() {
    int place = underWay.place();
    try {
      while (!closed) {
        Task task = queue.take();
        turns.acquire(task.turnsTaken);
        task.begin();
        underWay.begin(place, task.given.identity().articleId());
        Prepared prepared = prepare(task.given);
        underWay.end(place);
        if (!task.end(prepared)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Prepared prepare(Given given) {
    try {
      return stages.apply(given);
    } catch (Throwable e) { // whatever it is, it is this document's
      Mishap mishap = Mishap.of(e);
      LOG.debug("document {} failed in {}", given.identity().articleId(), mishap.stage(), e);
      return new Prepared.Failed(given, mishap);
    }
  }

  private void watch() {
    try {
      while (!closed) {
        Thread.sleep(LOOK_MILLIS);
        running.forEach(this::endIfLate);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endIfLate(Task task, Thread thread) {
    if (task.isLate(thread)) {
      Duration limit = budget.of(task.given);
      Mishap mishap = Mishap.late(limit, thread.getStackTrace());
      if (task.end(new Prepared.Failed(task.given, mishap))) {
        LOG.warn("document {}: {}", task.given.identity().articleId(), mishap.reason());
        lost.incrementAndGet();
        thread.interrupt();
        startOne();
      }
    }
  }

  /// Ends the workers, which have nothing to do any more; those that are lost are left to
  /// themselves.
  @Override
  public void close() {
    closed = true;
    drop();
    watch.interrupt();
    threads.forEach(Thread::interrupt);
  }
}
