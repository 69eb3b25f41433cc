package dev.assay.index.lucene;

import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.All;
import dev.assay.index.IndexQuery.Between;
import dev.assay.index.IndexQuery.Every;
import dev.assay.index.IndexQuery.Except;
import dev.assay.index.IndexQuery.Fresh;
import dev.assay.index.IndexQuery.Preferring;
import dev.assay.index.IndexQuery.Value;
import dev.assay.index.IndexQuery.Weighted;
import dev.assay.index.IndexRequest;

/// In which order the hits of a request come.
///
/// @param query what to find and to score, without what freshness adds
/// @param freshness what an article of `now` gains; 0 if age counts nothing, or if `query` says it
/// @param now seconds since 1970
/// @param half seconds after which half of it is gone
record PageOrder(IndexQuery query, boolean newest, float freshness, long now, long half) {

  static PageOrder of(IndexRequest request) {
    boolean newest = request.order() == IndexRequest.Order.NEWEST;
    return request.query()
                instanceof Preferring(var wanted, Weighted(Fresh(var now, var half), var weight))
            && !newest
            && !isFlat(wanted)
        ? new PageOrder(wanted, false, weight, now.getEpochSecond(), half.toSeconds())
        : new PageOrder(request.query(), newest, 0, 0, 1);
  }

  /// Whether all that matches scores the same: then only freshness tells hits apart, and Lucene
  /// goes straight to the fresh ones.
  private static boolean isFlat(IndexQuery query) {
    return switch (query) {
      case All _, Value _, Between _ -> true;
      case Every every -> every.parts().stream().allMatch(PageOrder::isFlat);
      case Except(var wanted, _) -> isFlat(wanted);
      case IndexQuery _ -> false;
    };
  }

  /// What an article of this moment gains; half the distance, half the gain, as Lucene's distance
  /// feature has it.
  float bonus(long seconds) {
    return (float) (freshness * (half / (half + (double) Math.abs(seconds - now))));
  }
}
