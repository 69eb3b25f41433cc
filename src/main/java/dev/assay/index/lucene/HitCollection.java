package dev.assay.index.lucene;

import dev.assay.article.ArticleId;
import dev.assay.index.IndexPage.Hit;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexRequest.Anchor;
import dev.assay.index.IndexRequest.Copies;
import dev.assay.index.lucene.TopPlaces.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
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

  private static final Sort NEWEST =
      new Sort(
          LongField.newSortField(Fields.SECONDS, true, SortedNumericSelector.Type.MIN),
          new SortField(Fields.ID, SortField.Type.LONG));

  private final IndexSearcher searcher;
  private final SegmentValues.Cache segments;
  private final Query query;
  private final PageOrder order;
  private final IndexRequest request;
  private final @Nullable Place after;
  private final List<Hit> hits = new ArrayList<>();
  private final Set<Long> groups = new HashSet<>();
  private final @Nullable TermsEnum[] groupTerms;

  /// @param query what the hits match, filters included, scored without freshness
  HitCollection(
      IndexSearcher searcher,
      SegmentValues.Cache segments,
      Query query,
      PageOrder order,
      IndexRequest request)
      throws IOException {
    this.searcher = searcher;
    this.segments = segments;
    this.query = query;
    this.order = order;
    this.request = request;
    this.groupTerms = new TermsEnum[searcher.getIndexReader().leaves().size()];
    this.after = request.after() == null ? null : placeOf(request.after());
  }

  /// Up to one hit more than the request's limit, which shows that a next page exists.
  List<Hit> collect() throws IOException {
    return collect(search(query, after, firstChunk()));
  }

  /// The same, where all that matches is visited, once, and counted on the way: cheaper than twice
  /// unless it is very many.
  List<Hit> collectAndCount(HitCounts counts) throws IOException {
    TopPlaces places = new TopPlaces(order, after, firstChunk());
    searcher.search(query, new InOneThread(MultiCollector.wrap(places, counts)));
    return collect(places.places());
  }

  private int wanted() {
    return request.limit() + 1;
  }

  private int firstChunk() {
    return folds() ? wanted() + wanted() / 2 : wanted();
  }

  private List<Hit> collect(List<Place> first) throws IOException {
    List<Place> places = first;
    int chunk = firstChunk();
    for (int round = 0; round < MOST_ROUNDS && hits.size() < wanted(); round++) {
      Map<Integer, Values> values = values(places);
      for (int i = 0; i < places.size() && hits.size() < wanted(); i++) {
        take(places.get(i), values.getOrDefault(places.get(i).doc(), Values.NONE));
      }
      if (places.size() < chunk || hits.size() == wanted()) {
        break;
      }
      chunk = Math.min(2 * chunk, HitCounts.BOUND);
      places = search(query, places.getLast(), chunk);
    }
    return hits;
  }

  private boolean folds() {
    return request.copies() == Copies.FOLDED;
  }

  private List<Place> search(Query what, @Nullable Place from, int count) throws IOException {
    if (order.newest()) {
      return newest(what, from, count);
    }
    TopPlaces places = new TopPlaces(order, from, count);
    searcher.search(what, new InOneThread(places));
    return places.places();
  }

  /// Lucene goes straight to the newest.
  private List<Place> newest(Query what, @Nullable Place from, int count) throws IOException {
    FieldDoc last =
        from == null
            ? null
            : new FieldDoc(Integer.MAX_VALUE, 0, new Object[] {from.key(), from.id()});
    List<Place> places = new ArrayList<>();
    for (ScoreDoc found :
        searcher.search(what, new TopFieldCollectorManager(NEWEST, count, last, count)).scoreDocs) {
      Object[] values = ((FieldDoc) found).fields;
      places.add(new Place((Long) values[0], (Long) values[1], found.doc));
    }
    return places;
  }

  /// What is kept of a document beside its id.
  private record Values(long group, long seconds) {
    static final Values NONE = new Values(0, 0);
  }

  /// Those of each document that has a place.
  private Map<Integer, Values> values(List<Place> places) throws IOException {
    Map<Integer, Values> values = new HashMap<>();
    BySegment.each(
        searcher,
        places.stream().mapToInt(Place::doc),
        (segment, documents) -> {
          NumericDocValues groups = DocValues.getNumeric(segment.reader(), Fields.GROUP);
          SortedNumericDocValues seconds =
              DocValues.getSortedNumeric(segment.reader(), Fields.SECONDS);
          for (int doc : documents) {
            values.put(
                segment.docBase + doc,
                new Values(
                    groups.advanceExact(doc) ? groups.longValue() : 0,
                    seconds.advanceExact(doc) ? seconds.nextValue() : 0));
          }
        });
    return values;
  }

  private void take(Place place, Values values) throws IOException {
    long group = values.group();
    int copies = isCopied(group) ? members(group) : 1;
    if (folds() && (!groups.add(group) || copies > 1 && shownBefore(group))) {
      return;
    }
    hits.add(
        new Hit(
            new ArticleId(place.id()),
            new ArticleId(group),
            order.newest() ? 0 : place.score(),
            order.newest() ? place.key() : values.seconds(),
            copies));
  }

  private static Query groupQuery(long group) {
    return new TermQuery(new Term(Fields.GROUP, new ArticleId(group).toString()));
  }

  /// Whether any article of the index is a copy of this group: of most there is none.
  private boolean isCopied(long group) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      if (segments.of(leaf.reader()).copied().contains(group)) {
        return true;
      }
    }
    return false;
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
    List<Place> best = search(ofGroup, null, 1);
    List<Place> bestAfter = search(ofGroup, after, 1);
    return !best.isEmpty()
        && (bestAfter.isEmpty() || best.getFirst().doc() != bestAfter.getFirst().doc());
  }

  private Place placeOf(Anchor anchor) throws IOException {
    if (order.newest()) {
      return new Place(anchor.seconds(), anchor.article(), Integer.MAX_VALUE);
    }
    float now = scoreNow(anchor).orElse(anchor.score());
    boolean same = Math.abs(now - anchor.score()) <= SAME_SCORE * anchor.score();
    return Place.scored(same ? anchor.score() : now, anchor.article(), Integer.MAX_VALUE);
  }

  private Optional<Float> scoreNow(Anchor anchor) throws IOException {
    Query itself = new TermQuery(new Term(Fields.ID, new ArticleId(anchor.article()).toString()));
    return search(LuceneQueries.pair(query, Occur.MUST, itself, Occur.FILTER), null, 1).stream()
        .findFirst()
        .map(Place::score);
  }
}
