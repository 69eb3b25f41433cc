package dev.assay.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/// A text that was packed once more than its answer says, by a server behind a server that packs
/// too.
final class UnpackedText {

  /// How often one text may have been packed.
  static final int MOST = 3;

  private UnpackedText() {}

  static InputStream of(InputStream packed) throws IOException {
    InputStream in = packed;
    for (int time = 0; time < MOST; time++) {
      PushbackInputStream begun = new PushbackInputStream(in, 2);
      byte[] head = begun.readNBytes(2);
      begun.unread(head);
      if (!isGzip(head)) {
        return begun;
      }
      in = new GZIPInputStream(begun);
    }
    return in;
  }

  private static boolean isGzip(byte[] head) {
    return head.length == 2
        && (head[0] & 0xff | (head[1] & 0xff) << 8) == GZIPInputStream.GZIP_MAGIC;
  }
}
