package dev.assay.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the rows of an entry come to.
public enum Verdict {
  /// Two rows that can be compared cannot both hold.
  DIFFER,
  /// Two or more independent rows can be compared, and all can hold together.
  AGREE,
  /// There are several rows and no two can be compared.
  NOT_COMPARABLE,
  /// One row, or rows of one voice: nothing to hold it against.
  NONE;

  /// The word used in JSON and in the store.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// That of a word that was stored.
  public static Verdict of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// That of a word that somebody wrote, if it is one.
  public static Optional<Verdict> named(String word) {
    return Arrays.stream(values()).filter(verdict -> verdict.word().equals(word)).findFirst();
  }
}
