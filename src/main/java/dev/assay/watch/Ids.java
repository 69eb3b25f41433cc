package dev.assay.watch;

import java.math.BigInteger;
import java.security.SecureRandom;

/// Ids that nobody guesses.
final class Ids {

  private static final SecureRandom CHANCE = new SecureRandom();
  private static final int RADIX = 36;
  private static final int LENGTH = 10;
  private static final int BITS = 51;

  private Ids() {}

  /// 10 letters and digits.
  static String made() {
    String digits = new BigInteger(BITS, CHANCE).toString(RADIX);
    return "0".repeat(LENGTH - digits.length()) + digits;
  }
}
