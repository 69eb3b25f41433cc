package dev.assay.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Hashes of passwords: Argon2id, 19 MiB, two passes, one lane (OWASP's password storage cheat
/// sheet). Safe for use by many threads, of which two work at a time.
final class Passwords {

  /// No rules of composition: length is what counts (NIST SP 800-63B).
  static final int LEAST_LETTERS = 12;

  /// Longer ones would only cost the server time.
  static final int MOST_LETTERS = 1_000;

  private static final int SALT_BYTES = 16;

  private final Semaphore turns = new Semaphore(2);

  /// Made with the first password: the function keeps the 19 MiB that it works in.
  private static final class Costs {
    static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
  }

  /// Compared with where there is no account, so that this takes as long: what [#hash] made once of
  /// a password that nobody has.
  static final String NOBODYS =
      "$argon2id$v=19$m=19456,t=2,p=1"
          + "$Aj3Q5p0zbnmSx9GKgRSYFQ$y3V+dnoHaLon4E3gUqxNxX102smsosDZP1NyGpFIx70";

  static boolean isLongEnough(String password) {
    return password.codePointCount(0, password.length()) >= LEAST_LETTERS
        && password.length() <= MOST_LETTERS;
  }

  String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      return Password.hash(password).addRandomSalt(SALT_BYTES).with(Costs.ARGON2).getResult();
    } finally {
      turns.release();
    }
  }

  /// Whether `password` has this hash.
  ///
  /// @param hash null where there is none, which nothing fits
  boolean fits(String password, @Nullable String hash) {
    String compared = hash == null ? NOBODYS : hash;
    turns.acquireUninterruptibly();
    try {
      boolean same =
          Password.check(password, compared).with(Argon2Function.getInstanceFromHash(compared));
      return same && hash != null;
    } finally {
      turns.release();
    }
  }

  /// Whether a hash was made with other costs than are asked for at present.
  static boolean isOutdated(String hash) {
    return !Argon2Function.getInstanceFromHash(hash).equals(Costs.ARGON2);
  }
}
