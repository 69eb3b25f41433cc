package dev.assay.cli.tool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Texts put aside in a temporary file while a batch is under way, numbered 0, 1, 2 ... First all
/// are written by one thread, then any are read, by several threads if need be. The file goes when
/// this is closed, and in any case when the program ends.
final class TextSpill implements AutoCloseable {

  private static final int BLOCK = 1 << 16;

  private final FileChannel file;
  private final OutputStream out;
  private final List<long[]> ends = new ArrayList<>();
  private long written;
  private int size;

  private TextSpill(FileChannel file) {
    this.file = file;
    this.out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 18);
  }

  static TextSpill open() throws IOException {
    Path path = Files.createTempFile("assay-batch", ".texts");
    return new TextSpill(
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  /// Puts a text aside and gives its number.
  int add(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    written += bytes.length;
    if (size % BLOCK == 0) {
      ends.add(new long[BLOCK]);
    }
    ends.getLast()[size % BLOCK] = written;
    return size++;
  }

  /// Ends the writing.
  void flush() throws IOException {
    out.flush();
  }

  /// The text with this number.
  String get(int number) {
    long start = number == 0 ? 0 : end(number - 1);
    ByteBuffer bytes = ByteBuffer.allocate((int) (end(number) - start));
    try {
      while (bytes.hasRemaining()) {
        if (file.read(bytes, start + bytes.position()) < 0) {
          throw new IOException("the file is shorter than what was written");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text that was put aside could not be read", e);
    }
    return new String(bytes.array(), StandardCharsets.UTF_8);
  }

  private long end(int number) {
    return ends.get(number / BLOCK)[number % BLOCK];
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
