package dev.assay.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/// Collects the first places of a page's order: by score and freshness, or newest, and among equals
/// by id.
///
/// Freshness is added here and not in the query, so that the query stays a plain sum of terms,
/// which Lucene skips through by the highest score of each block: what cannot come among the first
/// even if it were of today is never looked at.
final class TopPlaces extends SimpleCollector {

  /// Where a document stands in the order.
  ///
  /// @param key what comes first is larger: the score's bits, which order as it does, or the
  ///   seconds
  record Place(long key, long id, int doc) {

    static final Comparator<Place> FIRST =
        Comparator.comparingLong(Place::key).reversed().thenComparingLong(Place::id);

    static Place scored(float score, long id, int doc) {
      return new Place(Float.floatToIntBits(score), id, doc);
    }

    float score() {
      return Float.intBitsToFloat((int) key);
    }
  }

  private final PageOrder order;
  private final @Nullable Place after;
  private final int most;
  private final PriorityQueue<Place> best = new PriorityQueue<>(Place.FIRST.reversed());
  private NumericDocValues ids = DocValues.emptyNumeric();
  private NumericDocValues seconds = DocValues.emptyNumeric();
  private @Nullable Scorable scorer;
  private int base;

  /// @param after only what comes after it, if anything
  /// @param most places wanted, from 1
  TopPlaces(PageOrder order, @Nullable Place after, int most) {
    this.order = order;
    this.after = after;
    this.most = most;
  }

  /// The first places, in order.
  List<Place> places() {
    List<Place> places = new ArrayList<>(best);
    places.sort(Place.FIRST);
    return places;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    base = context.docBase;
    ids = DocValues.getNumeric(context.reader(), Fields.ID);
    NumericDocValues single =
        DocValues.unwrapSingleton(DocValues.getSortedNumeric(context.reader(), Fields.SECONDS));
    seconds = single == null ? DocValues.emptyNumeric() : single;
  }

  @Override
  public void setScorer(Scorable scorer) throws IOException {
    this.scorer = scorer;
    skipWhatCannotCompete();
  }

  @Override
  public void collect(int doc) throws IOException {
    long key = order.newest() ? number(seconds, doc) : scoreKey(doc);
    if (key < lowest()) {
      return;
    }
    Place place = new Place(key, number(ids, doc), base + doc);
    if (after != null && Place.FIRST.compare(place, after) <= 0) {
      return;
    }
    if (best.size() < most) {
      best.add(place);
    } else if (Place.FIRST.compare(place, best.peek()) < 0) {
      best.poll();
      best.add(place);
    } else {
      return;
    }
    skipWhatCannotCompete();
  }

  /// 0, the lowest of all, if the score leaves no hope.
  private long scoreKey(int doc) throws IOException {
    float score = scorer == null ? 0 : scorer.score();
    if (order.freshness() == 0) {
      return Float.floatToIntBits(score);
    }
    return Float.floatToIntBits(score + order.freshness()) < lowest()
        ? 0
        : Float.floatToIntBits(score + order.bonus(number(seconds, doc)));
  }

  private long lowest() {
    Place last = best.size() < most ? null : best.peek();
    return last == null ? Long.MIN_VALUE : last.key();
  }

  private void skipWhatCannotCompete() throws IOException {
    Place last = best.size() < most ? null : best.peek();
    if (last == null || scorer == null || order.newest()) {
      return;
    }
    float least = Math.nextDown(Math.nextDown(last.score() - order.freshness()));
    if (least > 0) {
      scorer.setMinCompetitiveScore(least);
    }
  }

  private static long number(NumericDocValues values, int doc) throws IOException {
    return values.advanceExact(doc) ? values.longValue() : 0;
  }

  @Override
  public ScoreMode scoreMode() {
    return order.newest() ? ScoreMode.COMPLETE_NO_SCORES : ScoreMode.TOP_SCORES;
  }
}
