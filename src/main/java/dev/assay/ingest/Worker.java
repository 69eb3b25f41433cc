package dev.assay.ingest;

import dev.assay.store.Store;
import java.time.InstantSource;
import java.util.Iterator;

/// One of any number of processes that read documents for one desk. It stores what needs no other
/// document, and leaves the rest to the [Settler]: copies, the order of changes, the ledger. Index
/// and pages see an article when it is settled.
///
/// A document is acknowledged when its transaction is on the disk. One that was acknowledged before
/// is passed over, so that the work of a worker that was killed can be done again by another.
public final class Worker {

  private final Preparation preparation;
  private final Recording recording;
  private final Pipeline pipeline;

  public Worker(Store store, Stages stages, InstantSource clock) {
    this.preparation = new Preparation(store, stages);
    this.recording = new Recording(store, stages, clock);
    this.pipeline = new Pipeline(store, Budget.SHIPPED, clock);
  }

  /// Takes in all that `documents` gives, and returns when it is stored.
  ///
  /// @throws dev.assay.store.StoreException if the database cannot be reached; what was
  ///   acknowledged is kept
  public void run(Iterator<Given> documents, Ingest.Listener listener) {
    pipeline.run(documents, preparation::prepare, recording::recordBeside, listener);
  }

  /// Asks a run to end after the documents that are being written.
  public void stop() {
    pipeline.stop();
  }
}
