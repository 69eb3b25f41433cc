package dev.assay.store;

import dev.assay.analyze.name.Aboutness;
import dev.assay.analyze.name.ReadId;
import dev.assay.article.ArticleId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Which articles are about which named entities.
public final class TagTable {

  private static final String COLUMNS =
      "entity_id, ordered_by, article_id, salience, in_title, in_lead, mentions, sentences,"
          + " subjects, of_sentences, most_mentions";

  private final Handle handle;

  TagTable(Handle handle) {
    this.handle = handle;
  }

  /// An entity that an article mentions, and how much the article is about it.
  public record TagRow(String entityId, Aboutness about) {}

  /// Replaces the tags of an article by those of its present text.
  public void put(ArticleId id, Instant orderedBy, List<TagRow> tags) {
    put(id, orderedBy, tags, ThenTable.textOf(handle, id));
  }

  /// As the other, of what is known since `from`: later than the text if a person's word on names
  /// changed what it is tagged with.
  public void put(ArticleId id, Instant orderedBy, List<TagRow> tags, Instant from) {
    ThenTable.end(handle, "tag", COLUMNS, id, from);
    handle.execute("delete from tag where article_id = ?", id.value());
    if (tags.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into tag ("
                + COLUMNS
                + ", seen_from) values (:entity, :orderedBy, :article,"
                + " :salience, :title, :lead, :mentions, :sentences, :subjects, :ofSentences,"
                + " :most, :from)");
    for (TagRow tag : tags) {
      batch
          .bind("entity", tag.entityId())
          .bind("orderedBy", orderedBy.toEpochMilli())
          .bind("article", id.value())
          .bind("salience", tag.about().score())
          .bind("title", tag.about().title() ? 1 : 0)
          .bind("lead", tag.about().lead() ? 1 : 0)
          .bind("mentions", tag.about().mentions())
          .bind("sentences", tag.about().sentences())
          .bind("subjects", tag.about().subjects())
          .bind("ofSentences", tag.about().ofSentences())
          .bind("most", tag.about().most())
          .bind("from", from.toEpochMilli())
          .add();
    }
    batch.execute();
  }

  /// The tags of each of `ids`, what it is most about first.
  public Map<ArticleId, List<TagRow>> of(Collection<ArticleId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            "select article_id, entity_id, salience, in_title, in_lead, mentions, sentences, subjects,"
                + " of_sentences, most_mentions from tag where article_id in (<ids>)"
                + " order by article_id, salience desc, entity_id")
        .bindList("ids", ids.stream().map(ArticleId::value).toList())
        .map(
            (row, _) ->
                Map.entry(
                    new ArticleId(row.getLong("article_id")),
                    new TagRow(row.getString("entity_id"), about(row))))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /// The articles that are tagged with other names than at a moment.
  public List<ArticleId> otherThanAt(Instant at) {
    return handle
        .createQuery(
            "select distinct article_id from tag where seen_from > :at"
                + " union select article_id from tag_then where seen_from <= :at and seen_until > :at")
        .bind("at", at.toEpochMilli())
        .map((row, _) -> new ArticleId(row.getLong("article_id")))
        .list();
  }

  /// How many articles name a thing.
  public record Count(String entityId, long articles) {}

  /// The things that the machine alone takes for such, those of most articles first, then those
  /// that these are most about. Copies are not counted.
  public List<Count> read(int limit) {
    return handle
        .createQuery(
            "select entity_id, count(*) as articles from tag join article"
                + " on article.id = tag.article_id and article.canonical_id = article.id"
                + " where entity_id >= :from and entity_id < :to group by entity_id"
                + " order by articles desc, sum(salience) desc, entity_id limit :limit")
        .bind("from", ReadId.PREFIX)
        .bind("to", ReadId.AFTER)
        .bind("limit", limit)
        .map((row, _) -> new Count(row.getString("entity_id"), row.getLong("articles")))
        .list();
  }

  /// The newest articles that name a thing, the newest first.
  public List<ArticleId> newestAbout(String entityId, int limit) {
    return handle
        .createQuery(
            "select article_id from tag where entity_id = :id order by ordered_by desc limit :limit")
        .bind("id", entityId)
        .bind("limit", limit)
        .map((row, _) -> new ArticleId(row.getLong("article_id")))
        .list();
  }

  private static Aboutness about(ResultSet row) throws SQLException {
    return new Aboutness(
        row.getBoolean("in_title"),
        row.getBoolean("in_lead"),
        row.getInt("mentions"),
        row.getInt("sentences"),
        row.getInt("subjects"),
        row.getInt("of_sentences"),
        row.getInt("most_mentions"),
        row.getDouble("salience"));
  }
}
