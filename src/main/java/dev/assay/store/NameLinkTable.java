package dev.assay.store;

import dev.assay.article.ArticleId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Which names in two scripts mean one thing, as articles themselves write them.
public final class NameLinkTable {

  private final Handle handle;

  NameLinkTable(Handle handle) {
    this.handle = handle;
  }

  /// Two ids of things that were read and are one.
  public record Link(String one, String other) {}

  /// Replaces the links of an article by those of its present text.
  public void put(ArticleId article, Collection<Link> links) {
    Instant from = ThenTable.textOf(handle, article);
    ThenTable.end(handle, "name_link", "one_id, other_id, article_id", article, from);
    handle.execute("delete from name_link where article_id = ?", article.value());
    if (links.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into name_link (one_id, other_id, article_id, seen_from)"
                + " values (:one, :other, :article, :from)"
                + " on conflict do nothing");
    for (Link link : links) {
      bind(batch, link.one(), link.other(), article, from).add();
      bind(batch, link.other(), link.one(), article, from).add();
    }
    batch.execute();
  }

  private static PreparedBatch bind(
      PreparedBatch batch, String one, String other, ArticleId article, Instant from) {
    return batch
        .bind("one", one)
        .bind("other", other)
        .bind("article", article.value())
        .bind("from", from.toEpochMilli());
  }

  /// The ids that some article says to be one with one of `ids`, those of most articles first.
  public List<String> of(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "select other_id from name_link where one_id in (<ids>)"
                    + " group by other_id order by count(*) desc, other_id limit 8")
            .bindList("ids", List.copyOf(ids))
            .mapTo(String.class)
            .list();
  }
}
