package dev.assay.access;

import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Tokens of programs. Used by one thread, within its session.
final class TokenTable {

  private static final String TOKEN =
      "select id, account, label, scopes, access_token.created_at, expires_at, used_on, used_from,"
          + " role from access_token join account on account.name = access_token.account"
          + " where disabled_at is null and ";

  private final Handle handle;

  TokenTable(Session session) {
    this.handle = session.handle();
  }

  /// A token and what its account may do.
  record Row(AccessToken token, Role role) {}

  void add(String hash, AccessToken token) {
    handle.execute(
        "insert into access_token (hash, account, label, scopes, created_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        hash,
        token.account().value(),
        token.label(),
        token.scopes().stream().map(TokenScope::word).sorted().collect(Collectors.joining(" ")),
        token.createdAt().toEpochMilli(),
        millis(token.expiresAt()));
  }

  Optional<Row> find(String hash) {
    return rows(handle.createQuery(TOKEN + "hash = ?").bind(0, hash)).findFirst();
  }

  /// Those of an account, the newest first.
  List<AccessToken> of(ReaderId account) {
    return rows(handle.createQuery(TOKEN + "account = ? order by id desc").bind(0, account.value()))
        .map(Row::token)
        .list();
  }

  /// How many of an account are good at a moment.
  int count(ReaderId account, Instant at) {
    return handle
        .createQuery(
            "select count(*) from access_token where account = ?"
                + " and (expires_at is null or expires_at > ?)")
        .bind(0, account.value())
        .bind(1, at.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  void touch(long id, LocalDate day, String address) {
    handle.execute(
        "update access_token set used_on = ?, used_from = ? where id = ?",
        day.toString(),
        address,
        id);
  }

  boolean remove(ReaderId account, long id) {
    return handle.execute(
            "delete from access_token where account = ? and id = ?", account.value(), id)
        > 0;
  }

  private static ResultIterable<Row> rows(Query query) {
    return query.map(
        (row, _) ->
            new Row(
                new AccessToken(
                    row.getLong("id"),
                    new ReaderId(row.getString("account")),
                    row.getString("label"),
                    scopes(row.getString("scopes")),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    row.getString("expires_at") == null
                        ? null
                        : Instant.ofEpochMilli(row.getLong("expires_at")),
                    row.getString("used_on") == null
                        ? null
                        : LocalDate.parse(row.getString("used_on")),
                    row.getString("used_from")),
                AccountTable.role(row.getString("role"))));
  }

  private static Set<TokenScope> scopes(String words) {
    return Arrays.stream(words.split(" ")).map(TokenScope::parse).collect(Collectors.toSet());
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
