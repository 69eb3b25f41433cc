package dev.assay.reader;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What a reading program shows as one feed.
///
/// @param name of the topic or outlet
record Subscription(Kind kind, String name) {

  /// What stands behind a feed, and in which folder it is shown.
  enum Kind {
    TOPIC("Topics"),
    OUTLET("Sources");

    private final String folder;

    Kind(String folder) {
      this.folder = folder;
    }

    String folder() {
      return folder;
    }
  }

  private static final int NUMBER_BYTES = 6;

  /// Its stream, such as `feed/81402339117`: 48 bits of its name's SHA-256, so that it is the same
  /// for ever without being kept.
  String stream() {
    byte[] digest = sha256(kind + " " + name);
    long number = 0;
    for (int i = 0; i < NUMBER_BYTES; i++) {
      number = number << Byte.SIZE | digest[i] & 0xff;
    }
    return "feed/" + number;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
