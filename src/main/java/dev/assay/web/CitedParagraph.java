package dev.assay.web;

import dev.assay.article.ArticleId;
import dev.assay.cite.Citation;
import dev.assay.cite.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One mark behind a sentence: a paragraph with all its words that the sentence rests on.
///
/// @param spans in order of their start
public record CitedParagraph(ArticleId article, int paragraph, List<Span> spans) {

  private record Place(ArticleId article, int paragraph) {}

  /// The paragraphs that a sentence cites, each once, in the order in which it first cites them.
  public static List<CitedParagraph> of(List<Citation> citations) {
    Map<Place, List<Span>> spans = new LinkedHashMap<>();
    for (Citation citation : citations) {
      spans
          .computeIfAbsent(
              new Place(citation.article(), citation.paragraph()), _ -> new ArrayList<>())
          .add(citation.span());
    }
    return spans.entrySet().stream()
        .map(
            cited ->
                new CitedParagraph(
                    cited.getKey().article(),
                    cited.getKey().paragraph(),
                    cited.getValue().stream()
                        .sorted(Comparator.comparingInt(Span::start))
                        .toList()))
        .toList();
  }
}
