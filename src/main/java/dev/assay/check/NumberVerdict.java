package dev.assay.check;

import java.util.Locale;

/// How a number of a sentence stands in its source.
public enum NumberVerdict {
  /// The same number in the same unit, whatever its magnitude word: 5.4亿 and 540 million.
  EXACT,
  /// The same number after a conversion of its unit, or of a fraction: 2 斤 and 1 kg.
  CONVERTED,
  /// The source's number, rounded to the digits that the sentence gives.
  ROUNDED,
  /// A sum, difference, share or growth of numbers of the source.
  DERIVED,
  /// Not in the source.
  UNSUPPORTED;

  /// The word used in JSON and in the store.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
