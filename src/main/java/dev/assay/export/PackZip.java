package dev.assay.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip whose bytes depend on nothing but what is put in. Used by one thread.
final class PackZip implements AutoCloseable {

  /// The first that a zip can say.
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final LocalDateTime time;
  private final Map<String, String> sums = new TreeMap<>();

  /// @param out not closed by this
  /// @param time of every file in it
  PackZip(OutputStream out, Instant time) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    this.time = utc.isBefore(EARLIEST) ? EARLIEST : utc;
  }

  void put(String name, String text) throws IOException {
    put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void put(String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
    sums.put(name, sum(bytes));
  }

  /// The SHA-256 of each file so far, by name.
  Map<String, String> sums() {
    return sums;
  }

  static String sum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.finish();
  }
}
