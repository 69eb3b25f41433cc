package dev.assay.app.handover;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// One message between a command and the server that runs it: a byte for its kind, four for the
/// length, then the bytes.
record Frame(Kind kind, byte[] bytes) {

  /// Longer frames are not sent; who announces one speaks another language. A command line of Linux
  /// has at most 6 MB (execve(2)).
  static final int MOST_BYTES = 1 << 23;

  private static final int HEAD = 1 + Integer.BYTES;

  /// What a frame says. Those up to [#STOP] go to the server, the others come from it.
  enum Kind {
    /// The first: a [Request] as JSON.
    START('S'),
    /// The next bytes of standard input, asked for by [#ASK]; none at its end.
    INPUT('I'),
    /// The person wants the command to end.
    STOP('C'),
    OUT('O'),
    ERROR('E'),
    /// The command waits for standard input.
    ASK('A'),
    /// The last: the exit code in decimal digits.
    END('X'),
    /// The last, in place of any other: why the server does not run the command.
    DECLINED('N');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    static Kind of(byte letter) throws IOException {
      for (Kind kind : values()) {
        if (kind.letter == letter) {
          return kind;
        }
      }
      throw otherVersion();
    }
  }

  static Frame of(Kind kind, String text) {
    return new Frame(kind, text.getBytes(StandardCharsets.UTF_8));
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Writes it whole; one thread at a time.
  void writeTo(SocketChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(HEAD + bytes.length);
    buffer.put((byte) kind.letter).putInt(bytes.length).put(bytes).flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /// Waits for the next frame.
  ///
  /// @throws EOFException if the other side is gone
  static Frame readFrom(SocketChannel channel) throws IOException {
    ByteBuffer head = filled(channel, HEAD);
    Kind kind = Kind.of(head.get());
    int length = head.getInt();
    if (length < 0 || length > MOST_BYTES) {
      throw otherVersion();
    }
    return new Frame(kind, filled(channel, length).array());
  }

  private static IOException otherVersion() {
    return new IOException("the other side speaks another version of Assay");
  }

  private static ByteBuffer filled(SocketChannel channel, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the other side is gone");
      }
    }
    return buffer.flip();
  }
}
