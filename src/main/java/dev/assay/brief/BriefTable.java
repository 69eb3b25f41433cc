package dev.assay.brief;

import dev.assay.article.ArticleId;
import dev.assay.store.Session;
import dev.assay.store.ThenTable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The stored brief of each article. Used by one thread, within its session.
public final class BriefTable {

  private final Handle handle;

  public BriefTable(Session session) {
    this.handle = session.handle();
  }

  /// Stores `brief`, of its article's present text, in place of the one that the article had.
  public void put(Brief brief) {
    put(brief, ThenTable.textOf(handle, brief.article()));
  }

  /// As the other, of what is known since `from`: later than the text if a person's word on names
  /// changed it.
  public void put(Brief brief, Instant from) {
    ThenTable.end(handle, "brief", "article_id, version, content", brief.article(), from);
    handle.execute(
        "insert into brief (article_id, version, content, seen_from) values (?, ?, ?, ?)"
            + " on conflict (article_id) do update set version = excluded.version,"
            + " content = excluded.content, seen_from = excluded.seen_from",
        brief.article().value(),
        version(brief.maker()),
        BriefJson.write(brief),
        from.toEpochMilli());
  }

  /// The briefs of those of `ids` that have one.
  public Map<ArticleId, Brief> of(Collection<ArticleId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery("select content from brief where article_id in (<ids>)")
        .bindList("ids", ids.stream().map(ArticleId::value).toList())
        .map((row, _) -> BriefJson.read(row.getString("content")))
        .collect(Collectors.toMap(Brief::article, brief -> brief));
  }

  private static String version(Maker maker) {
    return switch (maker) {
      case Maker.Extractive(int version) -> "extractive " + version;
      case Maker.InPlaceOfModel(int version, _, _) -> "extractive " + version;
      case Maker.Model(String name, int promptVersion, _) -> name + " " + promptVersion;
    };
  }
}
