package dev.assay.topic.ledger;

import dev.assay.analyze.claim.Claim;
import dev.assay.article.ArticleId;
import dev.assay.article.Language;
import dev.assay.ledger.EntryId;
import java.util.List;

/// What of a topic page is in dispute.
///
/// @param count entries of the topic that differ: of its things themselves, where it has some
/// @param entries those of most interest
/// @param figures of the page's articles with one that cannot hold together with each, those of the
///   entries of most sources first
public record Disputes(long count, List<ShownEntry> entries, List<Figure> figures) {

  public Disputes {
    entries = List.copyOf(entries);
    figures = List.copyOf(figures);
  }

  /// A disputed figure.
  ///
  /// @param here the article's own
  /// @param against the plainest of those that cannot hold together with it
  public record Figure(EntryId entry, Side here, Side against) {}

  /// A figure as one article gives it.
  public record Side(
      ArticleId article, String source, Language language, String written, Claim claim) {}
}
