package dev.assay.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/// Bytes kept deflated without a header (RFC 1951), at the fast level: text shrinks to a third.
final class Deflated {

  private Deflated() {}

  static byte[] of(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
      deflating.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  static byte[] inflate(byte[] deflated) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated);
      byte[] bytes = new byte[Math.max(64, 4 * deflated.length)];
      int length = 0;
      while (!inflater.finished()) {
        int read = inflater.inflate(bytes, length, bytes.length - length);
        if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new StoreException("a deflated column ends too early");
        }
        length += read;
        bytes = length == bytes.length ? Arrays.copyOf(bytes, 2 * length) : bytes;
      }
      return Arrays.copyOf(bytes, length);
    } catch (DataFormatException e) {
      throw new StoreException("a deflated column is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
