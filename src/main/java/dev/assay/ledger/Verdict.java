package dev.assay.ledger;

import java.util.Locale;

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

  public static Verdict of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
