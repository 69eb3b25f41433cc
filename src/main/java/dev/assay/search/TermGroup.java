package dev.assay.search;

import dev.assay.cite.Span;
import java.util.List;

/// One term of a question and its other names: alternatives, of which the best alone counts.
///
/// @param span the term in the question
/// @param weight what the term is worth among others, more than 0
/// @param translated whether the names come from the dictionary
record TermGroup(Span span, List<Name> names, double weight, boolean translated) {

  TermGroup {
    names = List.copyOf(names);
  }

  /// Another name of the term.
  ///
  /// @param weight how likely it is meant, more than 0 up to 1
  record Name(String text, double weight) {}
}
