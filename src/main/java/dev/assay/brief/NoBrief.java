package dev.assay.brief;

import java.util.Locale;

/// Why a model made no brief, so that the article's own sentences stand in its place.
public enum NoBrief {
  REFUSED,
  TIMED_OUT,
  LIMITED,
  CUT_OFF,
  /// What it wrote is not in the form asked for.
  MALFORMED,
  FAILED,
  /// Nothing more may be spent today.
  BUDGET,
  /// No sentence of it could be confirmed.
  UNCONFIRMED;

  /// The word used in JSON and in the store.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static NoBrief of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
