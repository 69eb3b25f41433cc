package dev.assay.ledger;

import dev.assay.article.ArticleId;
import org.jspecify.annotations.Nullable;

/// What a list keeps of an entry; its rows are made of its claims when it is shown.
///
/// @param figures rows; copies are not counted
/// @param compared rows that are compared
/// @param sources independent ones
/// @param dispute the two claims that show best why the entry differs; null if it does not
public record KeptEntry(
    EntryId id,
    String drawer,
    Verdict verdict,
    int figures,
    int compared,
    int sources,
    @Nullable Dispute dispute) {

  /// A claim as the store knows it.
  public record ClaimKey(ArticleId article, int number) {}

  /// Two claims that cannot both hold.
  public record Dispute(ClaimKey one, ClaimKey other) {}
}
