package dev.assay.event.kept;

import dev.assay.article.ArticleId;
import dev.assay.store.Session;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// How many texts named what, and which names were said to rise. Used by one thread, within its
/// session.
final class RiseTable {

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
            "select tag.article_id, tag.ordered_by from tag join article on article.id = tag.article_id"
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

  /// Two things with how many texts are about both.
  public record Pair(String one, String other, int texts) {}

  /// A text, and whose it is.
  public record Text(ArticleId id, String source) {}

  /// A text's title.
  public record Titled(ArticleId id, String source, String title) {}

  /// Two things that the texts of a time are about together, those of most texts first; copies left
  /// out.
  ///
  /// @param least texts of each
  public List<Pair> pairs(Instant from, Instant until, double about, int least, int limit) {
    return handle
        .createQuery(
            "select one.entity_id as one_id, other.entity_id as other_id, count(*) as texts"
                + " from (select id from article where canonical_id = id"
                + " and ordered_by >= :from and ordered_by < :until) as text"
                + " join tag as one on one.article_id = text.id and one.salience >= :about"
                + " join tag as other on other.article_id = text.id and other.salience >= :about"
                + " and other.entity_id > one.entity_id"
                + " group by one.entity_id, other.entity_id having count(*) >= :least"
                + " order by count(*) desc, one.entity_id, other.entity_id limit :limit")
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .bind("about", about)
        .bind("least", least)
        .bind("limit", limit)
        .map(
            (row, _) ->
                new Pair(row.getString("one_id"), row.getString("other_id"), row.getInt("texts")))
        .list();
  }

  private static final String ABOUT_BOTH =
      " from tag as one join tag as other on other.article_id = one.article_id"
          + " and other.entity_id = :other and other.salience >= :about"
          + " join article on article.id = one.article_id"
          + " where one.entity_id = :one and one.salience >= :about"
          + " and one.ordered_by >= :from and one.ordered_by < :until"
          + " and article.canonical_id = article.id";

  /// How many texts of a time are about both of a pair; copies left out.
  public int count(Pair pair, Instant from, Instant until, double about) {
    return aboutBoth("select count(*)" + ABOUT_BOTH, pair, from, until, about)
        .mapTo(Integer.class)
        .one();
  }

  /// The texts of a time that are about both of a pair, the newest first; copies left out.
  public List<Text> texts(Pair pair, Instant from, Instant until, double about, int limit) {
    return aboutBoth(
            "select article.id, article.source, one.ordered_by, one.article_id"
                + ABOUT_BOTH
                + " order by one.ordered_by desc, one.article_id limit :limit",
            pair,
            from,
            until,
            about)
        .bind("limit", limit)
        .map((row, _) -> new Text(new ArticleId(row.getLong("id")), row.getString("source")))
        .list();
  }

  private Query aboutBoth(String sql, Pair pair, Instant from, Instant until, double about) {
    return handle
        .createQuery(sql)
        .bind("one", pair.one())
        .bind("other", pair.other())
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .bind("about", about);
  }

  /// The titles of the texts of a time, the newest first; copies left out.
  ///
  /// @param every of so many texts one, the same whenever it is asked
  public List<Titled> titles(Instant from, Instant until, int every) {
    return handle
        .createQuery(
            "select id, source, title from article where canonical_id = id"
                + " and ordered_by >= :from and ordered_by < :until and id % :every = 0"
                + " order by ordered_by desc, id")
        .bind("from", from.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .bind("every", every)
        .map(
            (row, _) ->
                new Titled(
                    new ArticleId(row.getLong("id")),
                    row.getString("source"),
                    row.getString("title")))
        .list();
  }
}
