package dev.assay.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// Random words that let somebody in, and what is kept of them.
final class Secrets {

  /// What a token begins with, so that scanners for leaked secrets know it.
  static final String TOKEN_PREFIX = "assay_";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int TOKEN_LETTERS = 43; // as many base-62 digits as 32 bytes have
  private static final int CHECK_LETTERS = 6;

  private Secrets() {}

  /// 256 random bits, for a cookie.
  static String session() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// A token: prefix, 43 random base-62 digits (256 bits), 6 digits that check them.
  static String token() {
    StringBuilder digits = new StringBuilder(TOKEN_LETTERS);
    for (int i = 0; i < TOKEN_LETTERS; i++) {
      digits.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
    }
    return TOKEN_PREFIX + digits + check(digits.toString());
  }

  /// Whether a word can be a token: one that was mistyped or made up needs no look at the store.
  static boolean isToken(String word) {
    int length = TOKEN_PREFIX.length() + TOKEN_LETTERS + CHECK_LETTERS;
    if (word.length() != length || !word.startsWith(TOKEN_PREFIX)) {
      return false;
    }
    String digits = word.substring(TOKEN_PREFIX.length(), length - CHECK_LETTERS);
    return check(digits).equals(word.substring(length - CHECK_LETTERS));
  }

  private static String check(String digits) {
    CRC32 sum = new CRC32();
    sum.update(digits.getBytes(StandardCharsets.US_ASCII));
    StringBuilder check = new StringBuilder(CHECK_LETTERS);
    long rest = sum.getValue();
    for (int i = 0; i < CHECK_LETTERS; i++) {
      check.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
      rest /= DIGITS.length();
    }
    return check.toString();
  }

  /// SHA-256: enough for words of 256 random bits, which nobody can guess.
  static String hash(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
