package dev.assay.store.sqlite;

import dev.assay.store.FolderTaken;
import dev.assay.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The right to write to a data folder: held by one process at a time, given back when it ends in
/// whatever way.
final class WriterLock implements AutoCloseable {

  private static final String FILE = "writer.lock";

  private final @Nullable FileChannel channel;

  private WriterLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  static WriterLock none() {
    return new WriterLock(null);
  }

  static WriterLock take(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel)) {
        return new WriterLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new StoreException(
          "The data folder %s cannot be written to: %s.".formatted(folder, e.getMessage()), e);
    }
    throw new FolderTaken(folder.toString());
  }

  /// Whether a process holds the lock. Takes it for a moment if none does.
  static boolean isTaken(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return !locked(channel);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
