package dev.assay.store;

import dev.assay.article.ArticleId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Articles that were stored beside other processes and wait to be settled, in the order of their
/// coming.
public final class UnsettledTable {

  private final Handle handle;

  UnsettledTable(Handle handle) {
    this.handle = handle;
  }

  /// An article that waits.
  ///
  /// @param number of its coming
  public record Unsettled(long number, ArticleId article) {}

  /// Lets an article wait.
  ///
  /// @return the number of its coming
  public long add(ArticleId id) {
    return handle
        .createQuery("insert into unsettled (article_id) values (:id) returning number")
        .bind("id", id.value())
        .mapTo(Long.class)
        .one();
  }

  /// Those that came first.
  public List<Unsettled> first(int limit) {
    return handle
        .createQuery("select number, article_id from unsettled order by number limit :limit")
        .bind("limit", limit)
        .map(
            (row, _) ->
                new Unsettled(row.getLong("number"), new ArticleId(row.getLong("article_id"))))
        .list();
  }

  public void remove(List<Unsettled> settled) {
    handle
        .createUpdate("delete from unsettled where number in (<numbers>)")
        .bindList("numbers", settled.stream().map(Unsettled::number).toList())
        .execute();
  }

  /// How many wait.
  public long count() {
    return handle.createQuery("select count(*) from unsettled").mapTo(Long.class).one();
  }
}
