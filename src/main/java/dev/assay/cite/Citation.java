package dev.assay.cite;

import dev.assay.article.ArticleId;

/// The mark in a summary that points to the words it rests on.
///
/// @param paragraph number of the paragraph in the article, from 1
/// @param span the words in that paragraph
public record Citation(ArticleId article, int paragraph, Span span) {

  public Citation {
    if (paragraph < 1) {
      throw new IllegalArgumentException("paragraph number must be 1 or more, got " + paragraph);
    }
  }
}
