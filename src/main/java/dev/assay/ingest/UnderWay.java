package dev.assay.ingest;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.assay.article.ArticleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Which documents are in the stages at this moment, in a file that outlives the process: if it is
/// killed, or kills itself, the next one knows whom to suspect.
///
/// Each worker has a place of eight bytes in the file of its run. It is written through the
/// system's cache and never synced, which costs some microseconds: a document can end a process,
/// not the machine. The file is locked as long as its process lives, so that several that share a
/// folder do not suspect each other's.
final class UnderWay implements AutoCloseable {

  private static final String FOLDER = "underway";

  /// Begins the names of this process's files.
  private static final String PROCESS = UUID.randomUUID().toString();

  /// So many files in a row are not taken by other processes: none can be locked.
  private static final int MOST_FILES = 100;

  private final @Nullable Path file;
  private final @Nullable FileChannel channel;
  private final AtomicInteger places = new AtomicInteger();

  private UnderWay(@Nullable Path file, @Nullable FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Where no file can be made, as on a full disk, nothing is marked: no reason to read nothing.
  static UnderWay in(Path data) {
    try {
      Path folder = Files.createDirectories(data.resolve(FOLDER));
      for (int i = 0; i < MOST_FILES; i++) {
        Optional<UnderWay> own = locked(folder);
        if (own.isPresent()) {
          return own.get();
        }
      }
      return unmarked();
    } catch (IOException e) {
      return unmarked();
    }
  }

  /// A new file; empty if another process took it for one of an ended process before it was locked.
  private static Optional<UnderWay> locked(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, PROCESS, "");
    FileChannel channel;
    try {
      channel = FileChannel.open(file, WRITE);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (isLocked(channel) && Files.exists(file)) {
      return Optional.of(new UnderWay(file, channel));
    }
    channel.close();
    return Optional.empty();
  }

  /// Marks nothing, since what is under way is known elsewhere.
  static UnderWay unmarked() {
    return new UnderWay(null, null);
  }

  boolean isMarked() {
    return channel != null;
  }

  /// The documents that were under way when each earlier process ended, of those that had any. They
  /// are told once.
  static Collection<Set<ArticleId>> leftBehind(Path data) {
    Path folder = data.resolve(FOLDER);
    Map<String, Set<ArticleId>> left = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return left.values();
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!name.startsWith(PROCESS)) {
          String process = name.substring(0, Math.min(PROCESS.length(), name.length()));
          left.computeIfAbsent(process, _ -> new HashSet<>()).addAll(taken(file));
        }
      }
      left.values().removeIf(Set::isEmpty);
      return left.values();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a file of an ended process marks, which is then gone; nothing of one that lives.
  private static Set<ArticleId> taken(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
      if (!isLocked(channel)) {
        return Set.of();
      }
      // through the channel: to close the file opened a second time would end the lock
      byte[] bytes = Channels.newInputStream(channel).readAllBytes();
      Set<ArticleId> ids = marked(ByteBuffer.wrap(bytes));
      Files.deleteIfExists(file);
      return ids;
    } catch (NoSuchFileException e) {
      return Set.of(); // another process was first
    }
  }

  /// Whether nobody else has the file: it could be locked, or is in a file system without locks.
  private static boolean isLocked(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static Set<ArticleId> marked(ByteBuffer bytes) {
    Set<ArticleId> ids = new HashSet<>();
    while (bytes.remaining() >= Long.BYTES) {
      long mark = bytes.getLong();
      if (mark < 0) {
        ids.add(new ArticleId(mark & Long.MAX_VALUE));
      }
    }
    return ids;
  }

  /// A worker's own place.
  int place() {
    return places.getAndIncrement();
  }

  void begin(int place, ArticleId id) {
    write(place, id.value() | Long.MIN_VALUE);
  }

  void end(int place) {
    write(place, 0);
  }

  /// What cannot be written is not marked: no reason to read no document.
  private void write(int place, long mark) {
    if (channel == null) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).putLong(0, mark);
    try {
      channel.write(bytes, (long) place * Long.BYTES);
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void close() {
    if (file == null) {
      return;
    }
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
