package dev.assay.ledger.kept;

import dev.assay.ledger.EntryId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// From which outlets, in which languages and of which days the figures of an entry are, so that a
/// list is narrowed without a look at every figure.
final class EntrySourceTable {

  private final Handle handle;

  EntrySourceTable(Handle handle) {
    this.handle = handle;
  }

  /// Sums up the evidence of an entry, which is there.
  void put(EntryId entry) {
    handle.execute(
        "insert into entry_source (entry_id, source, language, figures, first_at, last_at)"
            + " select evidence.entry_id, article.source, article.language, count(*),"
            + " min(article.ordered_by), max(article.ordered_by)"
            + " from evidence join article on article.id = evidence.article_id"
            + " where evidence.entry_id = ? group by evidence.entry_id, article.source, article.language"
            + " on conflict do nothing",
        entry.value());
  }

  /// Outlets with a figure in any of `entries`, most figures first.
  List<String> most(Collection<EntryId> entries, int limit) {
    return entries.isEmpty()
        ? List.of()
        : handle
            .createQuery(
                "select source from entry_source where entry_id in (<entries>) and source <> ''"
                    + " group by source order by sum(figures) desc, source limit :limit")
            .bindList("entries", entries.stream().map(EntryId::value).toList())
            .bind("limit", limit)
            .mapTo(String.class)
            .list();
  }

  /// The filter as conditions on the rows of `ledger_entry as entry`, each with `and` before it;
  /// empty if every entry passes.
  static String conditions(LedgerFilter filter) {
    StringBuilder sql = new StringBuilder();
    sql.append(filter.entity().isEmpty() ? "" : " and entry.entity_key = :entity");
    sql.append(filter.property() == null ? "" : " and entry.property = :property");
    if (filter.asksForArticles()) {
      sql.append(" and exists (select 1 from entry_source where entry_id = entry.id");
      sql.append(narrowed(filter, "entry_source", "last_at", "first_at")).append(')');
    }
    if (filter.from() != null && filter.until() != null) {
      // The days of an outlet's first and last figure may lie on both sides of the asked ones.
      sql.append(" and exists (select 1 from evidence");
      sql.append(" join article on article.id = evidence.article_id");
      sql.append(" where evidence.entry_id = entry.id");
      sql.append(narrowed(filter, "article", "ordered_by", "ordered_by")).append(')');
    }
    return sql.toString();
  }

  /// What of `table` passes the filter.
  ///
  /// @param latest its column with the latest moment
  /// @param earliest its column with the earliest one
  private static String narrowed(
      LedgerFilter filter, String table, String latest, String earliest) {
    String languages =
        IntStream.range(0, filter.languages().size())
            .mapToObj(i -> " or lower(%s.language) like :language%d".formatted(table, i))
            .collect(Collectors.joining());
    return (filter.sources().isEmpty() ? "" : " and %s.source in (<sources>)".formatted(table))
        + (filter.from() == null ? "" : " and %s.%s >= :from".formatted(table, latest))
        + (filter.until() == null ? "" : " and %s.%s < :until".formatted(table, earliest))
        + (languages.isEmpty() ? "" : " and (false" + languages + ")");
  }

  static void bind(Query query, LedgerFilter filter) {
    if (!filter.entity().isEmpty()) {
      query.bind("entity", filter.entity());
    }
    if (filter.property() != null) {
      query.bind("property", filter.property().word());
    }
    if (!filter.sources().isEmpty()) {
      query.bindList("sources", List.copyOf(filter.sources()));
    }
    if (filter.from() != null) {
      query.bind("from", filter.from().toEpochMilli());
    }
    if (filter.until() != null) {
      query.bind("until", filter.until().toEpochMilli());
    }
    List<String> languages = List.copyOf(filter.languages());
    for (int i = 0; i < languages.size(); i++) {
      query.bind("language" + i, languages.get(i).toLowerCase(Locale.ROOT) + "%");
    }
  }
}
