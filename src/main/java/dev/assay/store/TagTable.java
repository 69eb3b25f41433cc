package dev.assay.store;

import dev.assay.article.ArticleId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Which articles are about which named entities.
public final class TagTable {

  private final Handle handle;

  TagTable(Handle handle) {
    this.handle = handle;
  }

  /// An entity that an article mentions; salience from 0 to 1.
  public record TagRow(String entityId, double salience) {}

  /// Replaces the tags of an article.
  public void put(ArticleId id, Instant orderedBy, List<TagRow> tags) {
    handle.execute("delete from tag where article_id = ?", id.value());
    if (tags.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into tag (entity_id, ordered_by, article_id, salience)"
                + " values (:entity, :orderedBy, :article, :salience)");
    for (TagRow tag : tags) {
      batch
          .bind("entity", tag.entityId())
          .bind("orderedBy", orderedBy.toEpochMilli())
          .bind("article", id.value())
          .bind("salience", tag.salience())
          .add();
    }
    batch.execute();
  }

  /// The tags of each of `ids`, most salient first.
  public Map<ArticleId, List<TagRow>> of(Collection<ArticleId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            "select article_id, entity_id, salience from tag where article_id in (<ids>)"
                + " order by article_id, salience desc, entity_id")
        .bindList("ids", ids.stream().map(ArticleId::value).toList())
        .map(
            (row, _) ->
                Map.entry(
                    new ArticleId(row.getLong("article_id")),
                    new TagRow(row.getString("entity_id"), row.getDouble("salience"))))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
