package dev.assay.event.kept;

import dev.assay.article.ArticleId;
import dev.assay.store.Session;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How many texts named what, and which names were said to rise. Used by one thread, within its
/// session.
public final class RiseTable {

  private final Handle handle;

  public RiseTable(Session session) {
    this.handle = session.handle();
  }

  /// Texts about a thing within a time.
  ///
  /// @param outlets whose texts they are
  public record Named(String entity, int texts, int outlets) {}

  /// How many texts there are within a time, copies left out.
  public int texts(Instant from, Instant until) {
    return handle
        .createQuery(
            "select count(*) from article where canonical_id = id"
                + " and ordered_by >= :from and ordered_by < :until")
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /// When the first text came that the desk has; empty if it has none.
  public Optional<Instant> first() {
    return handle
        .createQuery("select min(ordered_by) as first from article where canonical_id = id")
        .map((row, _) -> row.getLong("first"))
        .findOne()
        .filter(first -> first != 0)
        .map(Instant::ofEpochMilli);
  }

  /// What the texts of a time are about, with at least so many texts; copies left out.
  public List<Named> named(Instant from, Instant until, double about, int least) {
    return handle
        .createQuery(
            "select entity_id, count(*) as texts, count(distinct source) as outlets from tag"
                + " join (select id, source from article where canonical_id = id"
                + " and ordered_by >= :from and ordered_by < :until) as text on text.id = tag.article_id"
                + " where tag.salience >= :about"
                + " group by entity_id having count(*) >= :least")
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .bind("about", about)
        .bind("least", least)
        .map(
            (row, _) ->
                new Named(row.getString("entity_id"), row.getInt("texts"), row.getInt("outlets")))
        .list();
  }

  /// How many texts of a time are about each of some things; copies left out.
  public Map<String, Integer> counts(
      List<String> entities, Instant from, Instant until, double about) {
    Map<String, Integer> counts = new HashMap<>();
    if (!entities.isEmpty()) {
      handle
          .createQuery(
              "select entity_id, count(*) as texts from tag"
                  + " join article on article.id = tag.article_id"
                  + " where entity_id in (<entities>) and tag.ordered_by >= :from"
                  + " and tag.ordered_by < :until and tag.salience >= :about"
                  + " and article.canonical_id = article.id group by entity_id")
          .bindList("entities", entities)
          .bind("from", from.toEpochMilli())
          .bind("until", until.toEpochMilli())
          .bind("about", about)
          .map((row, _) -> Map.entry(row.getString("entity_id"), row.getInt("texts")))
          .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    }
    return counts;
  }

  /// The outlets with texts of a time about a thing; copies left out.
  public List<String> sources(String entity, Instant from, Instant until, double about) {
    return handle
        .createQuery(
            "select distinct article.source from tag join article on article.id = tag.article_id"
                + " where entity_id = :entity and tag.ordered_by >= :from"
                + " and tag.ordered_by < :until and tag.salience >= :about"
                + " and article.canonical_id = article.id")
        .bind("entity", entity)
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .bind("about", about)
        .mapTo(String.class)
        .list();
  }

  /// The newest texts of a time about a thing; copies left out.
  public List<ArticleId> newest(
      String entity, Instant from, Instant until, double about, int limit) {
    return handle
        .createQuery(
            "select tag.article_id from tag join article on article.id = tag.article_id"
                + " where entity_id = :entity and tag.ordered_by >= :from"
                + " and tag.ordered_by < :until and tag.salience >= :about"
                + " and article.canonical_id = article.id"
                + " order by tag.ordered_by desc, tag.article_id limit :limit")
        .bind("entity", entity)
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .bind("about", about)
        .bind("limit", limit)
        .map((row, _) -> new ArticleId(row.getLong("article_id")))
        .list();
  }
}
