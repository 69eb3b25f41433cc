package dev.assay.store;

import dev.assay.article.ArticleId;
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

  /// Replaces the links of an article.
  public void put(ArticleId article, Collection<Link> links) {
    handle.execute("delete from name_link where article_id = ?", article.value());
    if (links.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into name_link (one_id, other_id, article_id) values (:one, :other, :article)"
                + " on conflict do nothing");
    for (Link link : links) {
      add(batch, link.one(), link.other(), article);
      add(batch, link.other(), link.one(), article);
    }
    batch.execute();
  }

  private static void add(PreparedBatch batch, String one, String other, ArticleId article) {
    batch.bind("one", one).bind("other", other).bind("article", article.value()).add();
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
