package dev.assay.store;

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
}
