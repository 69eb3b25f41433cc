package dev.assay.ask;

import java.util.Locale;

/// What kind of answer a question wants.
public enum AskedKind {
  /// How much, how many, which share, which rank.
  FIGURE,
  DATE,
  /// A person, a company, a body, a country.
  WHO,
  WHERE,
  /// Several things.
  LIST,
  WHY,
  HOW,
  DEFINITION,
  /// The sum of what there is.
  SUMMARY,
  /// Which of two is more.
  COMPARE,
  /// Yes or no.
  WHETHER,
  OTHER;

  /// The word used in JSON and in the store.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether one sentence is the whole of most answers.
  boolean isShort() {
    return switch (this) {
      case FIGURE, DATE, WHO, WHERE, DEFINITION, WHETHER -> true;
      case LIST, WHY, HOW, SUMMARY, COMPARE, OTHER -> false;
    };
  }
}
