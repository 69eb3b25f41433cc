package dev.assay.analyze;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.name.Tag;
import dev.assay.analyze.quantity.TextReading;
import dev.assay.article.Article;
import java.util.List;

/// What one article says: made once, by [Analyzer], and handed to every stage behind it. No stage
/// cuts its text into sentences, reads its numbers or guesses its language again.
///
/// @param paragraphs the reading of each paragraph, by its number less one
/// @param tags the names it mentions
/// @param claims who has which figure by it, in the order of its text
public record Analysis(
    Article article, List<TextReading> paragraphs, List<Tag> tags, List<Claim> claims) {

  public Analysis {
    paragraphs = List.copyOf(paragraphs);
    tags = List.copyOf(tags);
    claims = List.copyOf(claims);
  }

  /// The reading of the paragraph with this number, from 1.
  public TextReading paragraph(int number) {
    return paragraphs.get(number - 1);
  }
}
