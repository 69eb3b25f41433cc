package dev.assay.ingest;

import dev.assay.article.ArticleId;
import dev.assay.article.Outcome;
import dev.assay.ingest.input.Given;
import dev.assay.ingest.input.Inputs;
import dev.assay.ingest.input.OneByOne;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Takes in what pages and programs hand in beside the command line: uploads and addresses. Safe
/// for use by many threads; one run at a time goes through the stages, the others wait their turn.
public final class Intake {

  /// Runs that are remembered, so that a page can show what became of them.
  private static final int MOST_RUNS = 100;

  private final Supplier<Ingest> ingest;
  private final Supplier<Inputs> inputs;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Map<Integer, Run> runs = new LinkedHashMap<>();
  private int lastRun;

  /// @param ingest makes the stages, with the names as they are when a run begins
  public Intake(Supplier<Ingest> ingest, Supplier<Inputs> inputs, InstantSource clock) {
    this.ingest = ingest;
    this.inputs = inputs;
    this.clock = clock;
  }

  /// What somebody hands in.
  public sealed interface HandedIn {

    /// A file.
    ///
    /// @param name of the file where it came from; its ending says what it is
    record Upload(String name, byte[] bytes) implements HandedIn {}

    /// A page or a feed.
    ///
    /// @param address as it was written
    record Address(String address) implements HandedIn {}
  }

  /// What became of one document.
  ///
  /// @param document its file name or address
  /// @param of the place among what was handed in together of what it came of, from 0; -1 if that
  ///   is not known
  public record Line(String document, Outcome outcome, int of) {}

  /// How far a run is.
  ///
  /// @param named how many things were handed in; a feed among them is more than one document
  /// @param problem why it broke off, for a person; empty if it did not
  public record State(
      int id, Instant started, int named, List<Line> lines, boolean ended, String problem) {}

  /// Begins to take these in.
  ///
  /// @return the run's number, for [#state]
  public int start(List<HandedIn> handedIn) {
    Run run = opened(handedIn.size());
    Thread.startVirtualThread(() -> run(run, handedIn));
    return run.id;
  }

  /// Takes these in and waits for it.
  public State run(List<HandedIn> handedIn) {
    Run run = opened(handedIn.size());
    run(run, handedIn);
    return run.state();
  }

  /// A run that is remembered.
  public Optional<State> state(int id) {
    synchronized (runs) {
      return Optional.ofNullable(runs.get(id)).map(Run::state);
    }
  }

  private Run opened(int named) {
    synchronized (runs) {
      Run run = new Run(++lastRun, clock.instant(), named);
      runs.put(run.id, run);
      Iterator<Integer> oldest = runs.keySet().iterator();
      if (runs.size() > MOST_RUNS) {
        oldest.next();
        oldest.remove();
      }
      return run;
    }
  }

  private void run(Run run, List<HandedIn> handedIn) {
    turn.lock();
    try (Stream<Given> given =
        OneByOne.flat(
            IntStream.range(0, handedIn.size()).iterator(),
            place -> given(handedIn.get(place)).peek(one -> run.comes(one, place)))) {
      ingest.get().run(given.iterator(), run::took);
      run.end("");
    } catch (RuntimeException | Error e) { // whoever asks how far it is must not wait for ever
      run.end(String.valueOf(e.getMessage()));
      throw e;
    } finally {
      turn.unlock();
    }
  }

  private Stream<Given> given(HandedIn one) {
    return switch (one) {
      case HandedIn.Upload(String name, byte[] bytes) -> inputs.get().ofUpload(name, bytes);
      case HandedIn.Address(String address) -> inputs.get().ofAddress(address);
    };
  }

  /// One run, while it goes on and after.
  private static final class Run {
    private final int id;
    private final Instant started;
    private final int named;
    private final List<Line> lines = new ArrayList<>();
    private final Map<ArticleId, Integer> places = new HashMap<>();
    private boolean ended;
    private String problem = "";

    Run(int id, Instant started, int named) {
      this.id = id;
      this.started = started;
      this.named = named;
    }

    synchronized void comes(Given given, int place) {
      places.put(given.identity().articleId(), place);
    }

    synchronized void took(Given given, Outcome outcome) {
      int place = places.getOrDefault(given.identity().articleId(), -1);
      lines.add(new Line(Inputs.named(given.identity()), outcome, place));
    }

    synchronized void end(String reason) {
      ended = true;
      problem = reason;
    }

    synchronized State state() {
      return new State(id, started, named, List.copyOf(lines), ended, problem);
    }
  }
}
