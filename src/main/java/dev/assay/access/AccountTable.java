package dev.assay.access;

import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Accounts. Used by one thread, within its session.
final class AccountTable {

  private static final String ACCOUNT =
      "select name, role, password, created_at, disabled_at from account ";

  private final Handle handle;

  AccountTable(Session session) {
    this.handle = session.handle();
  }

  /// An account and the hash of its password; null where it has none.
  record Row(Account account, @Nullable String password) {}

  boolean any() {
    return handle.createQuery("select exists (select 1 from account)").mapTo(Boolean.class).one();
  }

  List<Account> all() {
    return rows(handle.createQuery(ACCOUNT + "order by created_at, name")).map(Row::account).list();
  }

  Optional<Row> find(ReaderId name) {
    return rows(handle.createQuery(ACCOUNT + "where name = ?").bind(0, name.value())).findFirst();
  }

  Optional<Row> findBySubject(String subject) {
    return rows(handle.createQuery(ACCOUNT + "where subject = ?").bind(0, subject)).findFirst();
  }

  /// Adds an account.
  ///
  /// @return false if there is one of this name
  boolean add(Account account, @Nullable String password) {
    return handle.execute(
            "insert into account (name, role, password, created_at) values (?, ?, ?, ?)"
                + " on conflict (name) do nothing",
            account.name().value(),
            account.role().word(),
            password,
            account.createdAt().toEpochMilli())
        > 0;
  }

  boolean setPassword(ReaderId name, String password) {
    return handle.execute("update account set password = ? where name = ?", password, name.value())
        > 0;
  }

  boolean setRole(ReaderId name, Role role) {
    return handle.execute("update account set role = ? where name = ?", role.word(), name.value())
        > 0;
  }

  boolean setSubject(ReaderId name, String subject) {
    return handle.execute("update account set subject = ? where name = ?", subject, name.value())
        > 0;
  }

  /// Lets an account in no more from `at` on, or again if null.
  boolean setDisabled(ReaderId name, @Nullable Instant at) {
    return handle.execute(
            "update account set disabled_at = ? where name = ?",
            at == null ? null : at.toEpochMilli(),
            name.value())
        > 0;
  }

  boolean remove(ReaderId name) {
    return handle.execute("delete from account where name = ?", name.value()) > 0;
  }

  private static ResultIterable<Row> rows(Query query) {
    return query.map(
        (row, _) ->
            new Row(
                new Account(
                    new ReaderId(row.getString("name")),
                    role(row.getString("role")),
                    row.getString("disabled_at") == null,
                    Instant.ofEpochMilli(row.getLong("created_at"))),
                row.getString("password")));
  }

  static Role role(String word) {
    return Role.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
