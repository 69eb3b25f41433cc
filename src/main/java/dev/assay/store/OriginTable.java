package dev.assay.store;

import dev.assay.article.ArticleId;
import dev.assay.fold.Origin;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Where articles say that they come from. An article that names no origin has no row.
public final class OriginTable {

  private final Handle handle;

  OriginTable(Handle handle) {
    this.handle = handle;
  }

  /// Puts what an article's present text says in the place of what it said before.
  public void put(ArticleId id, Optional<Origin> origin) {
    Instant from = ThenTable.textOf(handle, id);
    ThenTable.end(handle, "origin", "article_id, name, kind, mark", id, from);
    handle.execute("delete from origin where article_id = ?", id.value());
    origin.ifPresent(
        named ->
            handle.execute(
                "insert into origin (article_id, name, kind, mark, seen_from) values (?, ?, ?, ?, ?)",
                id.value(),
                named.name(),
                named.kind().name().toLowerCase(Locale.ROOT),
                named.mark(),
                from.toEpochMilli()));
  }

  /// The origins of those of `ids` that name one.
  public Map<ArticleId, Origin> of(Collection<ArticleId> ids) {
    Map<ArticleId, Origin> origins = new HashMap<>();
    if (!ids.isEmpty()) {
      handle
          .createQuery(
              "select article_id, name, kind, mark from origin where article_id in (<ids>)")
          .bindList("ids", ids.stream().map(ArticleId::value).toList())
          .map(
              (row, _) ->
                  Map.entry(
                      new ArticleId(row.getLong("article_id")),
                      new Origin(
                          row.getString("name"),
                          Origin.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                          row.getString("mark"))))
          .forEach(entry -> origins.put(entry.getKey(), entry.getValue()));
    }
    return origins;
  }
}
