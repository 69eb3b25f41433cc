package dev.assay.fold;

import dev.assay.cite.Span;
import java.util.List;

/// One place where two copies of a text, or two revisions of an article, differ.
public sealed interface Change {

  /// A sentence that only the second text has.
  record Added(String sentence) implements Change {}

  /// A sentence that only the first text has.
  record Removed(String sentence) implements Change {}

  /// A sentence that reads otherwise in the second text.
  ///
  /// @param figures whether a number, date or code differs, and not only words
  /// @param inBefore the words of `before` that `after` lacks, in order
  /// @param inAfter the words of `after` that `before` lacks, in order
  record Changed(
      String before, String after, boolean figures, List<Span> inBefore, List<Span> inAfter)
      implements Change {
    public Changed {
      inBefore = List.copyOf(inBefore);
      inAfter = List.copyOf(inAfter);
    }
  }

  /// Whether a figure was changed.
  default boolean ofFigures() {
    return switch (this) {
      case Changed changed -> changed.figures();
      case Added _, Removed _ -> false;
    };
  }
}
