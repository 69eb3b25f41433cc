package dev.assay.desk;

import dev.assay.analyze.name.Aboutness;
import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What one reader has muted. Used by one thread, within its session.
final class MuteTable {

  /// Of an article `text`: that its outlet is muted, and that something it is about is.
  private static final String BY_SOURCE = "hush.kind = 'source' and hush.value = text.source";

  private static final String BY_TOPIC =
      "hush.kind = 'topic' and hush.value in (select told.entity_id from tag as told"
          + " where told.article_id = text.id and told.salience >= "
          + Aboutness.ABOUT
          + ")";

  private final Handle handle;
  private final ReaderId reader;

  MuteTable(Session session, ReaderId reader) {
    this.handle = session.handle();
    this.reader = reader;
  }

  /// What leaves out, of articles `text` of the reader `:reader`, those that are muted; empty where
  /// nothing is.
  String leftOut() {
    return isEmpty()
        ? ""
        : " and not exists (select 1 from reader_mute as hush where hush.reader_id = :reader and ("
            + BY_SOURCE
            + " or "
            + BY_TOPIC
            + "))";
  }

  private boolean isEmpty() {
    return handle
        .createQuery("select 1 from reader_mute where reader_id = :reader limit 1")
        .bind("reader", reader.value())
        .mapTo(Integer.class)
        .findFirst()
        .isEmpty();
  }

  /// The first muted first.
  List<Mute> all() {
    return handle
        .createQuery(
            "select kind, subject from reader_mute where reader_id = :reader"
                + " group by kind, subject order by min(muted_at), kind, subject")
        .bind("reader", reader.value())
        .map((row, _) -> new Mute(Mute.Kind.of(row.getString("kind")), row.getString("subject")))
        .list();
  }

  MutedTopics topics() {
    Set<String> subjects = new HashSet<>();
    Set<String> values = new HashSet<>();
    handle
        .createQuery(
            "select subject, value from reader_mute where reader_id = :reader and kind = 'topic'")
        .bind("reader", reader.value())
        .map((row, _) -> Map.entry(row.getString("subject"), row.getString("value")))
        .forEach(
            topic -> {
              subjects.add(topic.getKey());
              values.add(topic.getValue());
            });
    return new MutedTopics(subjects, values);
  }

  /// @param values what stands for it in articles and tags
  void add(Mute mute, Collection<String> values, Instant now) {
    for (String value : values) {
      handle.execute(
          "insert into reader_mute (reader_id, kind, subject, value, muted_at)"
              + " values (?, ?, ?, ?, ?) on conflict do nothing",
          reader.value(),
          mute.kind().word(),
          mute.subject(),
          value,
          now.toEpochMilli());
    }
  }

  boolean remove(Mute mute) {
    return handle.execute(
            "delete from reader_mute where reader_id = ? and kind = ? and subject = ?",
            reader.value(),
            mute.kind().word(),
            mute.subject())
        > 0;
  }

  /// Those of `ids` that are muted, each with why.
  Map<ArticleId, Mute> among(Collection<ArticleId> ids) {
    Map<ArticleId, Mute> muted = new HashMap<>();
    handle
        .createQuery(
            "select text.id, hush.kind, hush.subject from article as text"
                + " join reader_mute as hush on hush.reader_id = :reader"
                + " where text.id in (<ids>) and ("
                + BY_SOURCE
                + " or "
                + BY_TOPIC
                + ") order by hush.muted_at desc")
        .bind("reader", reader.value())
        .bindList("ids", ids.stream().map(ArticleId::value).toList())
        .map(
            (row, _) ->
                Map.entry(
                    new ArticleId(row.getLong("id")),
                    new Mute(Mute.Kind.of(row.getString("kind")), row.getString("subject"))))
        .forEach(entry -> muted.put(entry.getKey(), entry.getValue()));
    return muted;
  }

  /// The mutes of things with any of these ids.
  List<Mute> of(Collection<String> entities) {
    return handle
        .createQuery(
            "select distinct subject from reader_mute where reader_id = :reader"
                + " and kind = 'topic' and value in (<entities>)")
        .bind("reader", reader.value())
        .bindList("entities", List.copyOf(entities))
        .map((row, _) -> new Mute(Mute.Kind.TOPIC, row.getString("subject")))
        .list();
  }
}
