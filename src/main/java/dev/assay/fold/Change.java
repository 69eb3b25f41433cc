package dev.assay.fold;

/// One place where two copies of a text, or two revisions of an article, differ.
public sealed interface Change {

  /// A sentence that only the second text has.
  record Added(String sentence) implements Change {}

  /// A sentence that only the first text has.
  record Removed(String sentence) implements Change {}

  /// A sentence that reads otherwise in the second text.
  ///
  /// @param figures whether a number, date or code differs, and not only words
  record Changed(String before, String after, boolean figures) implements Change {}

  /// Whether a figure was changed.
  default boolean ofFigures() {
    return switch (this) {
      case Changed(_, _, boolean figures) -> figures;
      case Added _, Removed _ -> false;
    };
  }
}
