package dev.assay.search;

import dev.assay.cite.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One term of a question and its other names: alternatives, of which the best alone counts.
///
/// @param span the term in the question
/// @param weight what the term is worth among others, more than 0
/// @param entity the id of what the term surely names; null for a word of the dictionary
record TermGroup(Span span, List<Name> names, double weight, @Nullable String entity) {

  TermGroup {
    names = List.copyOf(names);
  }

  /// Whether the names come from the dictionary.
  boolean translated() {
    return entity == null;
  }

  /// Another name of the term.
  ///
  /// @param weight how likely it is meant, more than 0 up to 1
  record Name(String text, double weight) {}
}
