package dev.assay.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a reader says of the reading of a figure.
public enum ReadingVerdict {
  /// It is read as it is meant.
  RIGHT,
  /// It is somebody else's, or something else's.
  WRONG_ENTITY,
  /// It measures something else.
  WRONG_PROPERTY,
  /// The number, its unit or what it is of is read wrongly, or it is no figure.
  WRONG_FIGURE,
  /// It is wrong, and the reader did not say what.
  WRONG;

  /// The word used in JSON, in forms and in the store.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ReadingVerdict> of(String word) {
    return Arrays.stream(values()).filter(verdict -> verdict.word().equals(word)).findFirst();
  }

  public boolean isRight() {
    return this == RIGHT;
  }
}
