package dev.assay.reader;

import dev.assay.source.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// What a reading program shows as one feed.
///
/// @param name of the topic, the outlet or the source
/// @param source what is followed; null for a topic and an outlet
record Subscription(Kind kind, String name, @Nullable Source source) {

  /// What stands behind a feed, and in which folder it is shown.
  enum Kind {
    TOPIC("Topics"),
    OUTLET("Sources"),
    SOURCE("Sources");

    private final String folder;

    Kind(String folder) {
      this.folder = folder;
    }

    String folder() {
      return folder;
    }
  }

  private static final int NUMBER_BYTES = 6;

  static Subscription topic(String name) {
    return new Subscription(Kind.TOPIC, name, null);
  }

  static Subscription outlet(String name) {
    return new Subscription(Kind.OUTLET, name, null);
  }

  static Subscription of(Source source) {
    return new Subscription(Kind.SOURCE, source.shown(), source);
  }

  /// Where it is shown: a source where its owner files it.
  String folder() {
    return source == null || source.folder().isEmpty() ? kind.folder() : source.folder();
  }

  /// What tells it apart: 48 bits of the SHA-256 of its name, or of a source's number.
  long mark() {
    byte[] digest = sha256(kind + " " + (source == null ? name : source.id()));
    long number = 0;
    for (int i = 0; i < NUMBER_BYTES; i++) {
      number = number << Byte.SIZE | digest[i] & 0xff;
    }
    return number;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
