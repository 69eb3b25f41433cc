package dev.assay.app;

import dev.assay.ingest.Worker;
import dev.assay.lexicon.Lexicon;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// A [Worker] of a desk on PostgreSQL, for whoever hands out documents in another way than `assay
/// work` does.
public final class OpenWorker implements AutoCloseable {

  private final OpenDesk desk;
  private final Worker worker;

  private OpenWorker(OpenDesk desk) {
    this.desk = desk;
    this.worker = desk.worker();
  }

  /// Opens a desk for one worker.
  ///
  /// @param data a folder of this worker's own
  /// @param store `postgres://...`
  /// @param lexicon shared by all workers of a process
  public static OpenWorker at(Path data, String store, Lexicon lexicon) {
    return new OpenWorker(
        OpenDesk.toWork(
            data,
            StoreSettings.read(data, Map.of(), store),
            lexicon,
            InstantSource.system(),
            Optional::empty));
  }

  public Worker worker() {
    return worker;
  }

  @Override
  public void close() {
    desk.close();
  }
}
