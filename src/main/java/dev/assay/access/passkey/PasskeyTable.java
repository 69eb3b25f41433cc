package dev.assay.access.passkey;

import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;

/// Public keys of passkeys. Used by one thread, within its session.
final class PasskeyTable {

  private static final String PASSKEY =
      "select id, account, label, credential, sign_count, created_at, used_on from passkey ";

  private final Handle handle;

  PasskeyTable(Session session) {
    this.handle = session.handle();
  }

  /// A passkey with what its signatures are held against.
  ///
  /// @param credential id and public key as the authenticator gave them, in base64url
  /// @param signCount how often it had signed when it last did, by its own word
  record Row(Passkey passkey, String credential, long signCount) {}

  boolean add(Row row) {
    return handle.execute(
            "insert into passkey (id, account, label, credential, sign_count, created_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
            row.passkey().id(),
            row.passkey().account().value(),
            row.passkey().label(),
            row.credential(),
            row.signCount(),
            row.passkey().createdAt().toEpochMilli())
        > 0;
  }

  Optional<Row> find(String id) {
    return rows(handle.createQuery(PASSKEY + "where id = ?").bind(0, id)).findFirst();
  }

  /// Those of an account, the newest first.
  List<Passkey> of(ReaderId account) {
    return rows(handle
            .createQuery(PASSKEY + "where account = ? order by created_at desc, id")
            .bind(0, account.value()))
        .map(Row::passkey)
        .list();
  }

  void used(String id, long signCount, LocalDate day) {
    handle.execute(
        "update passkey set sign_count = ?, used_on = ? where id = ?",
        signCount,
        day.toString(),
        id);
  }

  boolean remove(ReaderId account, String id) {
    return handle.execute("delete from passkey where account = ? and id = ?", account.value(), id)
        > 0;
  }

  private static ResultIterable<Row> rows(Query query) {
    return query.map(
        (row, _) ->
            new Row(
                new Passkey(
                    row.getString("id"),
                    new ReaderId(row.getString("account")),
                    row.getString("label"),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    row.getString("used_on") == null
                        ? null
                        : LocalDate.parse(row.getString("used_on"))),
                row.getString("credential"),
                row.getLong("sign_count")));
  }
}
