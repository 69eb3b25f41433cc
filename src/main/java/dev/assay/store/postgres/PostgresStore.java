package dev.assay.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.assay.store.FolderTaken;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL database, opened by one process that decides what needs more than one document,
/// or by any number of others beside it.
///
/// Who decides holds an advisory lock of the very session that it writes in: if the process dies or
/// is cut off, the database ends session, transaction and lock together, and another may follow.
/// After a restart of the database the next call connects anew.
public final class PostgresStore implements Store {

  private static final int READERS = 16;
  private static final int WAIT_MILLIS = 10_000;

  private final PostgresAddress address;
  private final Path folder;
  private final Standing standing;
  private final HikariDataSource readers;
  private final Jdbi reading;
  private final ReentrantLock writeTurn = new ReentrantLock();
  private @Nullable Handle writing;

  /// What a process may do with the database.
  private enum Standing {
    READS,
    WRITES_BESIDE,
    DECIDES
  }

  private PostgresStore(PostgresAddress address, Path folder, Standing standing) {
    this.address = address;
    this.folder = folder;
    this.standing = standing;
    this.readers = pool(address);
    this.reading = Jdbi.create(readers);
  }

  /// Opens a database as the one process that decides, making or migrating its tables first.
  ///
  /// @throws StoreException if another process decides, or the database cannot be reached
  public static PostgresStore openToWrite(PostgresAddress address, Path folder) {
    return PostgresFailure.said(
        address,
        () -> {
          PostgresStore store = new PostgresStore(address, folder, Standing.DECIDES);
          try {
            store.handle();
            migrate(address);
            return store;
          } catch (RuntimeException e) {
            store.close();
            throw e;
          }
        });
  }

  /// Opens a database to change what nobody must decide about, beside all others.
  ///
  /// @throws StoreException if there is no desk in it, or one of another version
  public static PostgresStore openBeside(PostgresAddress address, Path folder) {
    return opened(address, folder, Standing.WRITES_BESIDE);
  }

  /// Opens a database for reading.
  ///
  /// @throws StoreException if there is no desk in it, or one of another version
  public static PostgresStore openToRead(PostgresAddress address, Path folder) {
    return opened(address, folder, Standing.READS);
  }

  private static PostgresStore opened(PostgresAddress address, Path folder, Standing standing) {
    int version = PostgresFailure.said(address, () -> version(address));
    if (version == 0) {
      throw new StoreException(
          "There is no data in %s yet. Import something first: assay import FILE"
              .formatted(address.shown()));
    }
    if (version != SCHEMA_VERSION) {
      throw new StoreException(
          "The data in %s are of version %d, this program reads version %d. %s"
              .formatted(
                  address.shown(),
                  version,
                  SCHEMA_VERSION,
                  version < SCHEMA_VERSION
                      ? "Run any writing command once, such as assay import, to bring them up."
                      : "Use the newer program that wrote them."));
    }
    return new PostgresStore(address, folder, standing);
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public <T> T read(Function<Session, T> work) {
    return PostgresFailure.said(
        address, () -> reading.inTransaction(handle -> work.apply(new Session(handle))));
  }

  @Override
  public <T> T readOnce(Function<Session, T> work) {
    return PostgresFailure.said(
        address, () -> reading.withHandle(handle -> work.apply(new Session(handle))));
  }

  @Override
  public <T> T write(Function<Session, T> work) {
    if (standing == Standing.READS) {
      throw new IllegalStateException("store was opened to read");
    }
    writeTurn.lock();
    try {
      return PostgresFailure.said(
          address, () -> handle().inTransaction(handle -> work.apply(new Session(handle))));
    } catch (RuntimeException e) {
      if (PostgresFailure.isLost(e)) {
        disconnect();
      }
      throw e;
    } finally {
      writeTurn.unlock();
    }
  }

  /// The one connection that this process writes over; made anew after it was lost, with its lock.
  private Handle handle() {
    if (readers.isClosed()) {
      throw new IllegalStateException("store was closed");
    }
    Handle open = writing;
    if (open == null) {
      open = Jdbi.create(address.primary()).open();
      if (standing == Standing.DECIDES && !takesLock(open)) {
        open.close();
        throw new FolderTaken(address.shown());
      }
      writing = open;
    }
    return open;
  }

  private static boolean takesLock(Handle handle) {
    return handle
        .createQuery(
            "select pg_try_advisory_lock(hashtextextended('assay ' || current_schema(), 0))")
        .mapTo(Boolean.class)
        .one();
  }

  /// The server may end a session a moment after its client left it: the lock is given back first.
  private void disconnect() {
    Handle open = writing;
    writing = null;
    if (open != null) {
      try (open) {
        open.execute("select pg_advisory_unlock_all()");
      } catch (RuntimeException e) {
        return; // it was lost already
      }
    }
  }

  @Override
  public void copyTo(Path target) {
    throw new StoreException("not yet");
  }

  /// What the server found wrong by the checksums of its pages since its counts began.
  @Override
  public List<String> integrityProblems() {
    return readOnce(
        session ->
            session
                .handle()
                .createQuery(
                    "select coalesce(checksum_failures, 0) from pg_stat_database"
                        + " where datname = current_database()")
                .mapTo(Long.class)
                .stream()
                .filter(failures -> failures > 0)
                .map("%d pages did not agree with their checksums"::formatted)
                .toList());
  }

  @Override
  public void close() {
    writeTurn.lock();
    try {
      readers.close();
      disconnect();
    } finally {
      writeTurn.unlock();
    }
  }

  private static HikariDataSource pool(PostgresAddress address) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(address.nearest());
    config.setReadOnly(true);
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private static void migrate(PostgresAddress address) {
    DataSource source = address.primary();
    int version = version(address);
    if (version > SCHEMA_VERSION) {
      throw new StoreException(
          "The data in %s are of version %d, this program reads version %d. Use the newer program that wrote them."
              .formatted(address.shown(), version, SCHEMA_VERSION));
    }
    if (version < SCHEMA_VERSION) {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:db/postgresql")
          .outOfOrder(true)
          .load()
          .migrate();
      Jdbi.create(source)
          .useHandle(
              handle ->
                  handle.execute(
                      "do $$ begin execute format('comment on table %I.article is ''assay "
                          + SCHEMA_VERSION
                          + "''', current_schema()); end $$"));
    }
  }

  /// The version of the desk in a database; 0 if there is none. It stands in a comment, so that it
  /// is read in one look.
  private static int version(PostgresAddress address) {
    String comment =
        Jdbi.create(address.primary())
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select coalesce(obj_description(to_regclass('article'), 'pg_class'), '')")
                        .mapTo(String.class)
                        .one());
    return comment.startsWith("assay ") ? Integer.parseInt(comment.substring(6)) : 0;
  }
}
