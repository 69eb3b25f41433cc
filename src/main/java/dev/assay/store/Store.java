package dev.assay.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// What Assay keeps: one SQLite file in a data folder, which one process writes (`store.sqlite`),
/// or a PostgreSQL database that any number of processes share (`store.postgres`).
///
/// Both run the same statements: the `...Table` classes are portable SQL, and what the two
/// databases say differently stands in `db/`. When [#write] returns, the transaction is on the
/// disk; readers never wait for a writer. Safe for use by many threads.
public interface Store extends AutoCloseable {

  /// The schema that this program reads and writes: the highest number in `db/sqlite`, and in
  /// `db/postgresql`.
  int SCHEMA_VERSION = 261;

  /// The folder of this desk on this machine.
  Path folder();

  /// Runs `work` on a consistent view of the store.
  <T> T read(Function<Session, T> work);

  /// This store as it was known at a moment, to read. What was deleted since is not in it, and what
  /// better rules read since is told by those. Close it; this store stays open.
  Store asOf(Instant at);

  /// Runs `work`, which asks one thing: a consistent view by itself, so that no transaction is
  /// opened for it.
  <T> T readOnce(Function<Session, T> work);

  /// Runs `work` as one transaction. When this returns, it is on the disk; if `work` throws,
  /// nothing is kept. Such transactions exclude each other, whatever process they are of: each sees
  /// all that was written before it.
  ///
  /// @throws StoreException if the disk is full
  <T> T write(Function<Session, T> work);

  /// As [#write], for work that stores new rows of its own and decides nothing by the rows of
  /// others: it may go on beside the work of other processes. It is run again after a clash.
  <T> T writeBeside(Function<Session, T> work);

  /// As [#write(Function)], for work without a result.
  default void change(Consumer<Session> work) {
    write(
        session -> {
          work.accept(session);
          return true;
        });
  }

  /// Writes a consistent copy of all that is kept to `target`, which must not exist. It stands
  /// there whole or not at all.
  void copyTo(Path target);

  /// What the database's own check finds wrong: empty if it is sound.
  List<String> integrityProblems();

  /// Waits for the transaction that is under way; a later one is refused.
  @Override
  void close();
}
