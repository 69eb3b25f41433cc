package dev.assay.brief.vet;

import java.util.List;

/// A sentence of a model or a line that it cites, read.
///
/// @param figures in order
record ReadText(String text, List<Clause> clauses, List<Figure> figures) {

  ReadText {
    clauses = List.copyOf(clauses);
    figures = List.copyOf(figures);
  }
}
