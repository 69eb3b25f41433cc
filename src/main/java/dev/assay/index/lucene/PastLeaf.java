package dev.assay.index.lucene;

import dev.assay.index.KnownThen;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IOBooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One segment of the index in which only some articles are: those that were known then. The others
/// count for nothing, neither as hits nor in the statistics of words, so that what is found, and
/// how it scores, is as in an index of the known ones alone.
final class PastLeaf extends FilterLeafReader {

  private final FixedBitSet known;
  private final int count;

  private PastLeaf(LeafReader in, FixedBitSet known) {
    super(in);
    this.known = known;
    this.count = known.cardinality();
  }

  static PastLeaf of(LeafReader segment, KnownThen.Ids ids) throws IOException {
    FixedBitSet known = new FixedBitSet(segment.maxDoc());
    Bits live = segment.getLiveDocs();
    NumericDocValues values = DocValues.getNumeric(segment, Fields.ID);
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      if ((live == null || live.get(doc)) && ids.contains(values.longValue())) {
        known.set(doc);
      }
    }
    return new PastLeaf(segment, known);
  }

  @Override
  public Bits getLiveDocs() {
    return known;
  }

  @Override
  public int numDocs() {
    return count;
  }

  @Override
  public @Nullable Terms terms(String field) throws IOException {
    Terms terms = super.terms(field);
    return terms == null ? null : new KnownTerms(terms, field);
  }

  @Override
  public CacheHelper getCoreCacheHelper() {
    return in.getCoreCacheHelper();
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }

  /// Added up over the known articles.
  private record Lengths(long sum, int articles) {}

  private Lengths lengths(String field) throws IOException {
    NumericDocValues lengths = DocValues.getNumeric(in, Fields.length(field));
    long sum = 0;
    int articles = 0;
    for (int doc = lengths.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = lengths.nextDoc()) {
      if (known.get(doc) && lengths.longValue() > 0) {
        sum += lengths.longValue();
        articles++;
      }
    }
    return new Lengths(sum, articles);
  }

  private final class KnownTerms extends FilterTerms {
    private final String field;
    private @Nullable Lengths lengths;

    KnownTerms(Terms in, String field) {
      super(in);
      this.field = field;
    }

    private Lengths lengths() throws IOException {
      Lengths counted = lengths;
      if (counted == null) {
        counted = PastLeaf.this.lengths(field);
        lengths = counted;
      }
      return counted;
    }

    @Override
    public TermsEnum iterator() throws IOException {
      return new KnownTermsEnum(in.iterator(), known);
    }

    @Override
    public long getSumTotalTermFreq() throws IOException {
      return lengths().sum();
    }

    /// Nothing scores by it; it may not be more than all words.
    @Override
    public long getSumDocFreq() throws IOException {
      return Math.min(in.getSumDocFreq(), lengths().sum());
    }

    @Override
    public int getDocCount() throws IOException {
      return lengths().articles();
    }

    @Override
    public long size() {
      return -1;
    }
  }

  /// The terms that stand in a known article.
  private static final class KnownTermsEnum extends FilterTermsEnum {
    private final FixedBitSet known;
    private @Nullable PostingsEnum postings;

    KnownTermsEnum(TermsEnum in, FixedBitSet known) {
      super(in);
      this.known = known;
    }

    private boolean stands() throws IOException {
      PostingsEnum all = in.postings(postings, PostingsEnum.NONE);
      postings = all;
      for (int doc = all.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = all.nextDoc()) {
        if (known.get(doc)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public @Nullable BytesRef next() throws IOException {
      BytesRef term = in.next();
      while (term != null && !stands()) {
        term = in.next();
      }
      return term;
    }

    @Override
    public boolean seekExact(BytesRef text) throws IOException {
      return in.seekExact(text) && stands();
    }

    @Override
    public IOBooleanSupplier prepareSeekExact(BytesRef text) {
      return () -> seekExact(text);
    }

    @Override
    public SeekStatus seekCeil(BytesRef text) throws IOException {
      SeekStatus status = in.seekCeil(text);
      if (status == SeekStatus.END || stands()) {
        return status;
      }
      return next() == null ? SeekStatus.END : SeekStatus.NOT_FOUND;
    }

    @Override
    public int docFreq() throws IOException {
      int count = 0;
      PostingsEnum all = in.postings(null, PostingsEnum.NONE);
      for (int doc = all.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = all.nextDoc()) {
        count += known.get(doc) ? 1 : 0;
      }
      return count;
    }

    @Override
    public long totalTermFreq() throws IOException {
      long count = 0;
      PostingsEnum all = in.postings(null, PostingsEnum.FREQS);
      for (int doc = all.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = all.nextDoc()) {
        count += known.get(doc) ? all.freq() : 0;
      }
      return count;
    }
  }
}
