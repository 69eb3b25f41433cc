package dev.assay.store;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.article.PublicationTime;
import dev.assay.cite.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A claim of a stored article, with what the ledger must know of the article.
///
/// @param number from 1, in the order of the article's text; another reading of the text may number
///   its claims otherwise
/// @param drawer only claims of one drawer can stand in one entry
/// @param sentence the text of the claim's sentence
public record StoredClaim(
    ArticleId article, int number, String drawer, String sentence, Place place, Claim claim) {

  /// Where the claim was published.
  ///
  /// @param canonical the first article of its group of copies; the article itself if it is alone
  /// @param voice who speaks in the article; empty if not known
  /// @param published when the source says it was published; null if it does not say
  /// @param orderedBy publication, else fetching
  public record Place(
      ArticleId canonical,
      String source,
      String voice,
      @Nullable PublicationTime published,
      Instant orderedBy,
      Language language) {}

  /// The figure's place in [#sentence].
  public Span figure() {
    Span span = claim.value().span();
    int from = Math.clamp(span.start() - claim.sentence().start(), 0, sentence.length() - 1);
    int to = Math.clamp(span.end() - claim.sentence().start(), from + 1, sentence.length());
    return new Span(from, to);
  }

  /// The figure as it stands in the text.
  public String written() {
    return figure().in(sentence);
  }
}
