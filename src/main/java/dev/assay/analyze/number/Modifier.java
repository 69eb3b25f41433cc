package dev.assay.analyze.number;

import java.util.Locale;

/// How a number is meant: to the letter, about, or as an end of a stretch.
public enum Modifier {
  EXACT,
  ABOUT,
  NEARLY,
  AT_LEAST,
  AT_MOST,
  MORE_THAN,
  LESS_THAN,
  RANGE;

  /// The word used in JSON and in the store.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Modifier of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Whether a number with this modifier has no upper end.
  public boolean isOpenAbove() {
    return this == AT_LEAST || this == MORE_THAN;
  }

  /// Whether a number with this modifier has no lower end.
  public boolean isOpenBelow() {
    return this == AT_MOST || this == LESS_THAN;
  }
}
