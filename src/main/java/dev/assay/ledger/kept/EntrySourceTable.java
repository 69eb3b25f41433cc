package dev.assay.ledger.kept;

import dev.assay.ledger.EntryId;
import dev.assay.ledger.KeptEntry.ClaimKey;
import dev.assay.ledger.kept.DrawerPast.InEntry;
import dev.assay.store.ClaimTable.Version;
import dev.assay.store.StoredClaim;
import dev.assay.store.ThenTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/// From which outlets, in which languages and of which days the figures of an entry are, so that a
/// list is narrowed without a look at every figure.
final class EntrySourceTable {

  private final Handle handle;

  EntrySourceTable(Handle handle) {
    this.handle = handle;
  }

  /// The figures of an outlet in a language in an entry.
  private record Of(EntryId entry, String source, String language) {}

  /// @param first published, or else fetched; milliseconds
  private record Sum(long figures, long first, long last) {

    static Sum of(long at) {
      return new Sum(1, at, at);
    }

    Sum and(Sum other) {
      return new Sum(
          figures + other.figures, Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  /// Sums up the evidence of entries, and writes what differs from what is kept of them.
  ///
  /// @param versions of the claims in them
  void put(Set<EntryId> entries, Set<InEntry> evidence, List<Version> versions) {
    Map<Of, Sum> sums = sums(evidence, versions);
    Map<Of, Sum> kept = kept(entries);
    PreparedBatch gone =
        handle.prepareBatch(
            "delete from entry_source where entry_id = ? and source = ? and language = ?");
    kept.keySet().stream()
        .filter(of -> !sums.containsKey(of))
        .forEach(of -> gone.add(of.entry().value(), of.source(), of.language()));
    PreparedBatch come =
        handle.prepareBatch(
            "insert into entry_source (entry_id, source, language, figures, first_at, last_at)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (entry_id, source, language) do update set"
                + " figures = excluded.figures, first_at = excluded.first_at, last_at = excluded.last_at");
    sums.forEach(
        (of, sum) -> {
          if (!sum.equals(kept.get(of))) {
            come.add(
                of.entry().value(),
                of.source(),
                of.language(),
                sum.figures(),
                sum.first(),
                sum.last());
          }
        });
    Stream.of(gone, come).filter(batch -> batch.size() > 0).forEach(PreparedBatch::execute);
  }

  private static Map<Of, Sum> sums(Set<InEntry> evidence, List<Version> versions) {
    Map<ClaimKey, StoredClaim.Place> places = new HashMap<>();
    for (Version version : versions) {
      if (version.until().equals(ThenTable.STANDING)) {
        StoredClaim claim = version.claim();
        places.put(new ClaimKey(claim.article(), claim.number()), claim.place());
      }
    }
    Map<Of, Sum> sums = new LinkedHashMap<>();
    for (InEntry in : evidence) {
      StoredClaim.Place place = places.get(in.claim());
      if (place != null) {
        Of of = new Of(in.entry(), place.source(), place.language().tag());
        sums.merge(of, Sum.of(place.orderedBy().toEpochMilli()), Sum::and);
      }
    }
    return sums;
  }

  private Map<Of, Sum> kept(Set<EntryId> entries) {
    Map<Of, Sum> kept = new HashMap<>();
    for (EntryId entry : entries) {
      handle
          .createQuery(
              "select source, language, figures, first_at, last_at from entry_source"
                  + " where entry_id = :entry")
          .bind("entry", entry.value())
          .map(
              (row, _) ->
                  Map.entry(
                      new Of(entry, row.getString("source"), row.getString("language")),
                      new Sum(
                          row.getLong("figures"), row.getLong("first_at"), row.getLong("last_at"))))
          .forEach(one -> kept.put(one.getKey(), one.getValue()));
    }
    return kept;
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
