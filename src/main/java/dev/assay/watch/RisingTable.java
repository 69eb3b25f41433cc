package dev.assay.watch;

import dev.assay.analyze.name.Aboutness;
import dev.assay.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// How many articles are about names. Used by one thread, within its session.
final class RisingTable {

  private static final Duration BEFORE = Duration.ofDays(28);

  /// Fewer articles are no rise.
  private static final int LEAST = 5;

  /// How many times as many as in a week before.
  private static final int TIMES = 3;

  private static final int MOST = 50;

  private final Handle handle;

  RisingTable(Session session) {
    this.handle = session.handle();
  }

  /// A name that rises.
  ///
  /// @param now articles about it
  /// @param before articles about it in the four weeks before
  record Rise(String entity, long now, long before) {}

  /// The names that rise from `start` to `end`, copies not counted.
  List<Rise> since(Instant start, Instant end) {
    return handle
        .createQuery(
            "select entity_id, sum(case when tag.ordered_by >= :start then 1 else 0 end) as recent,"
                + " sum(case when tag.ordered_by < :start then 1 else 0 end) as earlier"
                + " from tag join article on article.id = tag.article_id"
                + " where tag.ordered_by >= :before and tag.ordered_by < :end"
                + " and tag.salience >= :about and article.canonical_id = article.id"
                + " group by entity_id"
                + " having sum(case when tag.ordered_by >= :start then 1 else 0 end) >= :least"
                + " and 4 * sum(case when tag.ordered_by >= :start then 1 else 0 end)"
                + " >= :times * (4 + sum(case when tag.ordered_by < :start then 1 else 0 end))"
                + " order by recent desc, entity_id limit :most")
        .bind("start", start.toEpochMilli())
        .bind("before", start.minus(BEFORE).toEpochMilli())
        .bind("end", end.toEpochMilli())
        .bind("about", Aboutness.ABOUT)
        .bind("least", LEAST)
        .bind("times", TIMES)
        .bind("most", MOST)
        .map(
            (row, _) ->
                new Rise(row.getString("entity_id"), row.getLong("recent"), row.getLong("earlier")))
        .list();
  }
}
