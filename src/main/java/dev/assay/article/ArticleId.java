package dev.assay.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/// The lasting name of one article: 63 bits of the SHA-256 of its identity.
///
/// Deterministic, so that the same document imported twice is the same article. Among ten million
/// articles the chance of any two sharing an id is below one in a hundred thousand (birthday bound,
/// n²/2⁶⁴). Written as 13 digits of base 32 (`0-9a-v`), which sort as the numbers do.
///
/// @param value 0 or more
public record ArticleId(long value) implements Comparable<ArticleId> {

  private static final int RADIX = 32;
  private static final int LENGTH = 13;

  public ArticleId {
    if (value < 0) {
      throw new IllegalArgumentException("article id must be 0 or more, got " + value);
    }
  }

  /// The id of the article whose identity is written as `key`.
  static ArticleId ofKey(String key) {
    byte[] digest = sha256(key.getBytes(StandardCharsets.UTF_8));
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | digest[i] & 0xff;
    }
    return new ArticleId(value & Long.MAX_VALUE);
  }

  /// Reads the form that [#toString] writes; empty if `text` is not of that form.
  public static Optional<ArticleId> parse(String text) {
    if (text.length() != LENGTH || !text.chars().allMatch(ArticleId::isDigit)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ArticleId(Long.parseLong(text, RADIX)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'v';
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int compareTo(ArticleId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    String digits = Long.toString(value, RADIX);
    return "0".repeat(LENGTH - digits.length()) + digits;
  }
}
