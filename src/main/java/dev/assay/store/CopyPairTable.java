package dev.assay.store;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.fold.DuplicateGroups.Decision;
import dev.assay.fold.DuplicateGroups.Pair;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/// What was decided of pairs of articles that might be copies of each other. Pairs that are neither
/// copies nor vetoed stand here only where they hang together by other pairs.
public final class CopyPairTable {

  private final Handle handle;

  CopyPairTable(Handle handle) {
    this.handle = handle;
  }

  /// Keeps a decision, in place of an earlier one on the same two.
  public void put(Pair pair) {
    long first = Math.min(pair.first().value(), pair.second().value());
    long second = Math.max(pair.first().value(), pair.second().value());
    handle.execute(
        "insert into copy_pair (first_id, second_id, decision) values (?, ?, ?)"
            + " on conflict (first_id, second_id) do update set decision = excluded.decision",
        first,
        second,
        pair.decision().name().toLowerCase(Locale.ROOT));
  }

  /// Forgets what was decided of an article.
  public void deleteOf(ArticleId id) {
    handle.execute(
        "delete from copy_pair where first_id = ? or second_id = ?", id.value(), id.value());
  }

  /// All decisions in which one of the given articles stands.
  public List<Pair> of(Collection<ArticleId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Long> values = ids.stream().map(ArticleId::value).toList();
    return handle
        .createQuery(
            "select first_id, second_id, decision from copy_pair where first_id in (<ids>)"
                + " union select first_id, second_id, decision from copy_pair where second_id in (<ids>)")
        .bindList("ids", values)
        .map(
            (row, _) ->
                new Pair(
                    new ArticleId(row.getLong("first_id")),
                    new ArticleId(row.getLong("second_id")),
                    Decision.valueOf(row.getString("decision").toUpperCase(Locale.ROOT))))
        .list();
  }

  /// The articles that stand for themselves, or for a group, and were compared with this one. Those
  /// vetoed are left out: a template has hundreds.
  public List<ArticleId> firstsBeside(ArticleId id) {
    return handle
        .createQuery(
            "select article.id from copy_pair join article on article.id = second_id"
                + " where first_id = :id and canonical_id = article.id and decision <> 'veto'"
                + " union all select article.id from copy_pair join article on article.id = first_id"
                + " where second_id = :id and canonical_id = article.id and decision <> 'veto'")
        .bind("id", id.value())
        .map((row, _) -> new ArticleId(row.getLong("id")))
        .list();
  }

  /// Whether one of the group of `first` that comes behind `article` in the order of copies is not
  /// known to be a copy of the first.
  public boolean anyUnlike(ArticleId first, Article article) {
    return handle
        .createQuery(
            "select exists (select 1 from article where canonical_id = :first and id <> :first"
                + " and ordered_by >= :at and (ordered_by > :at or id > :id) and not exists"
                + " (select 1 from copy_pair where decision = 'copy'"
                + " and first_id = case when article.id < :first then article.id else :first end"
                + " and second_id = case when article.id < :first then :first else article.id end))")
        .bind("first", first.value())
        .bind("at", article.orderedBy().toEpochMilli())
        .bind("id", article.id().value())
        .mapTo(Boolean.class)
        .one();
  }
}
