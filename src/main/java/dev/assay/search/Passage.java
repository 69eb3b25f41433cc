package dev.assay.search;

import dev.assay.cite.Span;
import java.util.List;

/// A stretch of one paragraph that answers the query.
///
/// @param paragraph its number, from 1
/// @param span the stretch, within the paragraph
/// @param highlights words of the query in the stretch, within the paragraph, in order
public record Passage(int paragraph, Span span, List<Span> highlights) {
  public Passage {
    highlights = List.copyOf(highlights);
  }
}
