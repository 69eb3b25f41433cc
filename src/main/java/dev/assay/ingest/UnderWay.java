package dev.assay.ingest;

import dev.assay.article.ArticleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Which documents are in the stages at this moment, in a file that outlives the process: if it is
/// killed, or kills itself, the next one knows whom to suspect.
///
/// Each worker has a place of eight bytes in the file of its run. It is written through the
/// system's cache and never synced, which costs some microseconds: a document can end a process,
/// not the machine.
final class UnderWay implements AutoCloseable {

  private static final String FOLDER = "underway";

  /// Files of this process; those of another are left over, since one process writes at a time.
  private static final String PROCESS = UUID.randomUUID().toString();

  private final Path file;
  private final FileChannel channel;
  private final AtomicInteger places = new AtomicInteger();

  private UnderWay(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static UnderWay in(Path data) {
    try {
      Path folder = Files.createDirectories(data.resolve(FOLDER));
      Path file = Files.createTempFile(folder, PROCESS, "");
      return new UnderWay(file, FileChannel.open(file, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The documents that were under way when earlier processes ended. They are told once.
  static List<ArticleId> leftBehind(Path data) {
    List<ArticleId> left = new ArrayList<>();
    Path folder = data.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return left;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!file.getFileName().toString().startsWith(PROCESS)) {
          left.addAll(read(file));
          Files.deleteIfExists(file);
        }
      }
      return left;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ArticleId> read(Path file) throws IOException {
    List<ArticleId> ids = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
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
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).putLong(0, mark);
    try {
      channel.write(bytes, (long) place * Long.BYTES);
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
