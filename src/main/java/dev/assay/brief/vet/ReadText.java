package dev.assay.brief.vet;

import java.util.List;

/// A sentence of a model or a line that it cites, read.
///
/// @param figures in order
/// @param names in order, as figures of the kind of what they name
record ReadText(String text, List<Clause> clauses, List<Figure> figures, List<Figure> names) {

  ReadText {
    clauses = List.copyOf(clauses);
    figures = List.copyOf(figures);
    names = List.copyOf(names);
  }
}
