package dev.assay.event.kept;

import dev.assay.article.ArticleId;
import dev.assay.store.Session;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Texts whose figures are to be held against those of others, and which these are: those of any
/// time that speak of what few do, by the same keys by which the texts of an event find each other.
/// Copies have none. Used by one thread, within its session.
public final class AlikeTable {

  /// What more texts have is not rare, however large the desk is: of each key no more rows are
  /// read.
  private static final int RARE = 8;

  /// Rare keys that two texts must share: one alone is a chance word.
  private static final int SHARED = 2;

  private final Handle handle;

  public AlikeTable(Session session) {
    this.handle = session.handle();
  }

  /// Lets a text wait.
  public void await(ArticleId id) {
    handle.execute(
        "insert into alike_waiting (article_id) values (?) on conflict do nothing", id.value());
  }

  /// Those that wait, the earliest published first: whichever came first, they meet in one order.
  public List<ArticleId> waiting(int limit) {
    return handle
        .createQuery(
            "select article_id from alike_waiting join article on article.id = article_id"
                + " order by ordered_by, article_id limit :limit")
        .bind("limit", limit)
        .map((row, _) -> new ArticleId(row.getLong("article_id")))
        .list();
  }

  public void done(ArticleId id) {
    handle.execute("delete from alike_waiting where article_id = ?", id.value());
  }

  /// The texts that share most rare keys with one that is linked, the nearest first. Whether a key
  /// is rare is asked before the texts that have it, so that one of all texts costs no more than
  /// others.
  public List<ArticleId> near(ArticleId id, int limit) {
    return handle
        .createQuery(
            "select other.article_id from event_key as own"
                + " join event_key as other on other.key = own.key"
                + " where own.article_id = :id and other.article_id <> :id"
                + " and not exists (select 1 from event_key as more where more.key = own.key"
                + " limit 1 offset :rare)"
                + " group by other.article_id having count(*) >= :shared"
                + " order by count(*) desc, other.article_id limit :limit")
        .bind("id", id.value())
        .bind("rare", RARE)
        .bind("shared", SHARED)
        .bind("limit", limit)
        .map((row, _) -> new ArticleId(row.getLong("article_id")))
        .list();
  }
}
