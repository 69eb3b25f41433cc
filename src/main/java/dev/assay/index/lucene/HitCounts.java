package dev.assay.index.lucene;

import dev.assay.index.IndexPage.Count;
import dev.assay.index.IndexPage.Total;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.lucene.SegmentValues.FieldValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
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
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
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

  private final SegmentValues.Cache segments;
  private final boolean folded;

  /// The ids of the hits that are no copies, each a group of its own: most hits are.
  private long[] originals = new long[1_024];

  private int originalCount;

  /// The groups of the hits that are copies.
  private final DistinctLongs copied = new DistinctLongs();

  /// A copy of each of them; at the end of those whose original is no hit.
  private final Map<Long, Copy> alone = new HashMap<>();

  private record Copy(int doc, long id) {

    /// Of two copies the one of the smaller id counts, so that it does not hang on where they lie.
    static Copy first(Copy one, Copy other) {
      return one.id() <= other.id() ? one : other;
    }
  }

  private int base;

  private final Map<KeywordField, ValueCounts> counts = new EnumMap<>(KeywordField.class);

  /// The segment that is searched, until it has a hit.
  private @Nullable LeafReaderContext unopened;

  private List<LeafCounts> leaf = List.of();
  private FixedBitSet copies = new FixedBitSet(0);
  private NumericDocValues id = DocValues.emptyNumeric();
  private NumericDocValues group = DocValues.emptyNumeric();
  private long hits;
  private boolean exact = true;

  /// @param folded whether an article and its copies count as one hit
  HitCounts(SegmentValues.Cache segments, boolean folded, Set<KeywordField> counted) {
    this.segments = segments;
    this.folded = folded;
    counted.forEach(field -> counts.put(field, new ValueCounts()));
  }

  /// Counts all that matches `query`.
  void count(IndexSearcher searcher, Query query) throws IOException {
    searcher.search(query, new InOneThread(this));
    endOf(searcher);
  }

  /// To be said when the search of `searcher` that counted is over.
  void endOf(IndexSearcher searcher) throws IOException {
    countCopiesAlone(searcher);
    if (searcher.timedOut()) {
      exact = false;
    }
  }

  /// How many hits there are, or were counted before the bound; right only after [#endOf], which
  /// counts the copies.
  Total total() {
    return new Total(folded ? (long) originalCount + alone.size() : hits, exact);
  }

  Map<KeywordField, List<Count>> counts() {
    Map<KeywordField, List<Count>> result = new EnumMap<>(KeywordField.class);
    counts.forEach((field, values) -> result.put(field, values.mostFirst()));
    return result;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext next) throws IOException {
    if (hits >= BOUND) {
      exact = false;
      throw new CollectionTerminatedException();
    }
    base = next.docBase;
    unopened = next;
  }

  /// Makes ready what reads the values of a segment, which costs more than reading some.
  private void open(LeafReaderContext segment) throws IOException {
    copies = segments.of(segment.reader()).copies();
    id = DocValues.getNumeric(segment.reader(), Fields.ID);
    group = DocValues.getNumeric(segment.reader(), Fields.GROUP);
    leaf = leafCounts(segment);
  }

  private List<LeafCounts> leafCounts(LeafReaderContext segment) throws IOException {
    SegmentValues kept = segments.of(segment.reader());
    List<LeafCounts> made = new ArrayList<>();
    for (KeywordField field : counts.keySet()) {
      FieldValues values = kept.of(field, segment.reader());
      if (values.texts().size() > 0) {
        made.add(LeafCounts.of(field, values, segment.reader()));
      }
    }
    return made;
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
    if (waiting == 0) {
      return;
    }
    if (unopened != null) {
      open(unopened);
      unopened = null;
    }
    int counted = folded ? countGroups() : waiting;
    countIn(documents, counted);
    waiting = 0;
  }

  private void countIn(int[] found, int many) throws IOException {
    for (LeafCounts count : leaf) {
      count.add(found, many);
    }
  }

  /// Moves the documents that are no copies to the front: a copy counts only if its original is no
  /// hit, which is known at the end.
  ///
  /// @return how many those are
  private int countGroups() throws IOException {
    int kept = 0;
    for (int i = 0; i < waiting; i++) {
      int doc = documents[i];
      if (!copies.get(doc)) {
        countOriginal(doc);
        documents[kept++] = doc;
      } else if (group.advanceExact(doc)) {
        long of = group.longValue();
        copied.add(of);
        long own = id.advanceExact(doc) ? id.longValue() : 0;
        alone.merge(of, new Copy(base + doc, own), Copy::first);
      }
    }
    return kept;
  }

  private void countOriginal(int doc) throws IOException {
    if (id.advanceExact(doc)) {
      originals = ArrayUtil.grow(originals, originalCount + 1);
      originals[originalCount++] = id.longValue();
    }
  }

  /// Counts one copy of each group whose original was no hit.
  private void countCopiesAlone(IndexSearcher searcher) throws IOException {
    for (int i = 0; i < originalCount && !alone.isEmpty(); i++) {
      if (copied.contains(originals[i])) {
        alone.remove(originals[i]);
      }
    }
    BySegment.each(
        searcher,
        alone.values().stream().mapToInt(Copy::doc),
        (segment, documents) -> {
          leaf = leafCounts(segment);
          countIn(documents, documents.length);
          tellCounts();
        });
  }

  @Override
  public void finish() throws IOException {
    countWaiting();
    tellCounts();
  }

  private void tellCounts() {
    for (LeafCounts count : leaf) {
      count.addTo(Objects.requireNonNull(counts.get(count.field())));
    }
    leaf = List.of();
  }

  @Override
  public void setScorer(Scorable scorer) {}

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  /// Counts of one field in one segment.
  ///
  /// @param ordinals as [FieldValues] keeps them; else null, and they are read from `values`
  /// @param single the values if each article has one at most, which are read faster; else null
  /// @param byOrdinal 1 for the first value
  private record LeafCounts(
      KeywordField field,
      ValueTexts texts,
      byte @Nullable [] ordinals,
      SortedSetDocValues values,
      @Nullable SortedDocValues single,
      int[] byOrdinal) {

    static LeafCounts of(KeywordField field, FieldValues kept, LeafReader segment)
        throws IOException {
      SortedSetDocValues values =
          kept.ordinals() == null
              ? DocValues.getSortedSet(segment, Fields.of(field))
              : DocValues.emptySortedSet();
      return new LeafCounts(
          field,
          kept.texts(),
          kept.ordinals(),
          values,
          DocValues.unwrapSingleton(values),
          new int[kept.texts().size() + 1]);
    }

    void add(int[] documents, int count) throws IOException {
      if (ordinals != null) {
        addKept(ordinals, documents, count);
      } else if (single != null) {
        addSingle(single, documents, count);
      } else {
        addMany(documents, count);
      }
    }

    private void addKept(byte[] ordinals, int[] documents, int count) {
      for (int i = 0; i < count; i++) {
        byOrdinal[Byte.toUnsignedInt(ordinals[documents[i]])]++;
      }
    }

    private void addSingle(SortedDocValues single, int[] documents, int count) throws IOException {
      for (int i = 0; i < count; i++) {
        if (single.advanceExact(documents[i])) {
          byOrdinal[single.ordValue() + 1]++;
        }
      }
    }

    private void addMany(int[] documents, int count) throws IOException {
      for (int i = 0; i < count; i++) {
        if (values.advanceExact(documents[i])) {
          for (int left = values.docValueCount(); left > 0; left--) {
            byOrdinal[Math.toIntExact(values.nextOrd()) + 1]++;
          }
        }
      }
    }

    void addTo(ValueCounts counts) {
      for (int i = 1; i < byOrdinal.length; i++) {
        if (byOrdinal[i] > 0) {
          counts.add(texts, i - 1, byOrdinal[i]);
        }
      }
    }
  }
}
