package dev.assay.store.source;

import dev.assay.source.Push;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Feeds whose hubs tell us what is new.
public final class PushTable {

  private final Handle handle;

  public PushTable(Handle handle) {
    this.handle = handle;
  }

  public Optional<Push> of(int sourceId) {
    return handle
        .createQuery("select * from push where source_id = :id")
        .bind("id", sourceId)
        .map((row, _) -> push(row))
        .findOne();
  }

  /// That which the hub calls at `path`.
  public Optional<Push> at(String path) {
    return handle
        .createQuery("select * from push where path = :path")
        .bind("path", path)
        .map((row, _) -> push(row))
        .findOne();
  }

  /// Those that must be asked for again: the lease ends before `until`, or nobody confirmed what
  /// was asked for before `asked`.
  public List<Push> ending(Instant until, Instant asked) {
    return handle
        .createQuery(
            "select p.* from push p join source s on s.id = p.source_id where s.removed_at is null"
                + " and (p.lease_until < :until or p.lease_until is null) and p.asked_at < :asked")
        .bind("until", until.toEpochMilli())
        .bind("asked", asked.toEpochMilli())
        .map((row, _) -> push(row))
        .list();
  }

  public void put(Push push) {
    handle
        .createUpdate(
            "insert into push (source_id, hub, topic, path, secret, asked_at, lease_until,"
                + " delivered_at, missed_at) values (:id, :hub, :topic, :path, :secret, :asked,"
                + " :lease, :delivered, :missed) on conflict (source_id) do update set"
                + " hub = excluded.hub, topic = excluded.topic, path = excluded.path,"
                + " secret = excluded.secret, asked_at = excluded.asked_at,"
                + " lease_until = excluded.lease_until, delivered_at = excluded.delivered_at,"
                + " missed_at = excluded.missed_at")
        .bind("id", push.sourceId())
        .bind("hub", push.hub())
        .bind("topic", push.topic())
        .bind("path", push.path())
        .bind("secret", push.secret())
        .bind("asked", push.askedAt().toEpochMilli())
        .bindByType("lease", SourceTable.millis(push.leaseUntil()), Long.class)
        .bindByType("delivered", SourceTable.millis(push.deliveredAt()), Long.class)
        .bindByType("missed", SourceTable.millis(push.missedAt()), Long.class)
        .execute();
  }

  private static Push push(ResultSet row) throws SQLException {
    return new Push(
        row.getInt("source_id"),
        row.getString("hub"),
        row.getString("topic"),
        row.getString("path"),
        row.getString("secret"),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        SourceTable.time(row, "lease_until"),
        SourceTable.time(row, "delivered_at"),
        SourceTable.time(row, "missed_at"));
  }
}
