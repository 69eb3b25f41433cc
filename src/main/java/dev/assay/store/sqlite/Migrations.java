package dev.assay.store.sqlite;

import dev.assay.store.OwnFiles;
import dev.assay.store.Store;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// Brings a database to the schema of this program.
final class Migrations {

  /// Where the database of a new desk is made, beside its place.
  private static final String MAKING = "assay.db.new";

  private Migrations() {}

  /// Makes the database of a new desk. Its steps need not wait for the disk one by one: a database
  /// that is not whole is thrown away, and only a whole one comes into its place.
  static void make(Path folder) throws IOException {
    Path making = folder.resolve(MAKING);
    DatabaseFiles.delete(making); // of a process that was ended at this
    try {
      OwnFiles.makeFile(making);
      SQLiteConfig config = SqliteStore.config(false);
      config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
      run(SqliteStore.source(making, config));
      if (Files.exists(making.resolveSibling(MAKING + "-wal"))) {
        throw new IOException("a log of changes is left beside " + making);
      }
      try (FileChannel channel = FileChannel.open(making, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      DatabaseFiles.moveIn(making, folder);
    } finally {
      DatabaseFiles.delete(making);
    }
  }

  /// Runs what the database lacks.
  static void run(SQLiteDataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/sqlite")
        .outOfOrder(true)
        .load()
        .migrate();
    Jdbi.create(source)
        .useHandle(handle -> handle.execute("pragma user_version=" + Store.SCHEMA_VERSION));
  }
}
