package dev.assay.search;

import dev.assay.article.ArticleId;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.Any;
import dev.assay.index.IndexQuery.AtLeast;
import dev.assay.index.IndexQuery.Every;
import dev.assay.index.IndexQuery.Scored;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexRequest.Copies;
import dev.assay.index.SearchIndex;
import dev.assay.search.SearchPage.Remark;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How many of its words a query asks an article to have: all of them, where enough articles do. A
/// long query rarely stands whole in an article that answers it, so of more than three words one
/// may be missing, and of more than six two. A text and its copies count once where hits do.
///
/// @param filter what a hit must match besides the query
/// @param every whether hits are those that have the words
/// @param remark what a person should know of it
record Demand(IndexQuery filter, boolean every, @Nullable Remark remark) {

  /// With fewer articles that have the words of a query, those with any of them are shown.
  private static final int ENOUGH = 5;

  /// Articles that can all be copies of one text.
  private static final int MOST_COPIES = 50;

  /// So many words for each that may be missing.
  private static final int WORDS_FOR_ONE = 3;

  /// Any of the words, those with more of them first.
  static Demand any(IndexQuery filter) {
    return new Demand(filter, false, null);
  }

  /// The words.
  ///
  /// @param terms what each of them asks of an article
  static Demand every(List<IndexQuery> terms, IndexQuery filter) {
    int missing = (terms.size() - 1) / WORDS_FOR_ONE;
    return new Demand(
        new Every(List.of(new AtLeast(terms.size() - missing, terms), filter)),
        true,
        missing == 0 ? null : Remark.NEARLY_ALL_WORDS);
  }

  /// The words, if enough articles have them; else any.
  ///
  /// @param terms what each of them asks of an article; one alone is asked for anyway
  static Demand of(
      IndexQuery query,
      List<IndexQuery> terms,
      IndexQuery filter,
      Copies copies,
      SearchIndex index) {
    if (terms.size() < 2) {
      return any(filter);
    }
    Demand every = every(terms, filter);
    int found = hits(query, every.filter(), copies, index);
    return found >= ENOUGH
        ? every
        : new Demand(filter, false, found == 0 ? Remark.NOT_ALL_WORDS : Remark.FEW_ALL_WORDS);
  }

  /// How many hits there are, counted to [#ENOUGH]. Of more than a few articles some are no copy:
  /// only those few are looked at closer.
  private static int hits(IndexQuery query, IndexQuery filter, Copies copies, SearchIndex index) {
    Optional<Set<ArticleId>> articles =
        index.matching(new Every(List.of(query, filter)), MOST_COPIES);
    if (articles.isEmpty()) {
      return ENOUGH;
    }
    return copies == Copies.SHOWN || articles.get().size() < 2
        ? articles.get().size()
        : index.find(IndexRequest.best(query, filter, copies, ENOUGH)).hits().size();
  }

  /// This, or to be one of `articles`, which meaning found and words need not.
  ///
  /// @param plain what they must match too
  Demand orOneOf(Set<ArticleId> articles, IndexQuery plain) {
    if (!every || articles.isEmpty()) {
      return this;
    }
    IndexQuery named = new Scored(articles.stream().collect(Collectors.toMap(id -> id, _ -> 1f)));
    IndexQuery wide = new Any(List.of(filter, new Every(List.of(plain, named))));
    return new Demand(wide, true, remark);
  }

  List<Remark> said(List<Remark> others) {
    return Stream.concat(others.stream(), Stream.ofNullable(remark)).toList();
  }
}
