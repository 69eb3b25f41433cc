package dev.assay.index.lucene;

import dev.assay.index.IndexQuery.KeywordField;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;

/// What counting reads of one segment, taken out of its files once: one byte for each document and
/// field of few values, and one bit that says whether it is a copy. Counting from these takes a
/// fraction of the time, for some four bytes a document, and the texts of the values. Immutable.
///
/// @param ordinals of fields with one value a document at most, and up to [#MOST_VALUES] in all: 1
///   for the first value, 0 for none
/// @param texts the values of each field that is counted
/// @param copies documents that are copies of another
/// @param copied the groups of these
record SegmentValues(
    Map<KeywordField, byte[]> ordinals,
    Map<KeywordField, ValueTexts> texts,
    FixedBitSet copies,
    DistinctLongs copied) {

  private static final int MOST_VALUES = 255;

  /// Those of the segments that are open. A segment never changes, but for what is deleted. Safe
  /// for use by many threads.
  static final class Cache {
    private final Map<IndexReader.CacheKey, SegmentValues> open = new ConcurrentHashMap<>();

    SegmentValues of(LeafReader segment) throws IOException {
      IndexReader.CacheHelper core = segment.getCoreCacheHelper();
      SegmentValues known = open.get(core.getKey());
      if (known == null) {
        known = read(segment);
        if (open.putIfAbsent(core.getKey(), known) == null) {
          core.addClosedListener(open::remove);
        }
      }
      return known;
    }
  }

  private static SegmentValues read(LeafReader segment) throws IOException {
    Map<KeywordField, byte[]> ordinals = new EnumMap<>(KeywordField.class);
    Map<KeywordField, ValueTexts> texts = new EnumMap<>(KeywordField.class);
    for (KeywordField field : Fields.COUNTED) {
      SortedSetDocValues values = DocValues.getSortedSet(segment, Fields.of(field));
      texts.put(field, ValueTexts.of(values));
      SortedDocValues single = DocValues.unwrapSingleton(values);
      if (single != null && single.getValueCount() <= MOST_VALUES) {
        ordinals.put(field, ordinals(single, segment.maxDoc()));
      }
    }
    FixedBitSet copies = new FixedBitSet(segment.maxDoc());
    DistinctLongs copied = new DistinctLongs();
    NumericDocValues ids = DocValues.getNumeric(segment, Fields.ID);
    NumericDocValues groups = DocValues.getNumeric(segment, Fields.GROUP);
    for (int doc = 0; doc < segment.maxDoc(); doc++) {
      if (ids.advanceExact(doc)
          && groups.advanceExact(doc)
          && ids.longValue() != groups.longValue()) {
        copies.set(doc);
        copied.add(groups.longValue());
      }
    }
    return new SegmentValues(ordinals, texts, copies, copied);
  }

  private static byte[] ordinals(SortedDocValues values, int documents) throws IOException {
    byte[] ordinals = new byte[documents];
    for (int doc = values.nextDoc(); doc < documents; doc = values.nextDoc()) {
      ordinals[doc] = (byte) (values.ordValue() + 1);
    }
    return ordinals;
  }
}
