package dev.assay.store.source;

import dev.assay.article.ArticleId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Articles that are asked for again, to see whether their source changed them.
public final class RecheckTable {

  private final Handle handle;

  public RecheckTable(Handle handle) {
    this.handle = handle;
  }

  /// One article that is asked for again.
  ///
  /// @param firstAt when it was first fetched
  /// @param step how often it was asked for again
  public record Recheck(
      ArticleId article,
      URI address,
      Instant firstAt,
      int step,
      Instant dueAt,
      @Nullable String etag,
      @Nullable String lastModified) {}

  public void put(Recheck recheck) {
    handle
        .createUpdate(
            "insert into recheck (article_id, address, first_at, step, due_at, etag, last_modified)"
                + " select :article, :address, :first, :step, :due, :etag, :modified"
                + " where exists (select 1 from article where id = :article)"
                + " on conflict (article_id) do update set step = excluded.step, due_at = excluded.due_at,"
                + " etag = excluded.etag, last_modified = excluded.last_modified")
        .bind("article", recheck.article().value())
        .bind("address", recheck.address().toString())
        .bind("first", recheck.firstAt().toEpochMilli())
        .bind("step", recheck.step())
        .bind("due", recheck.dueAt().toEpochMilli())
        .bindByType("etag", recheck.etag(), String.class)
        .bindByType("modified", recheck.lastModified(), String.class)
        .execute();
  }

  public void remove(ArticleId article) {
    handle.execute("delete from recheck where article_id = ?", article.value());
  }

  /// Those due at `now`, the longest overdue first.
  public List<Recheck> due(Instant now, int limit) {
    return handle
        .createQuery("select * from recheck where due_at <= :now order by due_at limit :limit")
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .map(
            (row, _) ->
                new Recheck(
                    new ArticleId(row.getLong("article_id")),
                    URI.create(row.getString("address")),
                    Instant.ofEpochMilli(row.getLong("first_at")),
                    row.getInt("step"),
                    Instant.ofEpochMilli(row.getLong("due_at")),
                    row.getString("etag"),
                    row.getString("last_modified")))
        .list();
  }
}
