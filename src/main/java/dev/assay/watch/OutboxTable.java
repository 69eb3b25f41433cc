package dev.assay.watch;

import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import dev.assay.watch.Delivery.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Messages, and what became of them at each place. Used by one thread, within its session.
final class OutboxTable {

  private static final String ALL =
      "select box.id, box.message_id, box.made_at, box.due_at, box.tries, box.state, box.said,"
          + " box.ended_at, message.rule_id, message.notice, rule.name as rule_name, "
          + ChannelTable.COLUMNS
          + " from watch_outbox as box join watch_message as message on message.id = box.message_id"
          + " join watch_channel as channel on channel.id = box.channel_id"
          + " left join watch_rule as rule on rule.id = message.rule_id";

  private final Handle handle;

  OutboxTable(Session session) {
    this.handle = session.handle();
  }

  /// A message to be sent now.
  ///
  /// @param rule null for a word of the desk's own
  record Due(Delivery delivery, String message, @Nullable String rule, String notice) {}

  /// Writes a message, with a row for each place that takes any.
  ///
  /// @param rule null for a word of the desk's own
  /// @param notice that word; empty for what a rule found
  void post(
      String message,
      @Nullable String rule,
      String notice,
      Collection<String> channels,
      Instant now) {
    handle
        .createUpdate(
            "insert into watch_message (id, rule_id, notice, made_at)"
                + " values (:id, :rule, :notice, :now)")
        .bind("id", message)
        .bindByType("rule", rule, String.class)
        .bind("notice", notice)
        .bind("now", now.toEpochMilli())
        .execute();
    for (String channel : channels) {
      handle.execute(
          "insert into watch_outbox (id, message_id, channel_id, made_at, due_at, tries, state, said)"
              + " select ?, ?, id, ?, ?, 0, 'waiting', '' from watch_channel"
              + " where id = ? and stopped = ''",
          "msg_" + Ids.made() + Ids.made(),
          message,
          now.toEpochMilli(),
          now.toEpochMilli(),
          channel);
    }
  }

  /// What is due, the longest overdue first.
  ///
  /// @param each to one place, so that one with much to come holds up no other
  List<Due> due(Instant now, int each) {
    return handle
        .createQuery(
            ALL
                + " where box.id in (select id from (select id, row_number() over"
                + " (partition by channel_id order by due_at, id) as place from watch_outbox"
                + " where state = 'waiting' and due_at <= :now) as waiting where place <= :each)"
                + " order by box.due_at, box.id")
        .bind("now", now.toEpochMilli())
        .bind("each", each)
        .map((row, _) -> due(row, now))
        .list();
  }

  boolean hasDue(Instant now) {
    return handle
            .createQuery(
                "select count(*) from (select id from watch_outbox"
                    + " where state = 'waiting' and due_at <= :now limit 1) as waiting")
            .bind("now", now.toEpochMilli())
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /// The last messages to a reader's places.
  List<Delivery> of(ReaderId reader, Instant now, int limit) {
    return handle
        .createQuery(
            ALL
                + " where channel.reader_id = :reader order by box.made_at desc, box.id limit :limit")
        .bind("reader", reader.value())
        .bind("limit", limit)
        .map((row, _) -> due(row, now).delivery())
        .list();
  }

  /// Those that come behind one of them in that order.
  List<Delivery> before(ReaderId reader, Delivery last, Instant now, int limit) {
    return handle
        .createQuery(
            ALL
                + " where channel.reader_id = :reader and (box.made_at < :made"
                + " or (box.made_at = :made and box.id > :id))"
                + " order by box.made_at desc, box.id limit :limit")
        .bind("reader", reader.value())
        .bind("made", last.madeAt().toEpochMilli())
        .bind("id", last.id())
        .bind("limit", limit)
        .map((row, _) -> due(row, now).delivery())
        .list();
  }

  Optional<Delivery> find(ReaderId reader, String id, Instant now) {
    return handle
        .createQuery(ALL + " where channel.reader_id = :reader and box.id = :id")
        .bind("reader", reader.value())
        .bind("id", id)
        .map((row, _) -> due(row, now).delivery())
        .findOne();
  }

  /// It was not taken: it is sent again at `due`.
  void later(String id, String said, Instant due) {
    handle.execute(
        "update watch_outbox set tries = tries + 1, said = ?, due_at = ? where id = ?",
        said,
        due.toEpochMilli(),
        id);
  }

  void end(String id, State state, String said, Instant now) {
    handle.execute(
        "update watch_outbox set tries = tries + 1, state = ?, said = ?, ended_at = ? where id = ?",
        state.word(),
        said,
        now.toEpochMilli(),
        id);
  }

  /// It is sent once more, under the same id.
  void again(String id, Instant now) {
    handle.execute(
        "update watch_outbox set state = 'waiting', tries = 0, due_at = ?, ended_at = null"
            + " where id = ?",
        now.toEpochMilli(),
        id);
  }

  /// What waits for a place that is told no more.
  void drop(String channel, String why, Instant now) {
    handle.execute(
        "update watch_outbox set state = 'dropped', said = ?, ended_at = ?"
            + " where channel_id = ? and state = 'waiting'",
        why,
        now.toEpochMilli(),
        channel);
  }

  /// Forgets what went out before a moment; what was found stays.
  void forget(Instant before) {
    handle.execute(
        "delete from watch_outbox where state <> 'waiting' and made_at < ?", before.toEpochMilli());
    handle.execute(
        "delete from watch_message where made_at < ? and not exists"
            + " (select 1 from watch_outbox where message_id = watch_message.id)",
        before.toEpochMilli());
  }

  private static Due due(ResultSet row, Instant now) throws SQLException {
    long ended = row.getLong("ended_at");
    Instant endedAt = row.wasNull() ? null : Instant.ofEpochMilli(ended);
    String name = row.getString("rule_name");
    return new Due(
        new Delivery(
            row.getString("id"),
            name == null ? "" : name,
            ChannelTable.channel(row, now),
            Instant.ofEpochMilli(row.getLong("made_at")),
            row.getInt("tries"),
            Instant.ofEpochMilli(row.getLong("due_at")),
            State.of(row.getString("state")),
            row.getString("said"),
            endedAt),
        row.getString("message_id"),
        row.getString("rule_id"),
        row.getString("notice"));
  }
}
