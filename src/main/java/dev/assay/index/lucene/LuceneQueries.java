package dev.assay.index.lucene;

import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.All;
import dev.assay.index.IndexQuery.Any;
import dev.assay.index.IndexQuery.AtLeast;
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
import dev.assay.index.IndexTerms;
import dev.assay.index.IndexTerms.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
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

/// Turns the tree of a query into Lucene's, for one searcher.
///
/// A term is looked up in the dictionary once, however often the tree names it and however many
/// searches are made of the tree; what stands in no article is left out, so that the rest is of a
/// form that Lucene skips through fastest. Weights are those of the terms themselves, which leaves
/// sums of sums one sum. For one thread.
final class LuceneQueries {

  /// Letters, the mark of the word as written first, that must agree before a word is compared by
  /// edits: keeps the search small.
  private static final int FUZZY_PREFIX = 2;

  private static final int FUZZY_WORDS = 32;

  /// Bound on what the automaton of a wildcard may cost to build (Lucene's own default).
  private static final int WILDCARD_WORK = 10_000;

  private final IndexSearcher searcher;
  private final Map<Term, TermStates> terms = new HashMap<>();

  LuceneQueries(IndexSearcher searcher) {
    this.searcher = searcher;
  }

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

  /// `query`, with its scores.
  Query of(IndexQuery query) {
    return of(query, 1);
  }

  private Query of(IndexQuery query, float weight) {
    return switch (query) {
      case All _ -> weighted(MatchAllDocsQuery.INSTANCE, weight);
      case Nothing _ -> MatchNoDocsQuery.INSTANCE;
      case Term term -> weighted(term(term), weight);
      case Phrase phrase -> weighted(phrase(phrase), weight);
      case Wildcard wildcard -> weighted(wildcard(wildcard), weight);
      case Fuzzy fuzzy -> weighted(fuzzy(fuzzy), weight);
      case Any any -> any(found(any.parts(), weight));
      case Best best -> best(found(best.parts(), weight));
      case Every every -> every(every.parts(), weight);
      case AtLeast(var count, var parts) ->
          atLeast(count, parts.stream().map(part -> of(part, weight)).toList());
      case Preferring(var wanted, var bonus) ->
          pair(of(wanted, weight), Occur.MUST, of(bonus, weight), Occur.SHOULD);
      case Except(var wanted, var unwanted) ->
          pair(of(wanted, weight), Occur.MUST, matching(unwanted), Occur.MUST_NOT);
      case Weighted(var part, var more) -> of(part, more * weight);
      case Value value -> weighted(value(value), weight);
      case Scored scored -> scored(scored, weight);
      case Fresh(var now, var half) ->
          LongField.newDistanceFeatureQuery(
              Fields.SECONDS, weight, now.getEpochSecond(), half.toSeconds());
      case Between(var from, var until) -> weighted(between(from, until), weight);
    };
  }

  private static Query weighted(Query query, float weight) {
    return weight == 1 || query instanceof MatchNoDocsQuery ? query : new BoostQuery(query, weight);
  }

  /// `query`, on the articles that match `filter`.
  Query filtered(IndexQuery query, IndexQuery filter) {
    return filter instanceof All
        ? of(query)
        : pair(of(query), Occur.MUST, matching(filter), Occur.FILTER);
  }

  /// What matches `query` and `filter`, without scores.
  Query matching(IndexQuery query, IndexQuery filter) {
    return filter instanceof All
        ? matching(query)
        : pair(matching(query), Occur.FILTER, matching(filter), Occur.FILTER);
  }

  /// What matches `query`, without scores: names of one thing are alternatives like any others, a
  /// bonus says nothing, and what another part finds too is left out.
  private Query matching(IndexQuery query) {
    return switch (query) {
      case Any _, Best _ -> any(Alternatives.of(query).stream().map(this::of).toList());
      case Preferring(var wanted, _) -> matching(wanted);
      case Weighted(var part, _) -> matching(part);
      case Every every -> all(every.parts().stream().map(this::matching).toList(), Occur.FILTER);
      case AtLeast(var count, var parts) ->
          atLeast(count, parts.stream().map(this::matching).toList());
      case Except(var wanted, var unwanted) ->
          pair(matching(wanted), Occur.FILTER, matching(unwanted), Occur.MUST_NOT);
      case IndexQuery other -> of(other);
    };
  }

  /// Articles that match `query`, at most; deleted ones that the index still holds count too.
  long most(IndexQuery query) {
    return switch (query) {
      case Nothing _ -> 0;
      case Term term -> frequency(term);
      case Phrase phrase -> phraseTerms(phrase).mapToLong(this::frequency).min().orElse(0);
      case Any any -> any.parts().stream().mapToLong(this::most).sum();
      case Best best -> best.parts().stream().mapToLong(this::most).sum();
      case Every every -> every.parts().stream().mapToLong(this::most).min().orElse(all());
      case AtLeast atLeast -> atLeast.parts().stream().mapToLong(this::most).sum();
      case Preferring(var wanted, _) -> most(wanted);
      case Except(var wanted, _) -> most(wanted);
      case Weighted(var part, _) -> most(part);
      case Scored scored -> scored.scores().size();
      case All _, Wildcard _, Fuzzy _, Value _, Fresh _, Between _ -> all();
    };
  }

  private long all() {
    return searcher.getIndexReader().maxDoc();
  }

  private int frequency(Term term) {
    return states(term).docFreq();
  }

  private TermStates states(Term term) {
    return terms.computeIfAbsent(term, this::lookedUp);
  }

  private TermStates lookedUp(Term term) {
    try {
      return TermStates.build(searcher, luceneTerm(term.field(), term.kind(), term.term()), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Query pair(Query first, Occur how, Query second, Occur howSecond) {
    return new BooleanQuery.Builder().add(first, how).add(second, howSecond).build();
  }

  static org.apache.lucene.index.Term luceneTerm(TextField field, Kind kind, String term) {
    return new org.apache.lucene.index.Term(Fields.of(field, kind), term);
  }

  private Query term(Term term) {
    TermStates states = states(term);
    return states.docFreq() == 0
        ? MatchNoDocsQuery.INSTANCE
        : new TermQuery(luceneTerm(term.field(), term.kind(), term.term()), states);
  }

  /// Those of `parts` that can match.
  private List<Query> found(List<IndexQuery> parts, float weight) {
    return parts.stream()
        .map(part -> of(part, weight))
        .filter(part -> !(part instanceof MatchNoDocsQuery))
        .toList();
  }

  private static Query any(List<Query> parts) {
    return all(parts, Occur.SHOULD);
  }

  private static Query best(List<Query> parts) {
    return switch (parts.size()) {
      case 0 -> MatchNoDocsQuery.INSTANCE;
      case 1 -> parts.getFirst();
      default -> new DisjunctionMaxQuery(parts, 0);
    };
  }

  private Query every(List<IndexQuery> parts, float weight) {
    return all(parts.stream().map(part -> of(part, weight)).toList(), Occur.MUST);
  }

  private static Query atLeast(int count, List<Query> parts) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder().setMinimumNumberShouldMatch(count);
    parts.forEach(part -> builder.add(part, Occur.SHOULD));
    return builder.build();
  }

  private static Query all(List<Query> parts, Occur occur) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    parts.forEach(part -> builder.add(part, occur));
    return parts.isEmpty() ? MatchNoDocsQuery.INSTANCE : builder.build();
  }

  private static Stream<Term> phraseTerms(Phrase phrase) {
    return phrase.terms().stream()
        .map(placed -> new Term(phrase.field(), placed.kind(), placed.term()));
  }

  private Query phrase(Phrase phrase) {
    if (phraseTerms(phrase).anyMatch(term -> frequency(term) == 0)) {
      return MatchNoDocsQuery.INSTANCE;
    }
    PhraseQuery.Builder builder = new PhraseQuery.Builder();
    for (PlacedTerm term : phrase.terms()) {
      builder.add(luceneTerm(phrase.field(), term.kind(), term.term()), term.place());
    }
    return builder.build();
  }

  /// At one score whatever words match: how rare each is, a cluster would say otherwise in each of
  /// its parts.
  private static Query wildcard(Wildcard wildcard) {
    return new WildcardQuery(
        luceneTerm(wildcard.field(), Kind.EXACT, IndexTerms.EXACT_MARK + wildcard.pattern()),
        WILDCARD_WORK,
        MultiTermQuery.CONSTANT_SCORE_REWRITE);
  }

  /// A word counts by how near it is, not by how rare.
  private static Query fuzzy(Fuzzy fuzzy) {
    return new FuzzyQuery(
        luceneTerm(fuzzy.field(), Kind.EXACT, IndexTerms.EXACT_MARK + fuzzy.word()),
        fuzzy.edits(),
        FUZZY_PREFIX,
        FUZZY_WORDS,
        true,
        new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(FUZZY_WORDS));
  }

  private static Query scored(Scored scored, float weight) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    scored
        .scores()
        .forEach(
            (id, score) -> {
              Query itself =
                  new TermQuery(new org.apache.lucene.index.Term(Fields.ID, id.toString()));
              builder.add(
                  new BoostQuery(new ConstantScoreQuery(itself), score * weight), Occur.SHOULD);
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
