package dev.assay.store;

import dev.assay.article.ArticleId;
import dev.assay.fold.EditKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What sources changed in their texts after publication.
public final class EditTable {

  private static final String COLUMNS =
      "article_id, number, source, found_at, kinds, parts, silent";

  private final Handle handle;

  EditTable(Handle handle) {
    this.handle = handle;
  }

  /// One change of a text.
  ///
  /// @param number of the text that was replaced
  /// @param foundAt when the desk saw the new one
  /// @param kinds what weighs most first; empty if only the look was changed
  /// @param parts sentences that were changed
  /// @param silent whether the source says nothing of it
  public record Row(
      ArticleId article,
      int number,
      String source,
      Instant foundAt,
      List<EditKind> kinds,
      int parts,
      boolean silent) {
    public Row {
      kinds = List.copyOf(kinds);
    }
  }

  /// A text that was replaced, and of which it is not known yet what was changed.
  public record Unread(ArticleId article, int number) {}

  /// Keeps what was changed.
  public void put(Row row) {
    handle.execute(
        "insert into edit ("
            + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (article_id, number) do update set kinds = excluded.kinds,"
            + " parts = excluded.parts, silent = excluded.silent",
        row.article().value(),
        row.number(),
        row.source(),
        row.foundAt().toEpochMilli(),
        row.kinds().stream().map(EditKind::word).collect(Collectors.joining(",")),
        row.parts(),
        row.silent() ? 1 : 0);
  }

  /// Changes of more than the look, the newest first.
  ///
  /// @param source of this outlet; of all if empty
  /// @param kind of this kind; of any if empty
  /// @param before found before this moment
  public List<Row> newest(String source, String kind, Instant before, int limit) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + " from edit where kinds <> '' and found_at < :before"
                + " and (:source = '' or source = :source)"
                + " and (:kind = '' or ',' || kinds || ',' like '%,' || :kind || ',%')"
                + " order by found_at desc, article_id limit :limit")
        .bind("before", before.toEpochMilli())
        .bind("source", source)
        .bind("kind", kind)
        .bind("limit", limit)
        .map((row, _) -> row(row))
        .list();
  }

  /// All changes of an outlet since a moment, but for the look.
  public List<Row> since(String source, Instant since) {
    return handle
        .createQuery(
            "select "
                + COLUMNS
                + " from edit where kinds <> '' and source = :source"
                + " and found_at >= :since order by found_at desc")
        .bind("source", source)
        .bind("since", since.toEpochMilli())
        .map((row, _) -> row(row))
        .list();
  }

  /// Texts that were replaced before it was read what is changed.
  public List<Unread> unread(int limit) {
    return handle
        .createQuery(
            "select article_id, number from revision where not exists (select 1 from edit"
                + " where edit.article_id = revision.article_id and edit.number = revision.number)"
                + " order by article_id, number limit :limit")
        .bind("limit", limit)
        .map((row, _) -> new Unread(new ArticleId(row.getLong("article_id")), row.getInt("number")))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    String kinds = row.getString("kinds");
    return new Row(
        new ArticleId(row.getLong("article_id")),
        row.getInt("number"),
        row.getString("source"),
        Instant.ofEpochMilli(row.getLong("found_at")),
        kinds.isEmpty() ? List.of() : Arrays.stream(kinds.split(",")).map(EditKind::of).toList(),
        row.getInt("parts"),
        row.getInt("silent") == 1);
  }
}
