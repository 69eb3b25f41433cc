package dev.assay.store.sqlite;

import dev.assay.store.OwnFiles;
import dev.assay.store.Store;
import dev.assay.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Makes a data folder of a backup.
///
/// All of it is made in a folder beside, looked at there, and moved into its place at the end, the
/// database last: a backup that is no good leaves nothing behind, and a restore that was killed is
/// begun anew by the next.
public final class Restoring {

  private static final String ASIDE = "restoring";
  private static final String INDEX = "index";

  private Restoring() {}

  /// Makes `folder` a data folder with what the backup holds.
  ///
  /// @param folder holds no data yet
  /// @param backup what [SqliteStore#copyTo] wrote, perhaps in an earlier version
  /// @param indexing makes the index of the data folder it is given, in its folder `index`
  /// @throws StoreException if the folder holds data already, or the file is no backup or damaged
  public static void restore(Path folder, Path backup, Consumer<Path> indexing) {
    if (Files.exists(SqliteStore.database(folder))) {
      throw new StoreException(
          "There is data in %s already. Name an empty folder with --data DIR.".formatted(folder));
    }
    boolean made = !Files.exists(folder);
    Path aside = folder.resolve(ASIDE);
    try {
      OwnFiles.makeFolder(folder);
      try (WriterLock _ = WriterLock.take(folder)) {
        delete(aside);
        OwnFiles.makeFolder(aside);
        bring(backup, aside);
        indexing.accept(aside);
        moveIn(aside, folder);
      } finally {
        delete(aside);
      }
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be restored into %s: %s.".formatted(backup, folder, said(e)), e);
    } finally {
      if (made && !Files.exists(SqliteStore.database(folder))) {
        leaveNothing(folder);
      }
    }
  }

  private static String said(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }

  private static void bring(Path backup, Path aside) throws IOException {
    if (!SqliteStore.isDatabase(backup)) {
      throw new StoreException("%s is no backup that assay backup wrote.".formatted(backup));
    }
    OwnFiles.makeFile(SqliteStore.database(aside));
    try (FileChannel to = FileChannel.open(SqliteStore.database(aside), StandardOpenOption.WRITE);
        FileChannel from = FileChannel.open(backup)) {
      for (long at = 0; at < from.size(); ) {
        at += from.transferTo(at, from.size() - at, to);
      }
      to.force(true);
    }
    check(backup, aside);
  }

  private static void check(Path backup, Path aside) {
    List<String> problems;
    try (Store store = SqliteStore.openToWrite(aside)) {
      problems = store.integrityProblems();
    } catch (StoreException e) {
      throw new StoreException(
          "%s cannot be restored: %s".formatted(backup, String.valueOf(e.getMessage())), e);
    }
    if (!problems.isEmpty()) {
      throw new StoreException(
          "%s is damaged and cannot be restored: %s. Take an older backup."
              .formatted(backup, problems.getFirst()));
    }
  }

  /// The index first: an index without a database is thrown away by the next restore, a database
  /// without its index would be read as if nothing could be found in it.
  private static void moveIn(Path aside, Path folder) throws IOException {
    Path index = folder.resolve(INDEX);
    delete(index);
    if (Files.exists(aside.resolve(INDEX))) {
      Files.move(aside.resolve(INDEX), index, StandardCopyOption.ATOMIC_MOVE);
    }
    DatabaseFiles.moveIn(SqliteStore.database(aside), folder);
  }

  private static void leaveNothing(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
