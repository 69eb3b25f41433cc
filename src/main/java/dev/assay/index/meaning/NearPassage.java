package dev.assay.index.meaning;

import dev.assay.article.ArticleId;
import dev.assay.cite.Span;

/// The passage of an article that is nearest to a question.
///
/// @param paragraph its number
/// @param span within the paragraph
/// @param likeness cosine of the angle to the question, -1 to 1, as far as the index keeps it
public record NearPassage(ArticleId article, int paragraph, Span span, float likeness) {}
