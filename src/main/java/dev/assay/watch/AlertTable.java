package dev.assay.watch;

import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.json.JsonMapper;

/// What rules found, each thing once. Used by one thread, within its session.
final class AlertTable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Handle handle;

  AlertTable(Session session) {
    this.handle = session.handle();
  }

  /// Keeps what a rule found, unless it told of it before, or of a copy of the text.
  ///
  /// @param group the copies of the article it is about; empty if it is about none
  void add(String rule, Found found, Collection<ArticleId> group, Instant now) {
    boolean told =
        !group.isEmpty()
            && handle
                .createQuery(
                    "select exists (select 1 from watch_alert where rule_id = :rule"
                        + " and told_by in (<keys>))")
                .bind("rule", rule)
                .bindList("keys", group.stream().map(Found::ofArticle).toList())
                .mapTo(Boolean.class)
                .one();
    if (told) {
      return;
    }
    ArticleId article = found.article();
    handle
        .createUpdate(
            "insert into watch_alert (rule_id, told_by, found_at, article_id, item)"
                + " select :rule, :toldBy, :now, :article, :item"
                + " where exists (select 1 from watch_rule where id = :rule)"
                + " on conflict (rule_id, told_by) do nothing")
        .bind("rule", rule)
        .bind("toldBy", found.toldBy())
        .bind("now", now.toEpochMilli())
        .bindByType("article", article == null ? null : article.value(), Long.class)
        .bind("item", JSON.writeValueAsString(found.item()))
        .execute();
  }

  /// When the oldest thing was found that waits to go out; empty if nothing waits.
  Optional<Instant> waitingSince(Rule rule) {
    return handle
        .createQuery(
            "select min(found_at) as since from watch_alert"
                + " where rule_id = :rule and message_id is null and found_at > :unmuted")
        .bind("rule", rule.id())
        .bind("unmuted", rule.mutedUntil().toEpochMilli())
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /// All that waits goes out with a message.
  void sendWith(Rule rule, String message) {
    handle.execute(
        "update watch_alert set message_id = ?"
            + " where rule_id = ? and message_id is null and found_at > ?",
        message,
        rule.id(),
        rule.mutedUntil().toEpochMilli());
  }

  /// What goes out with a message, in the order in which it was found.
  List<Alert> of(String message) {
    return handle
        .createQuery(
            "select id, found_at, item from watch_alert where message_id = :message order by id")
        .bind("message", message)
        .map((row, _) -> alert(row))
        .list();
  }

  /// What a rule found before the one with this id, the last first.
  List<Alert> foundBy(String rule, long before, int limit) {
    return handle
        .createQuery(
            "select id, found_at, item from watch_alert where rule_id = :rule and id < :before"
                + " order by id desc limit :limit")
        .bind("rule", rule)
        .bind("before", before)
        .bind("limit", limit)
        .map((row, _) -> alert(row))
        .list();
  }

  /// What a rule found.
  record Of(String rule, Alert alert) {}

  /// What a reader's rules found after the one with this id, in order.
  List<Of> after(ReaderId reader, long id, int limit) {
    return handle
        .createQuery(
            "select alert.id, alert.found_at, alert.item, alert.rule_id from watch_alert as alert"
                + " join watch_rule on watch_rule.id = alert.rule_id"
                + " where watch_rule.reader_id = :reader and alert.id > :id"
                + " order by alert.id limit :limit")
        .bind("reader", reader.value())
        .bind("id", id)
        .bind("limit", limit)
        .map((row, _) -> new Of(row.getString("rule_id"), alert(row)))
        .list();
  }

  /// The id of the last thing that any rule found; 0 if there is none.
  long last() {
    return handle
        .createQuery("select coalesce(max(id), 0) from watch_alert")
        .mapTo(Long.class)
        .one();
  }

  long count(String rule) {
    return handle
        .createQuery("select count(*) from watch_alert where rule_id = :rule")
        .bind("rule", rule)
        .mapTo(Long.class)
        .one();
  }

  private static Alert alert(ResultSet row) throws SQLException {
    return new Alert(
        row.getLong("id"),
        Instant.ofEpochMilli(row.getLong("found_at")),
        JSON.readValue(row.getString("item"), Item.class));
  }
}
