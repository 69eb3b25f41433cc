package dev.assay.search;

import dev.assay.index.IndexPage;
import dev.assay.index.IndexPage.Hit;
import dev.assay.index.IndexRequest.Anchor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The hits of one page. Only the first page has an order of its own: the others go through the
/// index from where all before was shown, and leave out what the first one showed ahead of its
/// place.
///
/// @param more whether another page follows
/// @param end the last hit of the index up to which all was shown; null if that is none
/// @param ahead hits that were shown though they stand behind that, as [#key] calls them
record HitPage(List<Hit> hits, boolean more, @Nullable Anchor end, List<Long> ahead) {

  /// The first page.
  ///
  /// @param ordered hits of `page`, and perhaps others, in the order in which they are shown
  static HitPage first(List<Hit> ordered, IndexPage page, SearchRequest request) {
    List<Hit> hits = ordered.subList(0, Math.min(request.limit(), ordered.size()));
    Set<Long> ahead = new HashSet<>(hits.stream().map(hit -> key(hit, request)).toList());
    int passed = 0;
    while (passed < page.hits().size() && ahead.remove(key(page.hits().get(passed), request))) {
      passed++;
    }
    return new HitPage(
        hits,
        page.more() || passed < page.hits().size(),
        passed == 0 ? null : page.hits().get(passed - 1).anchor(),
        ahead.stream().sorted().toList());
  }

  /// How many hits the index is asked for behind the first page, so that none is left with nothing.
  static int asked(SearchRequest request, PageToken token) {
    return request.limit() + token.ahead().size();
  }

  /// A further page.
  static HitPage after(IndexPage page, SearchRequest request, PageToken token) {
    List<Hit> others =
        page.hits().stream().filter(hit -> !token.ahead().contains(key(hit, request))).toList();
    List<Hit> hits = others.subList(0, Math.min(request.limit(), others.size()));
    boolean more = page.more() || hits.size() < others.size();
    return new HitPage(
        hits,
        more && !hits.isEmpty(),
        hits.isEmpty() ? token.anchor() : hits.getLast().anchor(),
        token.ahead());
  }

  /// What a hit stands for: its group where copies are folded, of which the best may be another
  /// article on another page.
  private static long key(Hit hit, SearchRequest request) {
    return (request.copies() == SearchRequest.Copies.FOLDED ? hit.group() : hit.id()).value();
  }
}
