package dev.assay.watch;

import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Where readers are told. Used by one thread, within its session.
final class ChannelTable {

  static final String COLUMNS =
      "channel.id as channel_id, channel.reader_id, channel.kind, channel.address, channel.secret,"
          + " channel.secret_before, channel.secret_until, channel.stopped,"
          + " channel.created_at as channel_made_at";

  private static final String ALL = "select " + COLUMNS + " from watch_channel as channel";

  private final Handle handle;

  ChannelTable(Session session) {
    this.handle = session.handle();
  }

  List<Channel> of(ReaderId reader, Instant now) {
    return handle
        .createQuery(ALL + " where reader_id = :reader order by created_at, id")
        .bind("reader", reader.value())
        .map((row, _) -> channel(row, now))
        .list();
  }

  Optional<Channel> find(ReaderId reader, String id, Instant now) {
    return of(reader, now).stream().filter(channel -> channel.id().equals(id)).findFirst();
  }

  void add(Channel channel) {
    handle
        .createUpdate(
            "insert into watch_channel (id, reader_id, kind, address, secret, secret_before,"
                + " secret_until, stopped, created_at)"
                + " values (:id, :reader, :kind, :address, :secret, '', 0, '', :createdAt)")
        .bind("id", channel.id())
        .bind("reader", channel.reader().value())
        .bind("kind", channel.kind().word())
        .bind("address", channel.address())
        .bind("secret", channel.secret())
        .bind("createdAt", channel.createdAt().toEpochMilli())
        .execute();
  }

  boolean remove(ReaderId reader, String id) {
    return handle.execute(
            "delete from watch_channel where id = ? and reader_id = ?", id, reader.value())
        > 0;
  }

  /// Signs with another secret; the one before is in use beside it for a while.
  void renew(String id, String secret, Instant until) {
    handle.execute(
        "update watch_channel set secret_before = secret, secret_until = ?, secret = ?"
            + " where id = ?",
        until.toEpochMilli(),
        secret,
        id);
  }

  /// @param why empty: it is told again
  void stop(String id, String why) {
    handle.execute("update watch_channel set stopped = ? where id = ?", why, id);
  }

  static Channel channel(ResultSet row, Instant now) throws SQLException {
    String before = row.getString("secret_before");
    boolean holds = !before.isEmpty() && row.getLong("secret_until") > now.toEpochMilli();
    return new Channel(
        row.getString("channel_id"),
        new ReaderId(row.getString("reader_id")),
        Channel.Kind.of(row.getString("kind")).orElseThrow(),
        row.getString("address"),
        row.getString("secret"),
        holds ? before : null,
        row.getString("stopped"),
        Instant.ofEpochMilli(row.getLong("channel_made_at")));
  }
}
