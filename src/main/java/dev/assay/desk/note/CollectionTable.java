package dev.assay.desk.note;

import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The collections of one reader. Used by one thread, within its session.
final class CollectionTable {

  private static final String ALL =
      "select collection.id, name, created_at,"
          + " (select count(*) from collection_article where collection_id = collection.id)"
          + " as articles from collection where reader_id = :reader";

  private final Handle handle;
  private final ReaderId reader;

  CollectionTable(Session session, ReaderId reader) {
    this.handle = session.handle();
    this.reader = reader;
  }

  List<ArticleCollection> all() {
    return handle
        .createQuery(ALL + " order by name, collection.id")
        .bind("reader", reader.value())
        .map((row, _) -> collection(row))
        .list();
  }

  /// Those that hold an article.
  List<ArticleCollection> of(ArticleId article) {
    return handle
        .createQuery(
            ALL
                + " and exists (select 1 from collection_article where collection_id = collection.id"
                + " and article_id = :article) order by name, collection.id")
        .bind("reader", reader.value())
        .bind("article", article.value())
        .map((row, _) -> collection(row))
        .list();
  }

  /// By id, or by name.
  Optional<ArticleCollection> find(String idOrName) {
    return handle
        .createQuery(ALL + " and (collection.id = :given or name = :given) order by collection.id")
        .bind("reader", reader.value())
        .bind("given", idOrName)
        .map((row, _) -> collection(row))
        .stream()
        .findFirst();
  }

  void add(String id, String name, Instant now) {
    handle
        .createUpdate(
            "insert into collection (id, reader_id, name, created_at)"
                + " values (:id, :reader, :name, :now) on conflict (reader_id, name) do nothing")
        .bind("id", id)
        .bind("reader", reader.value())
        .bind("name", name)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  void put(String id, Collection<ArticleId> articles, Instant now) {
    for (ArticleId article : articles) {
      handle
          .createUpdate(
              "insert into collection_article (collection_id, article_id, added_at)"
                  + " select :id, article.id, :now from article where article.id = :article"
                  + " on conflict (collection_id, article_id) do nothing")
          .bind("id", id)
          .bind("article", article.value())
          .bind("now", now.toEpochMilli())
          .execute();
    }
  }

  void take(String id, Collection<ArticleId> articles) {
    for (ArticleId article : articles) {
      handle
          .createUpdate(
              "delete from collection_article where collection_id = :id and article_id = :article")
          .bind("id", id)
          .bind("article", article.value())
          .execute();
    }
  }

  boolean remove(String id) {
    return handle
            .createUpdate("delete from collection where id = :id and reader_id = :reader")
            .bind("id", id)
            .bind("reader", reader.value())
            .execute()
        > 0;
  }

  /// What was put in last comes first.
  List<ArticleId> articles(String id, int limit) {
    return behind(id, Long.MAX_VALUE, 0, limit);
  }

  /// The next behind an article of the collection; empty if it is not in it.
  Optional<List<ArticleId>> articlesBehind(String id, ArticleId article, int limit) {
    return handle
        .createQuery(
            "select added_at from collection_article where collection_id = :id and article_id = :article")
        .bind("id", id)
        .bind("article", article.value())
        .mapTo(Long.class)
        .findOne()
        .map(addedAt -> behind(id, addedAt, article.value(), limit));
  }

  private List<ArticleId> behind(String id, long addedAt, long article, int limit) {
    return handle
        .createQuery(
            "select article_id from collection_article where collection_id = :id"
                + " and (added_at < :at or added_at = :at and article_id > :article)"
                + " order by added_at desc, article_id limit :limit")
        .bind("id", id)
        .bind("at", addedAt)
        .bind("article", article)
        .bind("limit", limit)
        .map((row, _) -> new ArticleId(row.getLong("article_id")))
        .list();
  }

  private static ArticleCollection collection(ResultSet row) throws SQLException {
    return new ArticleCollection(
        row.getString("id"),
        row.getString("name"),
        row.getLong("articles"),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }
}
