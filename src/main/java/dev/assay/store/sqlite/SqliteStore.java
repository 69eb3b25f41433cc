package dev.assay.store.sqlite;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.assay.store.OwnFiles;
import dev.assay.store.PastStore;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// One data folder, opened for writing by one process or for reading by any number.
///
/// SQLite in write-ahead mode with `synchronous=FULL`: when [#write] returns, the transaction is on
/// the disk, and readers never wait for the writer. Safe for use by many threads; writes take
/// turns.
public final class SqliteStore implements Store {

  private static final int BUSY_MILLIS = 10_000;
  private static final int READERS = 16;

  private static final PastStore.Words WORDS = new PastStore.Words("main", "blob", "integer");

  private final Path folder;
  private final boolean writable;
  private final WriterLock lock;
  private final HikariDataSource readers;
  private final Jdbi reading;
  private final Handle writing;
  private final ReentrantLock writeTurn = new ReentrantLock();

  private SqliteStore(Path folder, boolean writable, WriterLock lock) {
    this.folder = folder;
    this.writable = writable;
    this.lock = lock;
    this.readers = pool(folder);
    this.reading = Jdbi.create(readers);
    this.writing = writable ? writing(folder) : reading.open();
  }

  /// The one connection that writes, open as long as the store.
  private static Handle writing(Path folder) {
    Jdbi jdbi = Jdbi.create(source(folder, false));
    jdbi.setStatementBuilderFactory(KeptStatements.FACTORY);
    return jdbi.open();
  }

  /// Opens `folder` for writing, making or migrating it first.
  ///
  /// @throws StoreException if another process writes to the folder, or it cannot be made
  public static SqliteStore openToWrite(Path folder) {
    try {
      OwnFiles.makeFolder(folder);
    } catch (IOException e) {
      throw new StoreException(
          "The data folder %s cannot be made (%s: %s). Name another with --data DIR."
              .formatted(folder, e.getClass().getSimpleName(), e.getMessage()),
          e);
    }
    WriterLock lock = WriterLock.take(folder);
    try {
      return SqliteFailure.said(
          folder,
          () -> {
            migrate(folder);
            return new SqliteStore(folder, true, lock);
          });
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Opens `folder` for reading, beside a process that may be writing to it.
  ///
  /// @throws StoreException if there is no data in the folder, or it is of another version
  public static SqliteStore openToRead(Path folder) {
    if (!Files.exists(database(folder))) {
      throw new StoreException(
          "There is no data in %s yet. Import something first: assay import FILE"
              .formatted(folder));
    }
    checkNotEmpty(folder);
    int version = SqliteFailure.said(folder, () -> version(folder));
    if (version < SCHEMA_VERSION) {
      throw new StoreException(
          "The data in %s are of version %d, this program reads version %d. Run any writing command once, such as assay import, to bring them up."
              .formatted(folder, version, SCHEMA_VERSION));
    }
    checkNotNewer(folder, version);
    return SqliteFailure.said(folder, () -> new SqliteStore(folder, false, WriterLock.none()));
  }

  /// Opens `folder` to change what no index follows, such as accounts, beside a process that may be
  /// writing to it; makes or migrates it first if nobody does.
  ///
  /// @throws StoreException if the folder cannot be made, or is of another version and in use
  public static SqliteStore openBeside(Path folder) {
    if (!Files.exists(database(folder)) || version(folder) != SCHEMA_VERSION) {
      openToWrite(folder).close();
    }
    return SqliteFailure.said(folder, () -> new SqliteStore(folder, true, WriterLock.none()));
  }

  /// @throws StoreException if a newer program wrote the data: neither read nor written by this one
  private static void checkNotNewer(Path folder, int version) {
    if (version > SCHEMA_VERSION) {
      throw new StoreException(
          "The data in %s are of version %d, this program reads version %d. Use the newer program that wrote them."
              .formatted(folder, version, SCHEMA_VERSION));
    }
  }

  /// A database of no bytes beside an index that has been written is one that was lost, not a new
  /// one.
  private static void checkNotEmpty(Path folder) {
    try {
      if (Files.exists(database(folder))
          && Files.size(database(folder)) == 0
          && Files.exists(folder.resolve("index"))) {
        throw new StoreException(
            "The database in %s is empty: its file has no bytes. Delete it and restore your last backup (assay restore FILE), or name another folder with --data DIR."
                .formatted(folder));
      }
    } catch (IOException e) {
      throw new StoreException(
          "The database in %s cannot be read: %s.".formatted(folder, e.getMessage()), e);
    }
  }

  /// Whether a file begins as SQLite's do.
  static boolean isDatabase(Path file) {
    byte[] mark = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(mark.length), mark);
    } catch (IOException e) {
      return false;
    }
  }

  /// Whether a process writes to `folder`, this one included.
  public static boolean isInUse(Path folder) {
    return Files.isWritable(folder) && WriterLock.isTaken(folder);
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public <T> T read(Function<Session, T> work) {
    return SqliteFailure.said(
        folder, () -> reading.inTransaction(handle -> work.apply(new Session(handle))));
  }

  @Override
  public Store asOf(Instant at) {
    return new PastStore(this, source(folder, true), WORDS, at);
  }

  @Override
  public <T> T readOnce(Function<Session, T> work) {
    return SqliteFailure.said(
        folder, () -> reading.withHandle(handle -> work.apply(new Session(handle))));
  }

  @Override
  public <T> T write(Function<Session, T> work) {
    if (!writable) {
      throw new IllegalStateException("store was opened to read");
    }
    writeTurn.lock();
    try {
      return SqliteFailure.said(
          folder, () -> writing.inTransaction(handle -> work.apply(new Session(handle))));
    } finally {
      writeTurn.unlock();
    }
  }

  @Override
  public <T> T writeBeside(Function<Session, T> work) {
    return write(work);
  }

  @Override
  public void copyTo(Path target) {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      OwnFiles.makeFile(part);
      SqliteFailure.said(folder, () -> vacuumInto(part));
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StoreException(
          "The backup %s cannot be written (%s: %s). Name another file."
              .formatted(target, e.getClass().getSimpleName(), e.getMessage()),
          e);
    } finally {
      forget(part);
    }
  }

  /// A connection of its own: the pool's may not write, not even another file.
  private boolean vacuumInto(Path target) {
    Jdbi.create(source(folder, true))
        .useHandle(handle -> handle.execute("vacuum into ?", target.toString()));
    return true;
  }

  private static void forget(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      return; // the next backup writes over it
    }
  }

  @Override
  public List<String> integrityProblems() {
    return SqliteFailure.said(
        folder,
        () ->
            reading.withHandle(
                handle ->
                    handle.createQuery("pragma quick_check").mapTo(String.class).list().stream()
                        .filter(line -> !line.equals("ok"))
                        .toList()));
  }

  /// Waits for the transaction that is under way; a later one is refused.
  @Override
  public void close() {
    writeTurn.lock();
    try {
      writing.close();
      readers.close();
      lock.close();
    } finally {
      writeTurn.unlock();
    }
  }

  static Path database(Path folder) {
    return folder.resolve("assay.db");
  }

  private static SQLiteDataSource source(Path folder, boolean queryOnly) {
    if (isSealed(folder)) {
      SQLiteDataSource sealed = new SQLiteDataSource(new SQLiteConfig());
      sealed.setUrl("jdbc:sqlite:" + database(folder).toUri() + "?immutable=1");
      return sealed;
    }
    return source(database(folder), config(queryOnly));
  }

  /// Whether this process cannot write to a folder, and no writer is at work there or left
  /// anything: the last one that closes the database removes the log beside it. Then it can be read
  /// without the files by which readers and writers agree.
  private static boolean isSealed(Path folder) {
    return Files.exists(database(folder))
        && !Files.isWritable(folder)
        && !Files.exists(folder.resolve("assay.db-wal"));
  }

  static SQLiteDataSource source(Path database, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + database);
    return source;
  }

  static SQLiteConfig config(boolean queryOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setGetGeneratedKeys(false); // ids are ours: one query less after each change
    config.setTransactionMode(
        queryOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
    return config;
  }

  private static HikariDataSource pool(Path folder) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source(folder, true));
    config.setConnectionInitSql("pragma query_only=on");
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private static void migrate(Path folder) {
    checkNotEmpty(folder);
    if (!Files.exists(database(folder))) {
      make(folder);
      return;
    }
    int version = version(folder);
    checkNotNewer(folder, version);
    if (version != SCHEMA_VERSION) {
      Migrations.run(source(folder, false));
    }
  }

  private static void make(Path folder) {
    try {
      Migrations.make(folder);
    } catch (IOException e) {
      throw SqliteFailure.told(folder, e)
          .orElseGet(
              () ->
                  new StoreException(
                      "The database %s cannot be made: %s."
                          .formatted(database(folder), e.getMessage()),
                      e));
    }
  }

  private static int version(Path folder) {
    return Jdbi.create(source(folder, false))
        .withHandle(handle -> handle.createQuery("pragma user_version").mapTo(Integer.class).one());
  }
}
