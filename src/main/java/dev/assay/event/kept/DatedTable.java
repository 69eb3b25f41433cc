package dev.assay.event.kept;

import dev.assay.article.ArticleId;
import dev.assay.cite.Span;
import dev.assay.event.DatedSentence;
import dev.assay.store.Session;
import dev.assay.store.ThenTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Sentences that say on which day something happened. Used by one thread, within its session.
public final class DatedTable {

  /// Goes up when other sentences are found in the same text.
  private static final int VERSION = 11;

  private static final String COLUMNS =
      "article_id, number, paragraph, span_start, span_end, sentence, first_day, last_day, weight";

  private final Handle handle;

  public DatedTable(Session session) {
    this.handle = session.handle();
  }

  /// Keeps the sentences of an article's present text, in place of those of the one before.
  public void put(ArticleId id, List<DatedSentence> sentences) {
    Instant from = ThenTable.textOf(handle, id);
    ThenTable.end(handle, "dated_sentence", COLUMNS, id, from);
    handle.execute("delete from dated_sentence where article_id = ?", id.value());
    for (int i = 0; i < sentences.size(); i++) {
      DatedSentence one = sentences.get(i);
      handle.execute(
          "insert into dated_sentence ("
              + COLUMNS
              + ", seen_from)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          id.value(),
          i,
          one.paragraph(),
          one.span().start(),
          one.span().end(),
          one.text(),
          one.first().toEpochDay(),
          one.last().toEpochDay(),
          one.weight(),
          from.toEpochMilli());
    }
    handle.execute(
        "insert into dated_article (article_id, version) values (?, ?)"
            + " on conflict (article_id) do update set version = excluded.version",
        id.value(),
        VERSION);
  }

  /// The sentences of these articles, each article's in its order.
  public Map<ArticleId, List<DatedSentence>> of(Collection<ArticleId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : handle
            .createQuery(
                "select "
                    + COLUMNS
                    + " from dated_sentence where article_id in (<ids>)"
                    + " order by article_id, number")
            .bindList("ids", ids.stream().map(ArticleId::value).toList())
            .map(
                (row, _) ->
                    Map.entry(
                        new ArticleId(row.getLong("article_id")),
                        new DatedSentence(
                            row.getInt("paragraph"),
                            new Span(row.getInt("span_start"), row.getInt("span_end")),
                            row.getString("sentence"),
                            LocalDate.ofEpochDay(row.getLong("first_day")),
                            LocalDate.ofEpochDay(row.getLong("last_day")),
                            row.getInt("weight"))))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /// Articles that are to be read for days, in the order of ids.
  public List<ArticleId> unread(long after, int limit) {
    return handle
        .createQuery(
            "select id from article where id > :after and not exists (select 1 from dated_article"
                + " where article_id = article.id and version = :version)"
                + " order by id limit :limit")
        .bind("after", after)
        .bind("version", VERSION)
        .bind("limit", limit)
        .map((row, _) -> new ArticleId(row.getLong("id")))
        .list();
  }
}
