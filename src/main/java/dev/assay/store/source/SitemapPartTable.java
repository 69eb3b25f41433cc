package dev.assay.store.source;

import dev.assay.source.SitemapPart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The sitemaps that indexes name.
public final class SitemapPartTable {

  private final Handle handle;

  public SitemapPartTable(Handle handle) {
    this.handle = handle;
  }

  /// Those of a source, the one that is due first first.
  public List<SitemapPart> of(int sourceId) {
    return handle
        .createQuery("select * from sitemap_part where source_id = :id order by due_at, address")
        .bind("id", sourceId)
        .map(
            (row, _) ->
                new SitemapPart(
                    row.getString("address"),
                    Instant.ofEpochMilli(row.getLong("due_at")),
                    Duration.ofSeconds(row.getLong("every_seconds")),
                    row.getString("etag"),
                    row.getString("last_modified"),
                    row.getString("body_hash"),
                    Instant.ofEpochMilli(row.getLong("fresh_at")),
                    row.getInt("retired") == 1))
        .list();
  }

  public void put(int sourceId, SitemapPart part) {
    handle
        .createUpdate(
            "insert into sitemap_part (source_id, address, due_at, every_seconds, etag, last_modified,"
                + " body_hash, fresh_at, retired) values (:source, :address, :due, :every, :etag,"
                + " :modified, :hash, :fresh, :retired) on conflict (source_id, address) do update set"
                + " due_at = excluded.due_at, every_seconds = excluded.every_seconds,"
                + " etag = excluded.etag, last_modified = excluded.last_modified,"
                + " body_hash = excluded.body_hash, fresh_at = excluded.fresh_at,"
                + " retired = excluded.retired")
        .bind("source", sourceId)
        .bind("address", part.address())
        .bind("due", part.dueAt().toEpochMilli())
        .bind("every", part.every().toSeconds())
        .bindByType("etag", part.etag(), String.class)
        .bindByType("modified", part.lastModified(), String.class)
        .bind("hash", part.bodyHash())
        .bind("fresh", part.freshAt().toEpochMilli())
        .bind("retired", part.retired() ? 1 : 0)
        .execute();
  }

  /// The index names it no longer.
  public void remove(int sourceId, String address) {
    handle.execute(
        "delete from sitemap_part where source_id = ? and address = ?", sourceId, address);
  }
}
