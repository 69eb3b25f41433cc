package dev.assay.app;

import dev.assay.cli.terminal.Desk;
import dev.assay.ingest.BackfillPart;
import dev.assay.ingest.Worker;
import dev.assay.store.postgres.PostgresAddress;
import dev.assay.store.postgres.PostgresParts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The roles of a desk that several processes share.
final class SharedDesk implements Desk.Sharing {

  private final StoreSettings settings;
  private final PostgresAddress address;
  private final Supplier<OpenDesk> toWrite;
  private final Supplier<OpenDesk> toWork;

  /// @param settings with a store on a server
  SharedDesk(StoreSettings settings, Supplier<OpenDesk> toWrite, Supplier<OpenDesk> toWork) {
    this.settings = settings;
    this.address = Objects.requireNonNull(settings.store());
    this.toWrite = toWrite;
    this.toWork = toWork;
  }

  @Override
  public Desk.Running settle() {
    OpenDesk desk = toWrite.get();
    Duties duties = Duties.start(desk, settings, Desk.Duty.ALL);
    return () -> {
      duties.close();
      desk.close();
    };
  }

  @Override
  public int backfill(List<Path> files) {
    List<String> parts =
        files.stream()
            .flatMap(file -> BackfillPart.of(file).stream())
            .map(BackfillPart::key)
            .toList();
    settings.openToWrite(Path.of("")).close();
    PostgresParts.plan(address, parts);
    return parts.size();
  }

  @Override
  public Desk.Working work(Consumer<Desk.Done> listener) {
    return new Working(toWork.get(), listener);
  }

  private final class Working implements Desk.Working {
    private final OpenDesk desk;
    private final Consumer<Desk.Done> listener;
    private final PostgresParts parts;
    private final Following following;
    private volatile @Nullable Worker busy;
    private volatile boolean stopping;

    Working(OpenDesk desk, Consumer<Desk.Done> listener) {
      this.desk = desk;
      this.listener = listener;
      this.following = Following.start(address, desk.names()::reload);
      this.parts = PostgresParts.take(address, "worker " + UUID.randomUUID(), this::part);
    }

    private void part(String key, int tried) {
      Worker worker = desk.worker();
      busy = worker;
      Map<String, Long> outcomes = new TreeMap<>();
      BackfillPart part = BackfillPart.parse(key);
      worker.run(part, tried, (_, outcome) -> outcomes.merge(outcome.word(), 1L, Long::sum));
      busy = null;
      if (stopping) {
        throw new CancellationException("the worker was stopped; another goes on");
      }
      listener.accept(new Desk.Done(part.shown(), outcomes));
    }

    @Override
    public long waiting() {
      return PostgresParts.waiting(address);
    }

    /// Once: who is told to stop while it ends by itself is closed already.
    @Override
    public synchronized void close() {
      if (stopping) {
        return;
      }
      stopping = true;
      Worker worker = busy;
      if (worker != null) {
        worker.stop();
      }
      try (desk;
          following) {
        parts.close();
      }
    }
  }
}
