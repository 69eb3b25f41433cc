package dev.assay.web.reading;

import dev.assay.article.Paragraph;
import dev.assay.search.Passage;
import dev.assay.search.SearchHit;
import dev.assay.topic.ArticleLine;
import dev.assay.web.Piece;
import java.util.List;

/// One hit as the search page prints it.
///
/// @param copies other articles with this text
/// @param opening how the article begins
public record Result(
    ArticleLine article,
    List<Piece> title,
    List<FoundPassage> passages,
    int copies,
    List<String> opening) {

  /// Paragraphs that a look at an article shows, and how many letters of them.
  private static final int OPENING = 3;

  private static final int OPENING_LETTERS = 400;

  /// More passages of one article than these push the next article away.
  private static final int MOST_PASSAGES = 2;

  /// A passage with the words of the query marked.
  public record FoundPassage(int paragraph, List<Piece> text) {}

  static Result of(SearchHit hit) {
    return new Result(
        ArticleLine.of(hit.article()),
        Piece.of(hit.article().title(), hit.titleHighlights()),
        hit.passages().stream().limit(MOST_PASSAGES).map(passage -> found(hit, passage)).toList(),
        hit.copies() - 1,
        opening(hit.article().paragraphs()));
  }

  private static List<String> opening(List<Paragraph> paragraphs) {
    return paragraphs.stream()
        .filter(paragraph -> paragraph.kind() == Paragraph.Kind.TEXT)
        .limit(OPENING)
        .map(paragraph -> Beginning.of(paragraph.text(), OPENING_LETTERS))
        .toList();
  }

  private static FoundPassage found(SearchHit hit, Passage passage) {
    String paragraph = hit.article().paragraph(passage.paragraph()).text();
    return new FoundPassage(
        passage.paragraph(), Piece.within(paragraph, passage.span(), passage.highlights()));
  }
}
