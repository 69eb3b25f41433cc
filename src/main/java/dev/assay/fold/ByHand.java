package dev.assay.fold;

import dev.assay.article.ArticleId;
import java.util.List;
import java.util.Set;

/// What a reader said of copies, against whatever the comparison says.
///
/// @param together sets of articles that are one text; no article stands in two of them
/// @param apart pairs that are not in one group. They hold against `together` too: of such a pair
///   the article that comes later in the order of groups leaves the set
public record ByHand(List<Set<ArticleId>> together, List<Apart> apart) {

  /// Nobody said anything.
  public static final ByHand NOTHING = new ByHand(List.of(), List.of());

  /// Two articles that a reader parted, whichever way round.
  public record Apart(ArticleId first, ArticleId second) {}

  public ByHand {
    together = together.stream().map(Set::copyOf).toList();
    apart = List.copyOf(apart);
  }
}
