package dev.assay.store;

import dev.assay.store.postgres.PostgresStore;
import dev.assay.store.sqlite.SqliteStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The stores of the tests, one for each folder: SQLite in the folder itself, or, in the run with
/// `-Dassay.store=postgres`, a PostgreSQL database of its own. A test that opens its store here
/// runs on both.
public final class Stores {

  private static final boolean POSTGRES =
      System.getProperty("assay.store", "sqlite").equals("postgres");

  private Stores() {}

  /// For a test of what a folder alone can do, such as to become one file.
  public static void assumeAFolder() {
    Assumptions.assumeFalse(POSTGRES, "of a folder");
  }

  public static Store openToWrite(Path folder) {
    return POSTGRES
        ? PostgresStore.openToWrite(PostgresServer.shared().address(folder), folder)
        : SqliteStore.openToWrite(folder);
  }

  public static Store openToRead(Path folder) {
    return POSTGRES
        ? PostgresStore.openToRead(PostgresServer.shared().address(folder), folder)
        : SqliteStore.openToRead(folder);
  }
}
