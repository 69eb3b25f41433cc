package dev.assay.search;

import dev.assay.index.IndexPage;
import dev.assay.index.IndexPage.Hit;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.Every;
import dev.assay.index.IndexQuery.Except;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexQuery.Value;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexRequest.Anchor;
import dev.assay.index.IndexRequest.Copies;
import dev.assay.index.SearchIndex;
import dev.assay.search.SearchRequest.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The hits of a page, so that its first ones are not all of one language where there is a good one
/// of the other: that one stands last among them, ahead of its place, and is left out there.
///
/// @param end where the page ends, if another follows
/// @param ahead the hit that stands ahead of its place, as [#key] calls it; 0 if none does
record BothLanguages(List<Hit> hits, Optional<Anchor> end, long ahead) {

  /// Hits that are looked at before any other.
  private static final int FIRST = 5;

  /// A hit with this share of the best score is a good one.
  private static final double GOOD = 0.5;

  /// The same of one that has all words of the query.
  private static final double GOOD_WITH_ALL_WORDS = 0.15;

  /// The hits of the first page.
  static BothLanguages of(
      IndexPage page, SearchRequest request, IndexQuery query, Demand demand, SearchIndex index) {
    boolean may = request.sort() != Sort.NEWEST && page.hits().size() >= FIRST;
    return (may ? missing(page, request, query, demand, index) : Optional.<Hit>empty())
        .map(other -> withAhead(page, other, request))
        .orElseGet(() -> after(page, request, 0));
  }

  /// How many hits to ask for: one more on a further page that may hold the one that stood ahead,
  /// so that no page is left with nothing.
  static int limit(SearchRequest request, @Nullable PageToken token) {
    return token == null || token.ahead() == 0 ? request.limit() : request.limit() + 1;
  }

  /// The hits of a further page.
  ///
  /// @param ahead what the first page showed ahead of its place
  static BothLanguages after(IndexPage page, SearchRequest request, long ahead) {
    List<Hit> others = page.hits().stream().filter(hit -> key(hit, request) != ahead).toList();
    List<Hit> hits = others.subList(0, Math.min(request.limit(), others.size()));
    boolean more = page.more() || hits.size() < others.size();
    return new BothLanguages(
        hits,
        more && !hits.isEmpty() ? Optional.of(hits.getLast().anchor()) : Optional.empty(),
        ahead);
  }

  /// What a hit stands for: its group where copies are folded, of which the best may be another
  /// article on another page.
  private static long key(Hit hit, SearchRequest request) {
    return (request.copies() == SearchRequest.Copies.FOLDED ? hit.group() : hit.id()).value();
  }

  private static BothLanguages withAhead(IndexPage page, Hit other, SearchRequest request) {
    long ahead = key(other, request);
    List<Hit> rest =
        page.hits().stream()
            .filter(hit -> key(hit, request) != ahead)
            .limit(request.limit() - 1L)
            .toList();
    List<Hit> hits = new ArrayList<>(rest);
    hits.add(FIRST - 1, other);
    boolean more = page.more() || !hits.contains(page.hits().getLast());
    return new BothLanguages(
        hits, more ? Optional.of(rest.getLast().anchor()) : Optional.empty(), ahead);
  }

  /// The best hit of the language that none of the first hits is in, if it is a good one.
  private static Optional<Hit> missing(
      IndexPage page, SearchRequest request, IndexQuery query, Demand demand, SearchIndex index) {
    if (isKnownToBeOfOneLanguage(page)) {
      return Optional.empty();
    }
    List<String> first = page.hits().stream().limit(FIRST).map(hit -> hit.id().toString()).toList();
    IndexQuery chinese = new Value(KeywordField.LANGUAGE, Search.CHINESE);
    int inChinese =
        find(new Value(KeywordField.ID, first), chinese, Copies.SHOWN, FIRST, index).size();
    if (inChinese > 0 && inChinese < first.size()) {
      return Optional.empty();
    }
    IndexQuery other =
        inChinese == 0
            ? new Every(List.of(demand.filter(), chinese))
            : new Except(demand.filter(), chinese);
    double share = demand.every() ? GOOD_WITH_ALL_WORDS : GOOD;
    double good = share * Fusion.worth(page.hits().getFirst().score());
    return find(query, other, Search.copies(request.copies()), 1, index).stream()
        .findFirst()
        .filter(hit -> Fusion.worth(hit.score()) >= good);
  }

  /// Whether all that matches is Chinese, or none of it.
  private static boolean isKnownToBeOfOneLanguage(IndexPage page) {
    List<IndexPage.Count> counts = page.counts().getOrDefault(KeywordField.LANGUAGE, List.of());
    long chinese = counts.stream().filter(count -> Search.CHINESE.contains(count.value())).count();
    return page.total().exact() && (chinese == 0 || chinese == counts.size());
  }

  private static List<Hit> find(
      IndexQuery query, IndexQuery filter, Copies copies, int limit, SearchIndex index) {
    return index
        .find(
            new IndexRequest(
                query, filter, IndexRequest.Order.RELEVANCE, copies, null, limit, Set.of()))
        .hits();
  }
}
