package dev.assay.source.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The mails of an mbox file (RFC 4155), one after the other, with the memory of one: each begins
/// with a line `From ` after a blank one. Lines of a text that begin so were given a `>`, which is
/// taken off.
public final class Mbox implements Iterator<byte[]>, AutoCloseable {

  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private byte @Nullable [] next;
  private boolean ended;
  private boolean begun;

  public Mbox(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  private static boolean startsWith(byte[] line, int from, int length) {
    if (length - from < FROM.length) {
      return false;
    }
    for (int i = 0; i < FROM.length; i++) {
      if (line[from + i] != FROM[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = read();
    }
    return next != null;
  }

  @Override
  public byte[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no mail is left");
    }
    byte[] mail = next;
    next = null;
    return Objects.requireNonNull(mail);
  }

  /// A mail larger than any is allowed to be is read to its end and cut, so that those behind it
  /// are found.
  private byte @Nullable [] read() {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    boolean blank = true;
    try {
      for (byte[] line = line(); line != null; line = line()) {
        if (blank && startsWith(line, 0, line.length)) {
          if (begun && mail.size() > 0) {
            return mail.toByteArray();
          }
          begun = true;
        } else if (begun && mail.size() <= Letter.MOST_BYTES) {
          int quoted = quotes(line);
          boolean escaped = quoted > 0 && startsWith(line, quoted, line.length);
          mail.write(line, escaped ? 1 : 0, line.length - (escaped ? 1 : 0));
        }
        blank = line.length <= 2 && new String(line, StandardCharsets.US_ASCII).isBlank();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ended = true;
    return mail.size() == 0 ? null : mail.toByteArray();
  }

  private static int quotes(byte[] line) {
    int at = 0;
    while (at < line.length && line[at] == '>') {
      at++;
    }
    return at;
  }

  /// A line with its end; null after the last.
  private byte @Nullable [] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (line.size() < Letter.MOST_BYTES) {
        line.write(b);
      }
      if (b == '\n') {
        return line.toByteArray();
      }
    }
    return line.size() == 0 ? null : line.toByteArray();
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
