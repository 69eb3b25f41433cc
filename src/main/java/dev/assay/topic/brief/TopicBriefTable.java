package dev.assay.topic.brief;

import dev.assay.brief.BriefJson;
import dev.assay.store.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import tools.jackson.databind.json.JsonMapper;

/// The briefs of topics, one a day. Used by one thread, within its session.
final class TopicBriefTable {

  /// A component of the records may be added but never renamed.
  private static final JsonMapper JSON = BriefJson.mapper();

  private final Handle handle;

  TopicBriefTable(Session session) {
    this.handle = session.handle();
  }

  /// Keeps `brief`, in place of another of its day.
  void put(TopicBrief brief) {
    handle
        .createUpdate(
            "insert into topic_brief (topic, day, made_at, content, listed)"
                + " values (:topic, :day, :madeAt, :content, 1)"
                + " on conflict (topic, day) do update set made_at = excluded.made_at,"
                + " content = excluded.content, listed = 1")
        .bind("topic", brief.topic())
        .bind("day", brief.day().toString())
        .bind("madeAt", brief.madeAt().toEpochMilli())
        .bind("content", JSON.writeValueAsString(brief))
        .execute();
    listArticles(brief);
  }

  private void listArticles(TopicBrief brief) {
    String day = brief.day().toString();
    handle.execute(
        "delete from topic_brief_article where topic = ? and day = ?", brief.topic(), day);
    PreparedBatch rows =
        handle.prepareBatch(
            "insert into topic_brief_article (topic, day, article_id) values (?, ?, ?)");
    brief.cited().stream()
        .map(line -> line.id().value())
        .distinct()
        .forEach(article -> rows.add(brief.topic(), day, article));
    rows.execute();
  }

  /// The newest that was made at `until` or before.
  Optional<TopicBrief> newest(String topic, Instant until) {
    return one(
        handle
            .createQuery(
                "select content from topic_brief where topic = :topic and made_at <= :until"
                    + " order by day desc limit 1")
            .bind("topic", topic)
            .bind("until", until.toEpochMilli()));
  }

  /// The newest of an earlier day.
  Optional<TopicBrief> before(String topic, LocalDate day) {
    return one(
        handle
            .createQuery(
                "select content from topic_brief where topic = :topic and day < :day"
                    + " order by day desc limit 1")
            .bind("topic", topic)
            .bind("day", day.toString()));
  }

  Optional<TopicBrief> find(String topic, LocalDate day) {
    return one(
        handle
            .createQuery("select content from topic_brief where topic = :topic and day = :day")
            .bind("topic", topic)
            .bind("day", day.toString()));
  }

  private static Optional<TopicBrief> one(Query query) {
    return query
        .map((row, _) -> JSON.readValue(row.getString("content"), TopicBrief.class))
        .findOne();
  }

  /// The newest first.
  List<LocalDate> days(String topic) {
    return handle
        .createQuery("select day from topic_brief where topic = :topic order by day desc")
        .bind("topic", topic)
        .map((row, _) -> LocalDate.parse(row.getString("day")))
        .list();
  }
}
