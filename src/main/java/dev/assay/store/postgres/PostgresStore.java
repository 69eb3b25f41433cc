package dev.assay.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.assay.store.PastStore;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL database, which any number of processes read and write at the same time.
///
/// What needs more than one document (copies, the sequence, the ledger) is decided in [#write],
/// which holds one lock of the database for its transaction: whoever decides sees all that was
/// decided before. If the process dies or is cut off, the database ends session, transaction and
/// lock together. After a restart of the database the next call connects anew.
public final class PostgresStore implements Store {

  private static final int READERS = 16;
  private static final int WRITERS = 4;
  private static final int WAIT_MILLIS = 10_000;

  /// So often a transaction is tried again that clashed with one beside it.
  private static final int TRIES = 20;

  private static final String DECIDE =
      "select pg_advisory_xact_lock(hashtextextended('assay ' || current_schema(), 0)),"
          + " pg_notify('"
          + PostgresChanges.CHANNEL
          + "', current_schema())";

  private final PostgresAddress address;
  private final Path folder;
  private final HikariDataSource readers;
  private final Jdbi reading;
  private final @Nullable HikariDataSource writers;
  private final @Nullable Jdbi writing;
  private final ReentrantLock writeTurn = new ReentrantLock();

  private PostgresStore(PostgresAddress address, Path folder, @Nullable HikariDataSource writers) {
    this.address = address;
    this.folder = folder;
    HikariConfig read = config(address.nearest(), READERS);
    read.setReadOnly(true);
    read.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    this.readers = new HikariDataSource(read);
    this.reading = Jdbi.create(readers);
    this.writers = writers;
    this.writing = writers == null ? null : Jdbi.create(writers);
    if (writing != null) {
      writing.registerArgument(new PlainTexts());
    }
    reading.registerArgument(new PlainTexts());
  }

  /// Opens a database for writing, making or migrating its tables first.
  ///
  /// @throws StoreException if it cannot be reached, or a newer program wrote it
  public static PostgresStore openToWrite(PostgresAddress address, Path folder) {
    PostgresFailure.said(address, () -> migrated(address));
    return new PostgresStore(
        address, folder, new HikariDataSource(config(address.primary(), WRITERS)));
  }

  /// Opens a database for reading.
  ///
  /// @throws StoreException if there is no desk in it, or one of another version
  public static PostgresStore openToRead(PostgresAddress address, Path folder) {
    int version = PostgresFailure.said(address, () -> version(address));
    if (version == 0) {
      throw new StoreException(
          "There is no data in %s yet. Import something first: assay import FILE"
              .formatted(address.shown()));
    }
    if (version < SCHEMA_VERSION) {
      throw new StoreException(
          "The data in %s are of version %d, this program reads version %d. Run any writing command once, such as assay import, to bring them up."
              .formatted(address.shown(), version, SCHEMA_VERSION));
    }
    checkNotNewer(address, version);
    return new PostgresStore(address, folder, null);
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
  public Store asOf(Instant at) {
    String schema =
        readOnce(
            session ->
                session.handle().createQuery("select current_schema()").mapTo(String.class).one());
    return new PastStore(
        this, address.primary(), new PastStore.Words(schema, "bytea", "bigint"), at);
  }

  @Override
  public <T> T readOnce(Function<Session, T> work) {
    return PostgresFailure.said(
        address, () -> reading.withHandle(handle -> work.apply(new Session(handle))));
  }

  /// Waits its turn among all processes that decide.
  @Override
  public <T> T write(Function<Session, T> work) {
    writeTurn.lock();
    try {
      return written(
          handle -> {
            handle.createQuery(DECIDE).map((_, _) -> true).one();
            return work.apply(new Session(handle));
          });
    } finally {
      writeTurn.unlock();
    }
  }

  @Override
  public <T> T writeBeside(Function<Session, T> work) {
    return written(handle -> work.apply(new Session(handle)));
  }

  private <T> T written(Function<Handle, T> work) {
    Jdbi jdbi = writing();
    for (int tried = 1; ; tried++) {
      try {
        return PostgresFailure.said(address, () -> jdbi.inTransaction(work::apply));
      } catch (RuntimeException e) {
        if (tried == TRIES || !PostgresFailure.isClash(e)) {
          throw e;
        }
      }
    }
  }

  private Jdbi writing() {
    if (writing == null) {
      throw new IllegalStateException("store was opened to read");
    }
    return writing;
  }

  /// What `pg_dump` writes, in its own compressed form.
  @Override
  public void copyTo(Path target) {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      new PostgresProgram(address).run("pg_dump", "--format=custom", "--file", part.toString());
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StoreException(
          "The backup %s cannot be written (%s: %s). Name another file."
              .formatted(target, e.getClass().getSimpleName(), e.getMessage()),
          e);
    }
  }

  /// Puts what [#copyTo] wrote into an empty database.
  ///
  /// @throws StoreException if there is a desk in it, or the file is no backup
  public static void restore(PostgresAddress address, Path backup) {
    if (PostgresFailure.said(address, () -> version(address)) != 0) {
      throw new StoreException(
          "There is data in %s already. Name an empty database with --store."
              .formatted(address.shown()));
    }
    new PostgresProgram(address)
        .run(
            "pg_restore",
            "--exit-on-error",
            "--single-transaction",
            "--no-owner",
            backup.toString());
    openToWrite(address, backup).close();
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
      if (writers != null) {
        writers.close();
      }
    } finally {
      writeTurn.unlock();
    }
  }

  private static HikariConfig config(DataSource source, int most) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setInitializationFailTimeout(-1);
    return config;
  }

  private static void checkNotNewer(PostgresAddress address, int version) {
    if (version > SCHEMA_VERSION) {
      throw new StoreException(
          "The data in %s are of version %d, this program reads version %d. Use the newer program that wrote them."
              .formatted(address.shown(), version, SCHEMA_VERSION));
    }
  }

  /// Several processes may begin at once: the migrations hold a lock of their own.
  private static boolean migrated(PostgresAddress address) {
    int version = version(address);
    checkNotNewer(address, version);
    if (version < SCHEMA_VERSION) {
      Flyway.configure()
          .dataSource(address.primary())
          .locations("classpath:db/postgresql")
          .outOfOrder(true)
          .load()
          .migrate();
      Jdbi.create(address.primary())
          .useHandle(
              handle ->
                  handle.execute("comment on table article is 'assay " + SCHEMA_VERSION + "'"));
    }
    return true;
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
