package dev.assay.store.sqlite;

import dev.assay.store.StoreAway;
import dev.assay.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/// What SQLite says of a disk or a file, in words for a person with what to do. Its result codes:
/// sqlite.org/rescode.html; the low byte is the kind, the rest says more.
enum SqliteFailure {
  FULL(
      13,
      "The disk that holds %s is full: nothing more is written, reading goes on. Free some space and run the same command again; it goes on where it stopped."),
  READ_ONLY(
      8,
      "The data folder %s cannot be written to. Give yourself the right to write there, or name another folder with --data DIR."),
  CANNOT_OPEN(
      14,
      "The database in %s cannot be opened. To read it takes the right to read its files and, unless its last writer closed it, to write into the folder; look at both."),
  DAMAGED(
      11,
      "The database in %s is damaged. Restore your last backup into another folder (assay restore FILE --data DIR); assay doctor says what can still be read."),
  NO_DATABASE(
      26,
      "The file assay.db in %s is no database of Assay. Put it aside and restore your last backup (assay restore FILE), or name another folder with --data DIR."),
  DISK(
      10,
      "The disk that holds %s could not be read or written. What was acknowledged is kept; look at the disk, then run the same command again."),
  BUSY(
      5,
      "Another process holds the database in %s for longer than ten seconds. Wait until it ends and run the same command again.",
      true),
  LOCKED(
      6,
      "Another process holds the database in %s for longer than ten seconds. Wait until it ends and run the same command again.",
      true);

  private final int code;
  private final String words;
  private final boolean away;

  SqliteFailure(int code, String words) {
    this(code, words, false);
  }

  /// @param away whether it passes by itself
  SqliteFailure(int code, String words, boolean away) {
    this.code = code;
    this.words = words;
    this.away = away;
  }

  private static final int KIND = 0xff;

  /// Runs `work`; what SQLite cannot do for a reason outside the program is said in words.
  ///
  /// @throws StoreException instead of such an exception
  static <T> T said(Path folder, Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw told(folder, e).<RuntimeException>map(told -> told).orElse(e);
    }
  }

  /// What is said of a failure; empty if it is no such.
  static Optional<StoreException> told(Path folder, Throwable thrown) {
    return of(thrown).map(failure -> failure.told(folder.toString(), thrown));
  }

  private StoreException told(String folder, Throwable thrown) {
    String told = words.formatted(folder);
    return away ? new StoreAway(told, thrown) : new StoreException(told, thrown);
  }

  private static Optional<SqliteFailure> of(Throwable thrown) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      int code =
          cause instanceof SQLiteException e
              ? e.getResultCode().code
              : cause instanceof SQLException e ? e.getErrorCode() : 0;
      for (SqliteFailure failure : values()) {
        if (failure.code == (code & KIND)) {
          return Optional.of(failure);
        }
      }
    }
    return Optional.empty();
  }
}
