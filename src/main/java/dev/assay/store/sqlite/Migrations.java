package dev.assay.store.sqlite;

import dev.assay.store.OwnFiles;
import dev.assay.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// Brings a database to the schema of this program.
final class Migrations {

  /// Where the database of a new desk is made, beside its place.
  private static final String MAKING = "assay.db.new";

  /// What the migrations come to, as one script: run at once it takes a twentieth of the time that
  /// they take one by one. NewDeskTest holds it to them, and writes it.
  private static final String WHOLE = "/db/new/sqlite.sql";

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
      SQLiteDataSource source = SqliteStore.source(making, config);
      Optional<String> whole = whole();
      if (whole.isPresent()) {
        runAtOnce(source, whole.get());
      } else {
        run(source);
      }
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

  /// The script, if it is of the schema of this program.
  private static Optional<String> whole() throws IOException {
    try (InputStream in = Migrations.class.getResourceAsStream(WHOLE)) {
      String script = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(script).filter(text -> text.startsWith(head()));
    }
  }

  /// How the script of this schema begins.
  static String head() {
    return "-- Version " + Store.SCHEMA_VERSION + ".";
  }

  /// A script as it is: SQLite finds the ends of its statements.
  private static void runAtOnce(SQLiteDataSource source, String script) throws IOException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("begin;\n" + script + "commit;");
    } catch (SQLException e) {
      throw new IOException("its tables cannot be made: " + e.getMessage(), e);
    }
    note(source);
  }

  /// Runs what the database lacks.
  static void run(SQLiteDataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/sqlite")
        .outOfOrder(true)
        .group(true) // one transaction: of a schema that is halfway up there is no use
        .load()
        .migrate();
    note(source);
  }

  /// Writes which schema a database has.
  private static void note(SQLiteDataSource source) {
    Jdbi.create(source)
        .useHandle(handle -> handle.execute("pragma user_version=" + Store.SCHEMA_VERSION));
  }
}
