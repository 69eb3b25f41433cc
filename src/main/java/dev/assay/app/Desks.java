package dev.assay.app;

import dev.assay.access.Doors;
import dev.assay.app.handover.Handover;
import dev.assay.article.ExpectedFailure;
import dev.assay.cli.FolderServed;
import dev.assay.cli.terminal.Desk;
import dev.assay.cli.terminal.Finding;
import dev.assay.cli.terminal.Streams;
import dev.assay.index.meaning.Embedder;
import dev.assay.lexicon.Lexicon;
import dev.assay.mcp.McpServers;
import dev.assay.store.FolderTaken;
import dev.assay.store.Store;
import dev.assay.store.postgres.PostgresStore;
import dev.assay.store.sqlite.Restoring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Opens data folders for the command line.
final class Desks implements Desk.Opener {

  private final Lexicon lexicon;
  private final InstantSource clock;
  private final Supplier<Optional<Embedder>> embedder;
  private final String store;
  private final Set<String> neighbours;

  /// @param embedder asked when something is to be found by meaning
  Desks(Lexicon lexicon, InstantSource clock, Supplier<Optional<Embedder>> embedder) {
    this(lexicon, clock, embedder, "", Set.of());
  }

  private Desks(
      Lexicon lexicon,
      InstantSource clock,
      Supplier<Optional<Embedder>> embedder,
      String store,
      Set<String> neighbours) {
    this.lexicon = lexicon;
    this.clock = clock;
    this.embedder = embedder;
    this.store = store;
    this.neighbours = neighbours;
  }

  @Override
  public Desk.Opener at(String named) {
    return new Desks(lexicon, clock, embedder, named, neighbours);
  }

  @Override
  public Desk.Opener meeting(String place) {
    return new Desks(lexicon, clock, embedder, store, Set.of(place));
  }

  private StoreSettings settings(Path data) {
    return StoreSettings.read(data, System.getenv(), store);
  }

  @Override
  public Desk.Sharing sharing(Path data) {
    StoreSettings settings = settings(data);
    if (settings.store() == null) {
      throw new ExpectedFailure(
          "The desk in %s is kept in its folder, which one process serves: assay serve. Several share one on PostgreSQL: assay move --to postgres://USER@HOST/DATABASE, then --store with the same."
              .formatted(data));
    }
    return new SharedDesk(
        settings,
        () -> OpenDesk.toWrite(data, settings, lexicon, clock, embedder),
        () -> OpenDesk.toWork(data, settings, lexicon, clock, embedder));
  }

  @Override
  public List<String> move(Path data, String target, LongConsumer progress) {
    return new DeskMove(data, settings(data), StoreSettings.read(data, System.getenv(), target))
        .run(progress);
  }

  @Override
  public Lexicon lexicon() {
    return lexicon;
  }

  @Override
  public Desk toRead(Path data) {
    return OpenDesk.toRead(data, settings(data), lexicon, clock, embedder);
  }

  @Override
  public Desk toWrite(Path data) {
    StoreSettings settings = settings(data);
    if (settings.store() != null && Handover.isServed(data)) {
      throw new FolderServed(data);
    }
    try {
      return OpenDesk.toWrite(data, settings, lexicon, clock, embedder).meeting(neighbours);
    } catch (FolderTaken e) {
      throw Handover.isServed(data) ? new FolderServed(data) : e;
    }
  }

  @Override
  public int handOver(Path data, Streams streams, String[] arguments) {
    return Handover.run(data, streams, arguments)
        .orElseThrow(
            () ->
                new ExpectedFailure(
                    "The server of %s was just stopped. Run the command again.".formatted(data)));
  }

  @Override
  public long reindex(Path data, LongConsumer progress) {
    try (Store store = openedToWrite(data)) {
      return StoreIndex.remake(store, settings(data), lexicon, clock, progress);
    }
  }

  @Override
  public <T> T doors(Path data, Function<Doors, T> work) {
    try (Store store = settings(data).openBeside(data)) {
      return work.apply(Doors.of(store, clock, System.getenv()));
    }
  }

  private Store openedToWrite(Path data) {
    try {
      return settings(data).openToWrite(data);
    } catch (FolderTaken e) {
      throw Handover.isServed(data) ? new FolderServed(data) : e;
    }
  }

  @Override
  public List<Finding> examine(Path data) {
    return new Checkup(data, settings(data), lexicon, clock, System.getenv()).findings();
  }

  @Override
  public Map<String, Object> counts(Path data) {
    try (Desk desk = toRead(data)) {
      return desk.upkeep().counts();
    } catch (ExpectedFailure e) {
      return Map.of();
    }
  }

  @Override
  public void restore(Path data, Path backup) {
    StoreSettings settings = settings(data);
    if (settings.store() == null) {
      Restoring.restore(data, backup, restored -> reindex(restored, _ -> {}));
    } else {
      PostgresStore.restore(settings.store(), backup);
      reindex(data, _ -> {});
    }
  }

  @Override
  public void serveTools(Desk desk, InputStream in, OutputStream out) throws InterruptedException {
    new McpServers(((OpenDesk) desk).toolbox(), desk.doors().accounts().audit()).serve(in, out);
  }

  @Override
  public Desk.Serving serve(Desk desk, Desk.Listening listening) {
    try {
      return Server.start(
          (OpenDesk) desk,
          settings(((OpenDesk) desk).folder()),
          listening,
          new GuestDesks((OpenDesk) desk, lexicon, clock));
    } catch (IOException e) {
      desk.close();
      throw new ExpectedFailure(
          "Port %d cannot be used: %s. Name another with --port N, or 0 for any."
              .formatted(listening.port(), e.getMessage()),
          e);
    }
  }
}
