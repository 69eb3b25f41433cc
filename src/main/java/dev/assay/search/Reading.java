package dev.assay.search;

import java.util.List;

/// A query as it was read.
sealed interface Reading {

  /// The same, with the words of phrases wherever they stand; what must not stand stays a phrase.
  default Reading loosened() {
    return switch (this) {
      case Phrase(var text) -> new Plain(text);
      case Pieces(var parts) -> new Pieces(parts.stream().map(Reading::loosened).toList());
      case All(var parts) -> new All(parts.stream().map(Reading::loosened).toList());
      case Either(var parts) -> new Either(parts.stream().map(Reading::loosened).toList());
      case Plain _, Field _, Wildcard _, Fuzzy _, Not _ -> this;
    };
  }

  /// Words to look for, as written.
  record Plain(String text) implements Reading {}

  /// Words that stand side by side.
  record Phrase(String text) implements Reading {}

  /// A value of a field.
  record Field(QueryTokens.FieldName name, String value) implements Reading {}

  /// A word with `*` and `?` for letters.
  record Wildcard(String pattern) implements Reading {}

  /// A word that may be misspelt.
  record Fuzzy(String word) implements Reading {}

  record Not(Reading unwanted) implements Reading {}

  /// Pieces one after the other: words are looked for, all else must hold.
  record Pieces(List<Reading> parts) implements Reading {
    public Pieces {
      parts = List.copyOf(parts);
    }
  }

  record All(List<Reading> parts) implements Reading {
    public All {
      parts = List.copyOf(parts);
    }
  }

  record Either(List<Reading> parts) implements Reading {
    public Either {
      parts = List.copyOf(parts);
    }
  }
}
