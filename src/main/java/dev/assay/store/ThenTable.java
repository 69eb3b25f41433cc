package dev.assay.store;

import dev.assay.article.ArticleId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Keeps what was known of an article, and is known no more: rows move from a table to the one of
/// the same name with `_then`.
public final class ThenTable {

  /// Until when what stands is known.
  public static final Instant STANDING = Instant.ofEpochMilli(Long.MAX_VALUE);

  private ThenTable() {}

  /// Since when an article has its present text; the epoch if it is not there.
  public static Instant textOf(Handle handle, ArticleId id) {
    return Instant.ofEpochMilli(
        handle
            .createQuery("select fetched_at from article where id = :id")
            .bind("id", id.value())
            .mapTo(Long.class)
            .findOne()
            .orElse(0L));
  }

  /// Notes that the rows of an article were known until `at`. They are left where they are, to be
  /// replaced; those that were not known before `at` leave no trace.
  ///
  /// @param columns of both tables, but for the moments
  public static void end(Handle handle, String table, String columns, ArticleId id, Instant at) {
    handle.execute(
        "insert into %s_then (%s, seen_from, seen_until) select %s, seen_from, ? from %s where article_id = ? and seen_from < ?"
            .formatted(table, columns, columns, table),
        at.toEpochMilli(),
        id.value(),
        at.toEpochMilli());
  }
}
