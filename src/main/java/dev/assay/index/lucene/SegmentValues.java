package dev.assay.index.lucene;

import dev.assay.index.IndexQuery.KeywordField;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// What counting reads of one segment, taken out of its files once, since reading it there takes
/// several times as long: which documents are copies, and the values of each field from when it is
/// first counted. Safe for use by many threads.
final class SegmentValues {

  private static final int MOST_VALUES = 255;

  private final FixedBitSet copies;
  private final DistinctLongs copied;
  private final Map<KeywordField, FieldValues> fields = new ConcurrentHashMap<>();

  private SegmentValues(FixedBitSet copies, DistinctLongs copied) {
    this.copies = copies;
    this.copied = copied;
  }

  /// The values of one field, and which each document has. Immutable.
  ///
  /// @param ordinals one byte a document, 1 for the first value and 0 for none, if the field has
  ///   one value a document at most and up to [#MOST_VALUES] in all; else null
  record FieldValues(ValueTexts texts, byte @Nullable [] ordinals) {

    private static FieldValues read(KeywordField field, LeafReader segment) throws IOException {
      SortedSetDocValues values = DocValues.getSortedSet(segment, Fields.of(field));
      SortedDocValues single = DocValues.unwrapSingleton(values);
      boolean few = single != null && single.getValueCount() <= MOST_VALUES;
      return new FieldValues(
          ValueTexts.of(values), few ? ordinals(single, segment.maxDoc()) : null);
    }

    private static byte[] ordinals(SortedDocValues values, int documents) throws IOException {
      byte[] ordinals = new byte[documents];
      for (int doc = values.nextDoc(); doc < documents; doc = values.nextDoc()) {
        ordinals[doc] = (byte) (values.ordValue() + 1);
      }
      return ordinals;
    }
  }

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
    return new SegmentValues(copies, copied);
  }

  /// Documents that are copies of another.
  FixedBitSet copies() {
    return copies;
  }

  /// The groups of these.
  DistinctLongs copied() {
    return copied;
  }

  /// The values of one field of this segment.
  FieldValues of(KeywordField field, LeafReader segment) throws IOException {
    FieldValues known = fields.get(field);
    if (known == null) {
      known = FieldValues.read(field, segment);
      fields.put(field, known);
    }
    return known;
  }
}
