package dev.assay.search;

import dev.assay.article.Article;
import dev.assay.cite.Span;
import java.util.List;

/// One article that was found.
///
/// @param score comparable within one search only; 0 when sorted by time
/// @param titleHighlights words of the query in the title
/// @param passages where the query stands in the text, best first; empty if only the title or a
///   name matches
/// @param copies articles with this text, this one included
public record SearchHit(
    Article article, double score, List<Span> titleHighlights, List<Passage> passages, int copies) {

  public SearchHit {
    titleHighlights = List.copyOf(titleHighlights);
    passages = List.copyOf(passages);
  }
}
