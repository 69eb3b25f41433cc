package dev.assay.event.kept;

import dev.assay.article.ArticleId;
import dev.assay.store.Session;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Texts whose figures are to be held against those of others, and which these are: those of any
/// time that speak of what few do, by the same keys by which the texts of an event find each other.
/// Copies have none. Used by one thread, within its session.
public final class AlikeTable {

  /// What so many texts have is not asked for, however large the desk is: of each key fewer rows
  /// are read.
  private static final int MANY = 64;

  /// Keys that two texts must share: one alone is a chance word.
  private static final int SHARED = 2;

  /// A key counts for one part of as many as have it, in whole numbers, so that each database
  /// orders them alike.
  private static final int WHOLE = 5040;

  /// What these must come to: two that eight texts have, or ten of a story of forty.
  private static final int LEAST = WHOLE / 4;

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

  /// The texts that share most of what is rare with one that is linked, the nearest first: a key
  /// counts for one part of as many as have it. How many these are is asked before the texts
  /// themselves, so that a key of all texts costs no more than others.
  public List<ArticleId> near(ArticleId id, int limit) {
    return handle
        .createQuery(
            "with mine as materialized (select key, :whole / (select count(*) from (select 1"
                + " from event_key as more where more.key = own.key limit :many) as few) as part"
                + " from event_key as own where article_id = :id)"
                + " select other.article_id from mine join event_key as other on other.key = mine.key"
                + " where mine.part > :least and other.article_id <> :id"
                + " group by other.article_id having count(*) >= :shared and sum(mine.part) >= :sum"
                + " order by sum(mine.part) desc, other.article_id limit :limit")
        .bind("id", id.value())
        .bind("whole", WHOLE)
        .bind("many", MANY)
        .bind("least", WHOLE / MANY)
        .bind("shared", SHARED)
        .bind("sum", LEAST)
        .bind("limit", limit)
        .map((row, _) -> new ArticleId(row.getLong("article_id")))
        .list();
  }
}
