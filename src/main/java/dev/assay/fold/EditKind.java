package dev.assay.fold;

import java.util.Locale;

/// What kind of change a source made to a text, what weighs most first.
public enum EditKind {
  /// A number is another.
  NUMBER,
  /// Somebody or something else is named.
  NAME,
  /// Words within quotation marks are others.
  QUOTE,
  /// A sentence denies what it said, or no longer does.
  DENIAL,
  /// The title says something else.
  HEADLINE,
  /// A date is another.
  DATE,
  /// A sentence was left out.
  REMOVED,
  /// A sentence came.
  ADDED,
  /// Other words say it.
  WORDING;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static EditKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
