package dev.assay.store.sqlite;

import dev.assay.store.OwnFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A database and the files that SQLite keeps beside it.
final class DatabaseFiles {

  private static final List<String> BESIDE = List.of("-journal", "-wal", "-shm");

  private DatabaseFiles() {}

  /// Brings a whole database to its place in `folder`, which holds none. A log that a deleted one
  /// left there goes first: SQLite would take what stands in it for changes of the new one.
  static void moveIn(Path made, Path folder) throws IOException {
    Path place = SqliteStore.database(folder);
    deleteBeside(place);
    Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
    OwnFiles.sync(folder);
  }

  static void delete(Path database) throws IOException {
    Files.deleteIfExists(database);
    deleteBeside(database);
  }

  private static void deleteBeside(Path database) throws IOException {
    for (String ending : BESIDE) {
      Files.deleteIfExists(database.resolveSibling(database.getFileName() + ending));
    }
  }
}
