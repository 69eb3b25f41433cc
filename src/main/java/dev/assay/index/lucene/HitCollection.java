package dev.assay.index.lucene;

import dev.assay.article.ArticleId;
import dev.assay.index.IndexPage.Hit;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexRequest.Anchor;
import dev.assay.index.IndexRequest.Copies;
import dev.assay.index.IndexRequest.Order;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One page of hits, in order, copies folded if asked.
///
/// A page goes on after the last hit of the page before, whose score is computed again on the
/// present index: what came in meanwhile neither repeats a hit nor hides one. Equal scores are
/// ordered by id, which no merge changes.
final class HitCollection {

  /// Scores within this share of each other are taken as the same sum, added in another order.
  private static final float SAME_SCORE = 1e-5f;

  private static final int MOST_ROUNDS = 12;

  private static final Sort RELEVANCE =
      new Sort(SortField.FIELD_SCORE, new SortField(Fields.ID, SortField.Type.LONG));
  private static final Sort NEWEST =
      new Sort(
          LongField.newSortField(Fields.SECONDS, true, SortedNumericSelector.Type.MIN),
          new SortField(Fields.ID, SortField.Type.LONG));

  private final IndexSearcher searcher;
  private final Query query;
  private final IndexRequest request;
  private final @Nullable FieldDoc after;
  private final List<Hit> hits = new ArrayList<>();
  private final Set<Long> groups = new HashSet<>();
  private final @Nullable TermsEnum[] groupTerms;

  HitCollection(IndexSearcher searcher, Query query, IndexRequest request) throws IOException {
    this.searcher = searcher;
    this.query = query;
    this.request = request;
    this.groupTerms = new TermsEnum[searcher.getIndexReader().leaves().size()];
    this.after = request.after() == null ? null : placeOf(request.after());
  }

  /// Up to one hit more than the request's limit, which shows that a next page exists.
  List<Hit> collect() throws IOException {
    int wanted = request.limit() + 1;
    int chunk = folds() ? wanted + wanted / 2 : wanted;
    FieldDoc last = after;
    for (int round = 0; round < MOST_ROUNDS && hits.size() < wanted; round++) {
      ScoreDoc[] docs = search(query, last, chunk);
      for (int i = 0; i < docs.length && hits.size() < wanted; i++) {
        take((FieldDoc) docs[i]);
      }
      if (docs.length < chunk) {
        break;
      }
      last = (FieldDoc) docs[docs.length - 1];
      chunk = Math.min(2 * chunk, HitCounts.BOUND);
    }
    return hits;
  }

  private boolean folds() {
    return request.copies() == Copies.FOLDED;
  }

  private ScoreDoc[] search(Query what, @Nullable FieldDoc from, int count) throws IOException {
    Sort sort = request.order() == Order.RELEVANCE ? RELEVANCE : NEWEST;
    return searcher.search(what, new TopFieldCollectorManager(sort, count, from, count)).scoreDocs;
  }

  private void take(FieldDoc doc) throws IOException {
    Place place = placeOf(doc);
    long group = number(place, Fields.GROUP);
    int copies = members(group);
    if (folds() && (!groups.add(group) || copies > 1 && shownBefore(group))) {
      return;
    }
    hits.add(
        new Hit(
            new ArticleId(number(place, Fields.ID)),
            scoreOf(doc),
            number(place, Fields.SECONDS),
            copies));
  }

  private float scoreOf(FieldDoc doc) {
    return request.order() == Order.RELEVANCE ? (Float) doc.fields[0] : 0;
  }

  private static Query groupQuery(long group) {
    return new TermQuery(new Term(Fields.GROUP, new ArticleId(group).toString()));
  }

  /// Articles of the group in the index, counted from its postings without the cost of a search.
  private int members(long group) throws IOException {
    BytesRef term = new BytesRef(new ArticleId(group).toString());
    int members = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      @Nullable TermsEnum terms = groupTerms(leaf);
      if (terms != null) {
        members += live(terms, term, leaf.reader().getLiveDocs());
      }
    }
    return members;
  }

  /// Made once for each segment: it costs more than what is then looked up with it.
  private @Nullable TermsEnum groupTerms(LeafReaderContext leaf) throws IOException {
    @Nullable TermsEnum made = groupTerms[leaf.ord];
    if (made == null) {
      Terms terms = leaf.reader().terms(Fields.GROUP);
      made = terms == null ? null : terms.iterator();
      groupTerms[leaf.ord] = made;
    }
    return made;
  }

  private static int live(TermsEnum groups, BytesRef group, @Nullable Bits live)
      throws IOException {
    if (!groups.seekExact(group)) {
      return 0;
    }
    if (live == null) {
      return groups.docFreq();
    }
    PostingsEnum members = groups.postings(null, PostingsEnum.NONE);
    int count = 0;
    for (int doc = members.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = members.nextDoc()) {
      count += live.get(doc) ? 1 : 0;
    }
    return count;
  }

  /// Whether the best article of the group stood on an earlier page.
  private boolean shownBefore(long group) throws IOException {
    if (after == null) {
      return false;
    }
    Query ofGroup = LuceneQueries.pair(query, Occur.MUST, groupQuery(group), Occur.FILTER);
    ScoreDoc[] best = search(ofGroup, null, 1);
    ScoreDoc[] bestAfter = search(ofGroup, after, 1);
    return best.length > 0 && (bestAfter.length == 0 || best[0].doc != bestAfter[0].doc);
  }

  private FieldDoc placeOf(Anchor anchor) throws IOException {
    return switch (request.order()) {
      case NEWEST ->
          new FieldDoc(Integer.MAX_VALUE, 0, new Object[] {anchor.seconds(), anchor.article()});
      case RELEVANCE -> {
        float now = scoreNow(anchor).orElse(anchor.score());
        boolean same = Math.abs(now - anchor.score()) <= SAME_SCORE * anchor.score();
        float score = same ? anchor.score() : now;
        yield new FieldDoc(Integer.MAX_VALUE, score, new Object[] {score, anchor.article()});
      }
    };
  }

  private Optional<Float> scoreNow(Anchor anchor) throws IOException {
    Query itself = new TermQuery(new Term(Fields.ID, new ArticleId(anchor.article()).toString()));
    Query both = LuceneQueries.pair(query, Occur.MUST, itself, Occur.FILTER);
    ScoreDoc[] docs = searcher.search(both, 1).scoreDocs;
    return docs.length == 0 ? Optional.empty() : Optional.of(docs[0].score);
  }

  private record Place(LeafReaderContext leaf, int doc) {}

  static ArticleId id(IndexSearcher searcher, ScoreDoc doc) throws IOException {
    return new ArticleId(number(placeOf(searcher, doc), Fields.ID));
  }

  private Place placeOf(ScoreDoc doc) {
    return placeOf(searcher, doc);
  }

  private static Place placeOf(IndexSearcher searcher, ScoreDoc doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc.doc, leaves));
    return new Place(leaf, doc.doc - leaf.docBase);
  }

  private static long number(Place place, String field) throws IOException {
    var reader = place.leaf.reader();
    if (field.equals(Fields.SECONDS)) {
      var values = DocValues.getSortedNumeric(reader, field);
      return values.advanceExact(place.doc) ? values.nextValue() : 0;
    }
    NumericDocValues values = DocValues.getNumeric(reader, field);
    return values.advanceExact(place.doc) ? values.longValue() : 0;
  }
}
