package dev.assay.index.lucene;

import dev.assay.index.IndexPage.Count;
import dev.assay.index.IndexPage.Total;
import dev.assay.index.IndexQuery.KeywordField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/// Counts hits, and their values in some fields, up to a bound; beyond it the counts are lower
/// bounds and say so.
final class HitCounts extends SimpleCollector {

  /// Hits that are counted one by one. Past it a reader is told "10,000+".
  static final int BOUND = 10_000;

  /// Documents that wait to be counted: one field after the other is read several times as fast as
  /// one document after the other.
  private final int[] documents = new int[1_024];

  private int waiting;

  private final DistinctLongs groups = new DistinctLongs();
  private final boolean folded;
  private final Map<KeywordField, Map<String, Long>> counts = new EnumMap<>(KeywordField.class);
  private final List<LeafCounts> leaf = new ArrayList<>();
  private NumericDocValues group = DocValues.emptyNumeric();
  private long hits;
  private boolean exact = true;

  HitCounts(boolean folded, Set<KeywordField> counted) {
    this.folded = folded;
    counted.forEach(field -> counts.put(field, new HashMap<>()));
  }

  /// Counts all that matches `query`.
  void count(IndexSearcher searcher, Query query) throws IOException {
    searcher.search(query, new InOneThread(this));
    endOf(searcher);
  }

  /// To be said when the search of `searcher` that counted is over.
  void endOf(IndexSearcher searcher) {
    if (searcher.timedOut()) {
      exact = false;
    }
  }

  Total total() {
    return new Total(folded ? groups.size() : hits, exact);
  }

  Map<KeywordField, List<Count>> counts() {
    Map<KeywordField, List<Count>> result = new EnumMap<>(KeywordField.class);
    counts.forEach((field, values) -> result.put(field, mostFirst(values)));
    return result;
  }

  private static List<Count> mostFirst(Map<String, Long> values) {
    return values.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Count::articles).reversed().thenComparing(Count::value))
        .toList();
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    if (hits >= BOUND) {
      exact = false;
      throw new CollectionTerminatedException();
    }
    group = DocValues.getNumeric(context.reader(), Fields.GROUP);
    leaf.clear();
    for (KeywordField field : counts.keySet()) {
      leaf.add(LeafCounts.of(field, DocValues.getSortedSet(context.reader(), Fields.of(field))));
    }
  }

  @Override
  public void collect(int doc) throws IOException {
    if (hits == BOUND) {
      exact = false;
      finish();
      throw new CollectionTerminatedException();
    }
    hits++;
    if (waiting == documents.length) {
      countWaiting();
    }
    documents[waiting++] = doc;
  }

  private void countWaiting() throws IOException {
    for (int i = 0; folded && i < waiting; i++) {
      if (group.advanceExact(documents[i])) {
        groups.add(group.longValue());
      }
    }
    for (LeafCounts count : leaf) {
      count.add(documents, waiting);
    }
    waiting = 0;
  }

  @Override
  public void finish() throws IOException {
    countWaiting();
    for (LeafCounts count : leaf) {
      count.addTo(counts.getOrDefault(count.field, Map.of()));
    }
    leaf.clear();
  }

  @Override
  public void setScorer(Scorable scorer) {}

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /// Counts of one field in one segment.
  ///
  /// @param single the values if each article has one at most, which are read faster; else null
  private record LeafCounts(
      KeywordField field,
      SortedSetDocValues values,
      @Nullable SortedDocValues single,
      long[] byOrdinal) {

    static LeafCounts of(KeywordField field, SortedSetDocValues values) {
      return new LeafCounts(
          field,
          values,
          DocValues.unwrapSingleton(values),
          new long[Math.toIntExact(values.getValueCount())]);
    }

    void add(int[] documents, int count) throws IOException {
      if (single != null) {
        addSingle(single, documents, count);
        return;
      }
      for (int i = 0; i < count; i++) {
        if (values.advanceExact(documents[i])) {
          for (int left = values.docValueCount(); left > 0; left--) {
            byOrdinal[Math.toIntExact(values.nextOrd())]++;
          }
        }
      }
    }

    private void addSingle(SortedDocValues single, int[] documents, int count) throws IOException {
      for (int i = 0; i < count; i++) {
        if (single.advanceExact(documents[i])) {
          byOrdinal[single.ordValue()]++;
        }
      }
    }

    void addTo(Map<String, Long> counts) throws IOException {
      for (int i = 0; i < byOrdinal.length; i++) {
        if (byOrdinal[i] > 0) {
          counts.merge(values.lookupOrd(i).utf8ToString(), byOrdinal[i], Long::sum);
        }
      }
    }
  }
}
