package dev.assay.desk.note;

import dev.assay.article.ArticleId;
import dev.assay.article.ReaderId;
import dev.assay.cite.Span;
import dev.assay.store.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The notes of one reader. Used by one thread, within its session.
final class NoteTable {

  /// Between two tags in their column; never part of one.
  private static final String TAG_END = "\n";

  private final Handle handle;
  private final ReaderId reader;

  NoteTable(Session session, ReaderId reader) {
    this.handle = session.handle();
    this.reader = reader;
  }

  void add(Note note) {
    handle
        .createUpdate(
            "insert into note (id, reader_id, article_id, paragraph, span_start, span_end, exact,"
                + " prefix, suffix, body, tags, found_by, created_at, changed_at)"
                + " values (:id, :reader, :article, :paragraph, :start, :end, :exact, :prefix,"
                + " :suffix, :body, :tags, :foundBy, :created, :changed)")
        .bind("id", note.id())
        .bind("reader", reader.value())
        .bind("article", note.article().value())
        .bind("paragraph", note.anchor().at().paragraph())
        .bind("start", note.anchor().at().span().start())
        .bind("end", note.anchor().at().span().end())
        .bind("exact", note.anchor().exact())
        .bind("prefix", note.anchor().prefix())
        .bind("suffix", note.anchor().suffix())
        .bind("body", note.text())
        .bind("tags", joined(note.tags()))
        .bind("foundBy", foundBy(note))
        .bind("created", note.createdAt().toEpochMilli())
        .bind("changed", note.changedAt().toEpochMilli())
        .execute();
  }

  void change(Note note) {
    handle
        .createUpdate(
            "update note set body = :body, tags = :tags, found_by = :foundBy,"
                + " changed_at = :changed where id = :id and reader_id = :reader")
        .bind("id", note.id())
        .bind("reader", reader.value())
        .bind("body", note.text())
        .bind("tags", joined(note.tags()))
        .bind("foundBy", foundBy(note))
        .bind("changed", note.changedAt().toEpochMilli())
        .execute();
  }

  boolean remove(String id) {
    return handle
            .createUpdate("delete from note where id = :id and reader_id = :reader")
            .bind("id", id)
            .bind("reader", reader.value())
            .execute()
        > 0;
  }

  private static String joined(List<String> tags) {
    return tags.stream().map(tag -> TAG_END + tag).collect(Collectors.joining())
        + (tags.isEmpty() ? "" : TAG_END);
  }

  private static String foundBy(Note note) {
    return Notes.folded(
        String.join("\n", note.anchor().exact(), note.text(), String.join("\n", note.tags())));
  }

  Optional<Note> find(String id) {
    return handle
        .createQuery("select * from note where id = :id and reader_id = :reader")
        .bind("id", id)
        .bind("reader", reader.value())
        .map((row, _) -> note(row))
        .findOne();
  }

  List<Note> list(NoteQuery asked) {
    return bound(
            handle.createQuery(
                "select * from note"
                    + chosen(asked)
                    + " order by created_at desc, id limit :limit offset :from"),
            asked)
        .bind("limit", asked.limit())
        .bind("from", asked.from())
        .map((row, _) -> note(row))
        .list();
  }

  long count(NoteQuery asked) {
    return bound(handle.createQuery("select count(*) from note" + chosen(asked)), asked)
        .mapTo(Long.class)
        .one();
  }

  private static List<String> words(NoteQuery asked) {
    return Arrays.stream(Notes.folded(asked.words()).split("\\s+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String chosen(NoteQuery asked) {
    String each =
        IntStream.range(0, words(asked).size())
            .mapToObj(" and found_by like :word%d escape '!'"::formatted)
            .collect(Collectors.joining());
    return " where reader_id = :reader"
        + (asked.article() == null ? "" : " and article_id = :article")
        + (asked.tag().isEmpty() ? "" : " and tags like :tag escape '!'")
        + each;
  }

  private Query bound(Query query, NoteQuery asked) {
    query.bind("reader", reader.value());
    ArticleId article = asked.article();
    if (article != null) {
      query.bind("article", article.value());
    }
    if (!asked.tag().isEmpty()) {
      query.bind("tag", anywhere(TAG_END + asked.tag() + TAG_END));
    }
    List<String> words = words(asked);
    for (int i = 0; i < words.size(); i++) {
      query.bind("word" + i, anywhere(words.get(i)));
    }
    return query;
  }

  private static String anywhere(String text) {
    return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
  }

  /// How many notes bear each tag, the commonest first.
  Map<String, Long> tags() {
    Map<String, Long> counts =
        handle
            .createQuery("select tags from note where reader_id = :reader and tags <> ''")
            .bind("reader", reader.value())
            .mapTo(String.class)
            .stream()
            .flatMap(tags -> tags(tags).stream())
            .collect(Collectors.groupingBy(tag -> tag, Collectors.counting()));
    Map<String, Long> ordered = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }

  private static List<String> tags(String column) {
    return Arrays.stream(column.split(TAG_END)).filter(tag -> !tag.isEmpty()).toList();
  }

  private static Note note(ResultSet row) throws SQLException {
    return new Note(
        row.getString("id"),
        new ArticleId(row.getLong("article_id")),
        new Anchor(
            new Anchor.Place(
                row.getInt("paragraph"),
                new Span(row.getInt("span_start"), row.getInt("span_end"))),
            row.getString("exact"),
            row.getString("prefix"),
            row.getString("suffix")),
        row.getString("body"),
        tags(row.getString("tags")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("changed_at")));
  }
}
