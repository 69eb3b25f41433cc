package dev.assay.brief;

import java.util.Locale;

/// Why a model made no brief, so that the article's own sentences stand in its place.
public enum NoBrief {
  REFUSED,
  TIMED_OUT,
  LIMITED,
  /// The endpoint could not be reached or could not serve.
  DOWN,
  CUT_OFF,
  /// What it wrote is not in the form asked for.
  MALFORMED,
  FAILED,
  /// Nothing more may be spent today.
  BUDGET,
  /// No sentence of it could be confirmed.
  UNCONFIRMED;

  /// Whether the model said it of the text, so that waiting changes nothing; else it is the
  /// endpoint's or the budget's.
  public boolean isOfTheText() {
    return switch (this) {
      case REFUSED, CUT_OFF, MALFORMED, UNCONFIRMED -> true;
      case TIMED_OUT, LIMITED, DOWN, FAILED, BUDGET -> false;
    };
  }

  /// The word used in JSON and in the store.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static NoBrief of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
