package dev.assay.access;

import dev.assay.article.ReaderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;

/// Sessions of browsers. Used by one thread, within its transaction.
final class SessionTable {

  private static final String SESSION =
      "select hash, account, account_session.created_at, used_at, address, browser, role"
          + " from account_session join account on account.name = account_session.account"
          + " where disabled_at is null and ";

  private final Handle handle;

  SessionTable(dev.assay.store.Session session) {
    this.handle = session.handle();
  }

  /// A session and what its account may do.
  record Row(SignedIn session, Role role) {}

  void add(SignedIn session) {
    handle.execute(
        "insert into account_session (hash, account, created_at, used_at, address, browser)"
            + " values (?, ?, ?, ?, ?, ?)",
        session.hash(),
        session.account().value(),
        session.createdAt().toEpochMilli(),
        session.usedAt().toEpochMilli(),
        session.address(),
        session.browser());
  }

  Optional<Row> find(String hash) {
    return rows(handle.createQuery(SESSION + "hash = ?").bind(0, hash)).findFirst();
  }

  /// Those of an account, the last used first.
  List<SignedIn> of(ReaderId account) {
    return rows(handle
            .createQuery(SESSION + "account = ? order by used_at desc, hash")
            .bind(0, account.value()))
        .map(Row::session)
        .list();
  }

  void touch(String hash, Instant now) {
    handle.execute(
        "update account_session set used_at = ? where hash = ?", now.toEpochMilli(), hash);
  }

  boolean end(ReaderId account, String hash) {
    return handle.execute(
            "delete from account_session where account = ? and hash = ?", account.value(), hash)
        > 0;
  }

  void endAll(ReaderId account) {
    handle.execute("delete from account_session where account = ?", account.value());
  }

  void forget(Instant idleSince, Instant madeBefore) {
    handle.execute(
        "delete from account_session where used_at < ? or created_at < ?",
        idleSince.toEpochMilli(),
        madeBefore.toEpochMilli());
  }

  private static ResultIterable<Row> rows(Query query) {
    return query.map(
        (row, _) ->
            new Row(
                new SignedIn(
                    row.getString("hash"),
                    new ReaderId(row.getString("account")),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    Instant.ofEpochMilli(row.getLong("used_at")),
                    row.getString("address"),
                    row.getString("browser")),
                AccountTable.role(row.getString("role"))));
  }
}
