package dev.assay.index.lucene;

import dev.assay.article.ArticleId;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexPage.Hit;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/// What an index answers, whatever it is read through. Safe for use by many threads.
final class Answers {

  /// A query of so few terms is over soon, and watching the time would cost it a fifth of its own.
  private static final int FEW_TERMS = 64;

  private final SegmentValues.Cache segments = new SegmentValues.Cache();

  IndexPage page(IndexSearcher searcher, IndexRequest request) throws IOException {
    LuceneQueries queries = new LuceneQueries(searcher);
    PageOrder order = PageOrder.of(request);
    Query query = searcher.rewrite(queries.filtered(order.query(), request.filter()));
    if (LuceneQueries.terms(query) <= FEW_TERMS) {
      searcher.setTimeout(null);
    }
    HitCollection collection = new HitCollection(searcher, segments, query, order, request);
    HitCounts counts =
        new HitCounts(segments, request.copies() == IndexRequest.Copies.FOLDED, request.counted());
    List<Hit> hits;
    if (queries.most(order.query()) <= HitCounts.BOUND) {
      hits = collection.collectAndCount(counts);
      counts.endOf(searcher);
    } else {
      hits = collection.collect();
      counts.count(searcher, queries.matching(order.query(), request.filter()));
    }
    boolean more = hits.size() > request.limit();
    List<Hit> shown = more ? hits.subList(0, request.limit()) : hits;
    return new IndexPage(shown, counts.total(), counts.counts(), more);
  }

  static Optional<Set<ArticleId>> matching(IndexSearcher searcher, IndexQuery filter, int most)
      throws IOException {
    Query query = new ConstantScoreQuery(new LuceneQueries(searcher).of(filter));
    int enough = most + 1; // as all score the same, Lucene looks no further
    ScoreDoc[] found =
        searcher.search(query, new TopScoreDocCollectorManager(enough, enough)).scoreDocs;
    if (found.length > most) {
      return Optional.empty();
    }
    Set<ArticleId> ids = new HashSet<>();
    BySegment.each(
        searcher,
        Arrays.stream(found).mapToInt(one -> one.doc),
        (segment, documents) -> {
          NumericDocValues known = DocValues.getNumeric(segment.reader(), Fields.ID);
          for (int doc : documents) {
            ids.add(new ArticleId(known.advanceExact(doc) ? known.longValue() : 0));
          }
        });
    return Optional.of(ids);
  }

  static Map<IndexQuery.Term, Integer> frequencies(
      IndexSearcher searcher, Collection<IndexQuery.Term> terms) throws IOException {
    Map<IndexQuery.Term, Integer> frequencies = new HashMap<>();
    for (IndexQuery.Term term : terms) {
      Term luceneTerm = LuceneQueries.luceneTerm(term.field(), term.kind(), term.term());
      frequencies.put(term, searcher.getIndexReader().docFreq(luceneTerm));
    }
    return frequencies;
  }
}
