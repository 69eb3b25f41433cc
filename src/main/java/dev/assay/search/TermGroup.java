package dev.assay.search;

import dev.assay.cite.Span;
import java.util.List;

/// One term of a question and its other names: alternatives, of which the best alone counts.
///
/// @param span the term in the question
/// @param weight what the term is worth among others, more than 0
record TermGroup(Span span, List<Name> names, double weight) {

  TermGroup {
    names = List.copyOf(names);
  }

  /// Another name of the term.
  ///
  /// @param weight how likely it is meant, more than 0 up to 1
  record Name(String text, double weight) {}
}
