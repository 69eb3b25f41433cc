package dev.assay.search;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexPage.Hit;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.All;
import dev.assay.index.IndexQuery.Between;
import dev.assay.index.IndexQuery.Every;
import dev.assay.index.IndexQuery.Fresh;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexQuery.Preferring;
import dev.assay.index.IndexQuery.TextField;
import dev.assay.index.IndexQuery.Value;
import dev.assay.index.IndexQuery.Weighted;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexRequest.Anchor;
import dev.assay.index.SearchIndex;
import dev.assay.search.SearchPage.Count;
import dev.assay.search.SearchPage.Counts;
import dev.assay.search.SearchPage.Total;
import dev.assay.search.SearchPage.Understood;
import dev.assay.search.SearchRequest.Copies;
import dev.assay.search.SearchRequest.Sort;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds articles. The core public access point to search.
///
/// Safe for use by many threads. Any string is a valid query; none takes unbounded time.
public final class Search {

  /// What an article of this moment gains over an old one: less than one rare word of the query.
  private static final float FRESHNESS = 0.5f;

  /// Age at which half of that is gone.
  private static final Duration FRESH = Duration.ofDays(30);

  private static final Set<KeywordField> COUNTED =
      Set.of(KeywordField.LANGUAGE, KeywordField.SOURCE, KeywordField.KIND);

  private final SearchIndex index;
  private final Function<Collection<ArticleId>, Map<ArticleId, Article>> articles;
  private final InstantSource clock;

  /// @param articles loads articles by id; those it does not know are left out of the hits
  public Search(
      SearchIndex index,
      Function<Collection<ArticleId>, Map<ArticleId, Article>> articles,
      InstantSource clock) {
    this.index = index;
    this.articles = articles;
    this.clock = clock;
  }

  /// The page of hits for `request`.
  ///
  /// @throws IllegalArgumentException if its page token is not one of the same search
  public SearchPage find(SearchRequest request) {
    int mark = mark(request);
    PageToken token =
        request.pageToken() == null ? null : PageToken.parse(request.pageToken(), mark);
    long now = token == null ? clock.instant().getEpochSecond() : token.now();
    Question question = Question.of(request.query(), TextField.TEXT);
    IndexQuery query = request.query().isBlank() ? new All() : question.query();
    IndexPage page =
        index.find(
            new IndexRequest(
                fresh(query, request.sort(), now),
                filter(request.filters()),
                order(request.sort()),
                copies(request.copies()),
                token == null ? null : token.anchor(),
                request.limit(),
                COUNTED));
    return new SearchPage(
        hits(page.hits(), new Passages(question.highlights())),
        new Total(page.total().count(), page.total().exact()),
        counts(page),
        page.more() ? nextToken(mark, now, page.hits().getLast().anchor()) : null,
        Understood.PLAIN);
  }

  /// Ids and scores alone, best first: for measuring, and for those who need no passages.
  public List<Ranked> rank(String query, int limit) {
    Question question = Question.of(query, TextField.TEXT);
    IndexPage page =
        index.find(
            new IndexRequest(
                question.query(),
                new All(),
                IndexRequest.Order.RELEVANCE,
                IndexRequest.Copies.SHOWN,
                null,
                limit,
                Set.of()));
    return page.hits().stream().map(hit -> new Ranked(hit.id(), hit.score())).toList();
  }

  /// One article and its score.
  public record Ranked(ArticleId id, double score) {}

  private static int mark(SearchRequest request) {
    return Objects.hash(
        request.query(),
        request.filters().hashCode(),
        request.sort().name(),
        request.copies().name());
  }

  private static String nextToken(int mark, long now, Anchor anchor) {
    return new PageToken(mark, now, anchor).text();
  }

  private static IndexQuery fresh(IndexQuery query, Sort sort, long now) {
    return sort == Sort.RELEVANCE
        ? new Preferring(
            query, new Weighted(new Fresh(Instant.ofEpochSecond(now), FRESH), FRESHNESS))
        : query;
  }

  private static IndexRequest.Order order(Sort sort) {
    return switch (sort) {
      case RELEVANCE, RELEVANCE_ONLY -> IndexRequest.Order.RELEVANCE;
      case NEWEST -> IndexRequest.Order.NEWEST;
    };
  }

  private static IndexRequest.Copies copies(Copies copies) {
    return switch (copies) {
      case FOLDED -> IndexRequest.Copies.FOLDED;
      case SHOWN -> IndexRequest.Copies.SHOWN;
    };
  }

  private static IndexQuery filter(Filters filters) {
    List<IndexQuery> parts = new ArrayList<>();
    addValues(KeywordField.LANGUAGE, languageTags(filters.languages()), parts);
    addValues(KeywordField.SOURCE, filters.sources(), parts);
    addValues(KeywordField.KIND, filters.kinds().stream().map(ArticleKind::word).toList(), parts);
    addValues(KeywordField.TAG, filters.tags(), parts);
    filters.facts().forEach(fact -> addValues(KeywordField.FACT, List.of(fact), parts));
    if (filters.from() != null || filters.until() != null) {
      parts.add(
          new Between(
              orElse(filters.from(), Instant.EPOCH.minus(Duration.ofDays(365_000))),
              orElse(filters.until(), Instant.EPOCH.plus(Duration.ofDays(365_000)))));
    }
    return parts.isEmpty() ? new All() : new Every(parts);
  }

  private static Instant orElse(@Nullable Instant instant, Instant other) {
    return instant == null ? other : instant;
  }

  private static List<String> languageTags(Set<Language> languages) {
    List<String> tags = new ArrayList<>();
    for (Language language : languages) {
      tags.add(language.tag());
      if (language.tag().equals("zh")) {
        tags.add(Language.ZH_HANS.tag());
        tags.add(Language.ZH_HANT.tag());
      }
    }
    return tags;
  }

  private static void addValues(
      KeywordField field, Collection<String> values, List<IndexQuery> parts) {
    if (!values.isEmpty()) {
      parts.add(new Value(field, List.copyOf(values)));
    }
  }

  private List<SearchHit> hits(List<Hit> found, Passages passages) {
    Map<ArticleId, Article> texts = articles.apply(found.stream().map(Hit::id).toList());
    List<SearchHit> hits = new ArrayList<>();
    for (Hit hit : found) {
      Article article = texts.get(hit.id());
      if (article != null) {
        hits.add(
            new SearchHit(
                article,
                hit.score(),
                passages.highlights(article.title()),
                passages.of(article),
                hit.copies()));
      }
    }
    return hits;
  }

  private static Counts counts(IndexPage page) {
    return new Counts(
        counts(page, KeywordField.LANGUAGE),
        counts(page, KeywordField.SOURCE),
        counts(page, KeywordField.KIND));
  }

  private static List<Count> counts(IndexPage page, KeywordField field) {
    return page.counts().getOrDefault(field, List.of()).stream()
        .map(count -> new Count(count.value(), count.articles()))
        .toList();
  }
}
