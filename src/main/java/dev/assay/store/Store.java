package dev.assay.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// One data folder, opened for writing by one process or for reading by any number.
///
/// SQLite in write-ahead mode with `synchronous=FULL`: when [#write] returns, the transaction is on
/// the disk, and readers never wait for the writer. Safe for use by many threads; writes take
/// turns.
public final class Store implements AutoCloseable {

  /// The schema that this program reads and writes; raised with each file in `db/`.
  private static final int SCHEMA_VERSION = 30;

  private static final int BUSY_MILLIS = 10_000;
  private static final int READERS = 16;

  private final Path folder;
  private final boolean writable;
  private final WriterLock lock;
  private final HikariDataSource readers;
  private final Jdbi reading;
  private final Handle writing;
  private final ReentrantLock writeTurn = new ReentrantLock();

  private Store(Path folder, boolean writable, WriterLock lock) {
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
  public static Store openToWrite(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          "The data folder %s cannot be made: %s.".formatted(folder, e.getMessage()), e);
    }
    WriterLock lock = WriterLock.take(folder);
    try {
      migrate(folder);
      return new Store(folder, true, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Opens `folder` for reading, beside a process that may be writing to it.
  ///
  /// @throws StoreException if there is no data in the folder, or it is of another version
  public static Store openToRead(Path folder) {
    if (!Files.exists(database(folder))) {
      throw new StoreException(
          "There is no data in %s yet. Import something first: assay import FILE"
              .formatted(folder));
    }
    int version = version(folder);
    if (version != SCHEMA_VERSION) {
      throw new StoreException(
          "The data in %s are of version %d, this program reads version %d. %s"
              .formatted(
                  folder,
                  version,
                  SCHEMA_VERSION,
                  version < SCHEMA_VERSION
                      ? "Run any writing command once, such as assay import, to bring them up."
                      : "Use the newer program that wrote them."));
    }
    return new Store(folder, false, WriterLock.none());
  }

  /// Opens `folder` to change what no index follows, such as accounts, beside a process that may be
  /// writing to it; makes or migrates it first if nobody does.
  ///
  /// @throws StoreException if the folder cannot be made, or is of another version and in use
  public static Store openBeside(Path folder) {
    if (!Files.exists(database(folder)) || version(folder) != SCHEMA_VERSION) {
      openToWrite(folder).close();
    }
    return new Store(folder, true, WriterLock.none());
  }

  /// Makes a data folder of a file that [#copyTo] wrote. The index is not made.
  ///
  /// @throws StoreException if the folder holds data already, or the file is no backup
  public static void restore(Path folder, Path backup) {
    if (Files.exists(database(folder))) {
      throw new StoreException(
          "There is data in %s already. Name an empty folder with --data DIR.".formatted(folder));
    }
    if (!isDatabase(backup)) {
      throw new StoreException("%s is no backup that assay backup wrote.".formatted(backup));
    }
    try {
      Files.createDirectories(folder);
      Path incoming = folder.resolve("assay.db.incoming");
      Files.copy(backup, incoming, StandardCopyOption.REPLACE_EXISTING);
      Files.move(incoming, database(folder), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be restored into %s: %s.".formatted(backup, folder, e.getMessage()), e);
    }
  }

  private static boolean isDatabase(Path file) {
    byte[] mark = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(mark.length), mark);
    } catch (IOException e) {
      return false;
    }
  }

  public Path folder() {
    return folder;
  }

  /// Runs `work` on a consistent view of the store.
  public <T> T read(Function<Session, T> work) {
    return reading.inTransaction(handle -> work.apply(new Session(handle)));
  }

  /// Runs `work`, which asks one thing: a consistent view by itself, so that no transaction is
  /// opened for it.
  public <T> T readOnce(Function<Session, T> work) {
    return reading.withHandle(handle -> work.apply(new Session(handle)));
  }

  /// Runs `work` as one transaction. When this returns, it is on the disk; if `work` throws,
  /// nothing is kept.
  ///
  /// @throws StoreException if the disk is full
  public <T> T write(Function<Session, T> work) {
    if (!writable) {
      throw new IllegalStateException("store was opened to read");
    }
    writeTurn.lock();
    try {
      return writing.inTransaction(handle -> work.apply(new Session(handle)));
    } catch (RuntimeException e) {
      throw isDiskFull(e) ? StoreException.diskFull(folder, e) : e;
    } finally {
      writeTurn.unlock();
    }
  }

  /// As [#write(Function)], for work without a result.
  public void change(Consumer<Session> work) {
    write(
        session -> {
          work.accept(session);
          return true;
        });
  }

  /// Writes a consistent copy of the database to `target`, which must not exist.
  public void copyTo(Path target) {
    // A connection of its own: the pool's may not write, not even another file.
    Jdbi.create(source(folder, true))
        .useHandle(handle -> handle.execute("vacuum into ?", target.toString()));
  }

  /// What SQLite's own check finds wrong: empty if the file is sound.
  public List<String> integrityProblems() {
    return reading.withHandle(
        handle ->
            handle.createQuery("pragma quick_check").mapTo(String.class).list().stream()
                .filter(line -> !line.equals("ok"))
                .toList());
  }

  @Override
  public void close() {
    writing.close();
    readers.close();
    lock.close();
  }

  static Path database(Path folder) {
    return folder.resolve("assay.db");
  }

  private static SQLiteDataSource source(Path folder, boolean queryOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setGetGeneratedKeys(false); // ids are ours: one query less after each change
    config.setTransactionMode(
        queryOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + database(folder));
    return source;
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
    if (Files.exists(database(folder)) && version(folder) == SCHEMA_VERSION) {
      return;
    }
    Flyway.configure()
        .dataSource(source(folder, false))
        .locations("classpath:db/sqlite")
        .load()
        .migrate();
    Jdbi.create(source(folder, false))
        .useHandle(handle -> handle.execute("pragma user_version=" + SCHEMA_VERSION));
  }

  private static int version(Path folder) {
    return Jdbi.create(source(folder, false))
        .withHandle(handle -> handle.createQuery("pragma user_version").mapTo(Integer.class).one());
  }

  private static boolean isDiskFull(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException e && e.getResultCode() == SQLiteErrorCode.SQLITE_FULL
          || cause instanceof SQLException sql
              && sql.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code) {
        return true;
      }
    }
    return false;
  }
}
