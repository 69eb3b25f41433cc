package dev.assay.index.lucene;

import dev.assay.article.ArticleId;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexedArticle;
import dev.assay.index.KnownThen;
import dev.assay.index.SearchIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// The index as it was known at a moment: the articles of the present one that were there in the
/// same form, and beside them, in memory, those that had another.
final class PastIndex implements SearchIndex {

  private final LuceneIndex present;
  private final KnownThen known;
  private final Answers answers;
  private final LuceneIndex otherwise;
  private volatile @Nullable Seen seen;

  /// The present index as it was seen last, so that what is known of it is found once.
  private record Seen(Object present, IndexReader reader) {}

  PastIndex(LuceneIndex present, KnownThen known, Answers answers) {
    this.present = present;
    this.known = known;
    this.answers = answers;
    this.otherwise = LuceneIndex.openInMemory();
    otherwise.put(known.otherwise());
    otherwise.commit(1);
    otherwise.refresh();
  }

  private interface Reading<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  private <T> T reading(Reading<T> work) {
    return present.reading(
        now ->
            otherwise.reading(
                then -> {
                  IndexSearcher own =
                      new IndexSearcher(reader(now.getIndexReader(), then.getIndexReader()));
                  own.setSimilarity(now.getSimilarity());
                  own.setTimeout(LuceneIndex.longest());
                  return work.with(own);
                }));
  }

  private IndexReader reader(IndexReader now, IndexReader then) throws IOException {
    Object key = now.getReaderCacheHelper().getKey();
    Seen last = seen;
    if (last == null || !last.present().equals(key)) {
      last = new Seen(key, joined(now, then));
      seen = last;
    }
    return last.reader();
  }

  private IndexReader joined(IndexReader now, IndexReader then) throws IOException {
    List<LeafReader> leaves = new ArrayList<>();
    for (LeafReaderContext leaf : now.leaves()) {
      leaves.add(PastLeaf.of(leaf.reader(), known.asNow()));
    }
    then.leaves().forEach(leaf -> leaves.add(leaf.reader()));
    return new MultiReader(leaves.toArray(LeafReader[]::new), false);
  }

  @Override
  public IndexPage find(IndexRequest request) {
    return reading(searcher -> answers.page(searcher, request));
  }

  @Override
  public Optional<Set<ArticleId>> matching(IndexQuery filter, int most) {
    return reading(searcher -> Answers.matching(searcher, filter, most));
  }

  @Override
  public Map<IndexQuery.Term, Integer> frequencies(Collection<IndexQuery.Term> terms) {
    return reading(searcher -> Answers.frequencies(searcher, terms));
  }

  @Override
  public Set<String> values(IndexQuery.KeywordField field, int most) {
    return reading(searcher -> Vocabulary.values(searcher, field, most));
  }

  @Override
  public Map<String, Integer> similar(String word, int edits, int limit) {
    return reading(searcher -> Vocabulary.of(searcher).similar(word, edits, limit));
  }

  @Override
  public long size() {
    return reading(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  @Override
  public void put(List<IndexedArticle> articles) {
    throw past();
  }

  @Override
  public void delete(Collection<ArticleId> ids) {
    throw past();
  }

  @Override
  public void clear() {
    throw past();
  }

  @Override
  public void commit(long sequence) {
    throw past();
  }

  private static IllegalStateException past() {
    return new IllegalStateException("the past is only read");
  }

  @Override
  public long committedSequence() {
    return present.committedSequence();
  }

  @Override
  public List<String> problems() {
    return present.problems();
  }

  @Override
  public void refresh() {
    present.refresh();
  }

  @Override
  public SearchIndex asOf(KnownThen then) {
    throw past();
  }

  @Override
  public void close() {
    otherwise.close();
  }
}
