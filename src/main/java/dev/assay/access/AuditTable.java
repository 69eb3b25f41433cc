package dev.assay.access;

import dev.assay.store.Session;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The audit. Used by one thread, within its session.
final class AuditTable {

  private final Handle handle;

  AuditTable(Session session) {
    this.handle = session.handle();
  }

  void add(AuditLine line) {
    handle.execute(
        "insert into audit (at, who, what, target, address) values (?, ?, ?, ?, ?)",
        line.at().toEpochMilli(),
        line.who(),
        line.what(),
        line.target(),
        line.address());
  }

  /// The newest first.
  List<AuditLine> before(long id, int limit) {
    return handle
        .createQuery(
            "select id, at, who, what, target, address from audit where id < :id"
                + " order by id desc limit :limit")
        .bind("id", id)
        .bind("limit", limit)
        .map(
            (row, _) ->
                new AuditLine(
                    row.getLong("id"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("who"),
                    row.getString("what"),
                    row.getString("target"),
                    row.getString("address")))
        .list();
  }
}
