package dev.assay.mcp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Says when another stream has come to its end.
final class WatchedStream extends FilterInputStream {

  private final Runnable atEnd;

  WatchedStream(InputStream in, Runnable atEnd) {
    super(in);
    this.atEnd = atEnd;
  }

  @Override
  public int read() throws IOException {
    return watched(super.read());
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    return watched(super.read(bytes, start, length));
  }

  private int watched(int read) {
    if (read < 0) {
      atEnd.run();
    }
    return read;
  }
}
