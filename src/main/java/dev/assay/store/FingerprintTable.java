package dev.assay.store;

import dev.assay.article.ArticleId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/// The near-duplicate marks of articles, found by the keys that copies share.
public final class FingerprintTable {

  private static final int MOST_PER_KEY = 100;

  private final Handle handle;

  FingerprintTable(Handle handle) {
    this.handle = handle;
  }

  /// Replaces the mark of an article.
  public void put(ArticleId id, byte[] bytes) {
    handle.execute(
        "insert into fingerprint (article_id, bytes) values (?, ?)"
            + " on conflict (article_id) do update set bytes = excluded.bytes",
        id.value(),
        bytes);
  }

  /// Replaces the keys by which copies of an article are found: from then on it is compared.
  public void putKeys(ArticleId id, Collection<Long> keys) {
    handle.execute("delete from fingerprint_key where article_id = ?", id.value());
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into fingerprint_key (key, article_id) values (:key, :article) on conflict do nothing");
    for (long key : keys) {
      batch.bind("key", key).bind("article", id.value()).add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /// Articles that share a key with `keys`, those first that share the most and the rarest; at most
  /// `limit`. A key counts by how few articles have it: else an ending that many texts have would
  /// push out a copy, or not, by the order in which they came.
  ///
  /// Of a key that very many articles have (a phrase that every template ends with) only
  /// [#MOST_PER_KEY] are looked at, so that a lookup costs the same at any size.
  public List<ArticleId> candidates(Collection<Long> keys, ArticleId except, int limit) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Query query = handle.createQuery(candidatesSql(keys.size()));
    int number = 0;
    for (long key : keys) {
      query.bind("key" + number++, key);
    }
    return query
        .bind("except", except.value())
        .bind("limit", limit)
        .map((row, _) -> new ArticleId(row.getLong("article_id")))
        .list();
  }

  /// The same text for the same number of keys, so that it is read once.
  private static String candidatesSql(int keys) {
    return IntStream.range(0, keys)
        .mapToObj(
            key ->
                ("select article_id, 1000000 / count(*) over () as weight from (select article_id"
                        + " from fingerprint_key where key = :key%d order by article_id limit %d)")
                    .formatted(key, MOST_PER_KEY))
        .collect(
            Collectors.joining(
                " union all ",
                "select article_id, sum(weight) as shared from (",
                ") where article_id <> :except group by article_id"
                    + " order by shared desc, article_id limit :limit"));
  }
}
