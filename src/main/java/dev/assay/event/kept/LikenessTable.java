package dev.assay.event.kept;

import dev.assay.article.ArticleId;
import dev.assay.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// By what texts are found, and which were found to be alike. Copies have no rows. Used by one
/// thread, within its session.
final class LikenessTable {

  /// Texts on one happening come within so many days of each other.
  private static final Duration APART = Duration.ofDays(7);

  private final Handle handle;

  LikenessTable(Session session) {
    this.handle = session.handle();
  }

  /// Whether a text can be found.
  boolean isLinked(ArticleId id) {
    return handle
        .createQuery("select exists (select 1 from event_key where article_id = :id)")
        .bind("id", id.value())
        .mapTo(Boolean.class)
        .one();
  }

  void putKeys(ArticleId id, Instant orderedBy, List<Long> keys) {
    handle.execute("delete from event_key where article_id = ?", id.value());
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into event_key (key, ordered_by, article_id) values (?, ?, ?)"
                + " on conflict do nothing");
    keys.forEach(key -> batch.add(key, orderedBy.toEpochMilli(), id.value()));
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /// Texts of about the same time that have most of `keys`, two at least.
  List<ArticleId> candidates(ArticleId id, Instant orderedBy, List<Long> keys, int limit) {
    return keys.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "select article_id from event_key join article on article.id = article_id"
                    + " where key in (<keys>) and event_key.ordered_by between :from and :until"
                    + " and article.canonical_id = article.id and article_id <> :id"
                    + " group by article_id having count(*) > 1"
                    + " order by count(*) desc, article_id limit :limit")
            .bindList("keys", keys)
            .bind("from", orderedBy.minus(APART).toEpochMilli())
            .bind("until", orderedBy.plus(APART).toEpochMilli())
            .bind("id", id.value())
            .bind("limit", limit)
            .map((row, _) -> new ArticleId(row.getLong("article_id")))
            .list();
  }

  /// Keeps what a text is like, in place of what it was like before.
  void put(ArticleId id, Map<ArticleId, Double> likenesses) {
    handle.execute(
        "delete from event_likeness where article_id = ? or other_id = ?", id.value(), id.value());
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into event_likeness (article_id, other_id, likeness) values (?, ?, ?)");
    likenesses.forEach(
        (other, likeness) -> {
          batch.add(id.value(), other.value(), likeness);
          batch.add(other.value(), id.value(), likeness);
        });
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /// The texts that are so much like any of `ids` or more.
  Set<ArticleId> near(Collection<ArticleId> ids, double least, int limit) {
    return ids.isEmpty()
        ? Set.of()
        : handle
            .createQuery(
                "select distinct other_id from event_likeness where article_id in (<ids>)"
                    + " and likeness >= :least limit :limit")
            .bindList("ids", values(ids))
            .bind("least", least)
            .bind("limit", limit)
            .map((row, _) -> new ArticleId(row.getLong("other_id")))
            .collect(Collectors.toSet());
  }

  /// All that a text is like.
  Set<ArticleId> near(ArticleId id) {
    return near(List.of(id), 0, Integer.MAX_VALUE);
  }

  /// Forgets texts that became copies of another, which is found in their place.
  ///
  /// @return what they were like
  Set<ArticleId> forget(List<ArticleId> copies) {
    Set<ArticleId> left = new HashSet<>(near(copies, 0, Integer.MAX_VALUE));
    for (String rows :
        List.of(
            "event_key where article_id in (<ids>)",
            "event_likeness where article_id in (<ids>)",
            "event_likeness where other_id in (<ids>)")) {
      handle.createUpdate("delete from " + rows).bindList("ids", values(copies)).execute();
    }
    return left;
  }

  private static List<Long> values(Collection<ArticleId> ids) {
    return ids.stream().map(ArticleId::value).toList();
  }
}
