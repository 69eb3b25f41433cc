package dev.assay.store;

import dev.assay.article.ArticleId;
import dev.assay.store.Happening.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What happened on the desk, in order. Whoever causes something writes it in the same transaction;
/// whoever waits remembers the last id they saw and asks for what came after it.
public final class HappeningTable {

  private final Handle handle;

  HappeningTable(Handle handle) {
    this.handle = handle;
  }

  /// Writes that something happened, in this transaction.
  public void add(Kind kind, Instant at, Happening.About about) {
    ArticleId article = about.article();
    handle
        .createUpdate(
            "insert into happening (at, kind, article_id, subject, detail)"
                + " values (:at, :kind, :article, :subject, :detail)")
        .bind("at", at.toEpochMilli())
        .bind("kind", kind.word())
        .bindByType("article", article == null ? null : article.value(), Long.class)
        .bind("subject", about.subject())
        .bind("detail", about.detail())
        .execute();
  }

  /// As [#add], unless the same was written of this moment before: what is worked out again is not
  /// told again.
  public void addOnce(Kind kind, Instant at, Happening.About about) {
    boolean told =
        handle
            .createQuery(
                "select exists (select 1 from happening where subject = :subject and kind = :kind"
                    + " and at = :at and detail = :detail)")
            .bind("subject", about.subject())
            .bind("kind", kind.word())
            .bind("at", at.toEpochMilli())
            .bind("detail", about.detail())
            .mapTo(Boolean.class)
            .one();
    if (!told) {
      add(kind, at, about);
    }
  }

  /// The id of the last one; 0 if nothing has happened.
  public long last() {
    return handle.createQuery("select coalesce(max(id), 0) from happening").mapTo(Long.class).one();
  }

  /// What happened after the one with this id, in order.
  ///
  /// @param kinds those that are wanted; at least one
  public List<Happening> after(long id, Collection<Kind> kinds, int limit) {
    return handle
        .createQuery(
            "select id, at, kind, article_id, subject, detail from happening"
                + " where id > :id and kind in (<kinds>) order by id limit :limit")
        .bind("id", id)
        .bindList("kinds", kinds.stream().map(Kind::word).toList())
        .bind("limit", limit)
        .map((row, _) -> happening(row))
        .list();
  }

  /// What happened since a moment, the last first.
  ///
  /// @param kinds those that are wanted; at least one
  public List<Happening> since(Instant moment, Collection<Kind> kinds, int limit) {
    return handle
        .createQuery(
            "select id, at, kind, article_id, subject, detail from happening"
                + " where at >= :moment and kind in (<kinds>) order by id desc limit :limit")
        .bind("moment", moment.toEpochMilli())
        .bindList("kinds", kinds.stream().map(Kind::word).toList())
        .bind("limit", limit)
        .map((row, _) -> happening(row))
        .list();
  }

  /// What happened of this kind to `subject`, the last first.
  public List<Happening> to(String subject, Kind kind, int limit) {
    return handle
        .createQuery(
            "select id, at, kind, article_id, subject, detail from happening"
                + " where subject = :subject and kind = :kind order by id desc limit :limit")
        .bind("subject", subject)
        .bind("kind", kind.word())
        .bind("limit", limit)
        .map((row, _) -> happening(row))
        .list();
  }

  private static Happening happening(ResultSet row) throws SQLException {
    long article = row.getLong("article_id");
    ArticleId of = row.wasNull() ? null : new ArticleId(article);
    return new Happening(
        row.getLong("id"),
        Instant.ofEpochMilli(row.getLong("at")),
        Kind.of(row.getString("kind")),
        new Happening.About(of, row.getString("subject"), row.getString("detail")));
  }
}
