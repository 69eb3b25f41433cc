package dev.assay.index.lucene;

import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.All;
import dev.assay.index.IndexQuery.Any;
import dev.assay.index.IndexQuery.Best;
import dev.assay.index.IndexQuery.Between;
import dev.assay.index.IndexQuery.Every;
import dev.assay.index.IndexQuery.Except;
import dev.assay.index.IndexQuery.Fresh;
import dev.assay.index.IndexQuery.Fuzzy;
import dev.assay.index.IndexQuery.Nothing;
import dev.assay.index.IndexQuery.Phrase;
import dev.assay.index.IndexQuery.PlacedTerm;
import dev.assay.index.IndexQuery.Preferring;
import dev.assay.index.IndexQuery.Scored;
import dev.assay.index.IndexQuery.Term;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexQuery.Value;
import dev.assay.index.IndexQuery.Weighted;
import dev.assay.index.IndexQuery.Wildcard;
import dev.assay.index.Words;
import dev.assay.index.Words.Kind;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/// Turns the tree of a query into Lucene's.
final class LuceneQueries {

  /// Letters, the mark of the word as written first, that must agree before a word is compared by
  /// edits: keeps the search small.
  private static final int FUZZY_PREFIX = 2;

  private static final int FUZZY_WORDS = 32;
  private static final int WILDCARD_WORDS = 128;

  /// Bound on what the automaton of a wildcard may cost to build (Lucene's own default).
  private static final int WILDCARD_WORK = 10_000;

  private LuceneQueries() {}

  /// Terms of a rewritten query, each counted as often as it stands there; a part that hides its
  /// terms counts as very many.
  static int terms(Query query) {
    TermCount count = new TermCount();
    query.visit(count);
    return count.terms;
  }

  private static final class TermCount extends QueryVisitor {
    private static final int VERY_MANY = 1_000_000;
    private int terms;

    @Override
    public void consumeTerms(Query part, org.apache.lucene.index.Term... consumed) {
      terms += consumed.length;
    }

    @Override
    public void consumeTermsMatching(
        Query part, String field, Supplier<ByteRunAutomaton> automaton) {
      terms += VERY_MANY;
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
      return this;
    }
  }

  static Query of(IndexQuery query) {
    return switch (query) {
      case All _ -> MatchAllDocsQuery.INSTANCE;
      case Nothing _ -> MatchNoDocsQuery.INSTANCE;
      case Term term -> new TermQuery(luceneTerm(term.field(), term.kind(), term.term()));
      case Phrase phrase -> phrase(phrase);
      case Wildcard wildcard -> wildcard(wildcard);
      case Fuzzy fuzzy -> fuzzy(fuzzy);
      case Any any -> bool(any.parts(), Occur.SHOULD);
      case Best best ->
          new DisjunctionMaxQuery(best.parts().stream().map(LuceneQueries::of).toList(), 0);
      case Every every -> bool(every.parts(), Occur.MUST);
      case Preferring(var wanted, var bonus) ->
          pair(of(wanted), Occur.MUST, of(bonus), Occur.SHOULD);
      case Except(var wanted, var unwanted) ->
          pair(of(wanted), Occur.MUST, of(unwanted), Occur.MUST_NOT);
      case Weighted(var part, var weight) -> new BoostQuery(of(part), weight);
      case Value value -> value(value);
      case Scored scored -> scored(scored);
      case Fresh(var now, var half) ->
          LongField.newDistanceFeatureQuery(
              Fields.SECONDS, 1, now.getEpochSecond(), half.toSeconds());
      case Between(var from, var until) -> between(from, until);
    };
  }

  /// `query`, on the articles that match `filter`.
  static Query filtered(IndexQuery query, IndexQuery filter) {
    return filter instanceof All
        ? of(query)
        : pair(of(query), Occur.MUST, of(filter), Occur.FILTER);
  }

  static Query pair(Query first, Occur how, Query second, Occur howSecond) {
    return new BooleanQuery.Builder().add(first, how).add(second, howSecond).build();
  }

  static org.apache.lucene.index.Term luceneTerm(TextField field, Kind kind, String term) {
    return new org.apache.lucene.index.Term(Fields.of(field, kind), term);
  }

  private static Query bool(List<IndexQuery> parts, Occur occur) {
    if (parts.size() == 1) {
      return of(parts.getFirst());
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    parts.forEach(part -> builder.add(of(part), occur));
    return parts.isEmpty() ? MatchNoDocsQuery.INSTANCE : builder.build();
  }

  private static Query phrase(Phrase phrase) {
    PhraseQuery.Builder builder = new PhraseQuery.Builder();
    for (PlacedTerm term : phrase.terms()) {
      builder.add(luceneTerm(phrase.field(), term.kind(), term.term()), term.place());
    }
    return builder.build();
  }

  private static Query wildcard(Wildcard wildcard) {
    return new WildcardQuery(
        luceneTerm(wildcard.field(), Kind.EXACT, Words.EXACT_MARK + wildcard.pattern()),
        WILDCARD_WORK,
        new MultiTermQuery.TopTermsBlendedFreqScoringRewrite(WILDCARD_WORDS));
  }

  private static Query fuzzy(Fuzzy fuzzy) {
    return new FuzzyQuery(
        luceneTerm(fuzzy.field(), Kind.EXACT, Words.EXACT_MARK + fuzzy.word()),
        fuzzy.edits(),
        FUZZY_PREFIX,
        FUZZY_WORDS,
        true);
  }

  private static Query scored(Scored scored) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    scored
        .scores()
        .forEach(
            (id, score) -> {
              Query itself =
                  new TermQuery(new org.apache.lucene.index.Term(Fields.ID, id.toString()));
              builder.add(new BoostQuery(new ConstantScoreQuery(itself), score), Occur.SHOULD);
            });
    return scored.scores().isEmpty() ? MatchNoDocsQuery.INSTANCE : builder.build();
  }

  private static Query value(Value value) {
    String field = Fields.of(value.field());
    List<BytesRef> terms = value.values().stream().map(BytesRef::new).toList();
    return new ConstantScoreQuery(new TermInSetQuery(field, terms));
  }

  private static Query between(Instant from, Instant until) {
    long last = until.getEpochSecond() - (until.getNano() == 0 ? 1 : 0);
    return last < from.getEpochSecond()
        ? MatchNoDocsQuery.INSTANCE
        : LongField.newRangeQuery(Fields.SECONDS, from.getEpochSecond(), last);
  }
}
