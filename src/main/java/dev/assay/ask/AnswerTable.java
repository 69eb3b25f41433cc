package dev.assay.ask;

import dev.assay.article.ReaderId;
import dev.assay.store.Session;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The answers that were kept, each for the reader who asked. Used by one thread, within its
/// session.
final class AnswerTable {

  private final Handle handle;
  private final ReaderId reader;

  AnswerTable(Session session, ReaderId reader) {
    this.handle = session.handle();
    this.reader = reader;
  }

  /// Keeps `answer`, in place of an earlier form of it.
  void put(Answer answer) {
    handle
        .createUpdate(
            "insert into answer"
                + " (id, reader_id, question, state, made_at, again_of, content, listed)"
                + " values (:id, :reader, :question, :state, :madeAt, :again, :content, 1)"
                + " on conflict (id) do update set state = excluded.state,"
                + " made_at = excluded.made_at, content = excluded.content, listed = 1")
        .bind("id", answer.id().value())
        .bind("reader", reader.value())
        .bind("question", answer.question())
        .bind("state", answer.state().word())
        .bind("madeAt", answer.madeAt().toEpochMilli())
        .bindByType("again", answer.again() == null ? null : answer.again().value(), String.class)
        .bind("content", AnswerJson.write(answer))
        .execute();
    listArticles(answer);
  }

  private void listArticles(Answer answer) {
    handle.execute("delete from answer_article where answer_id = ?", answer.id().value());
    PreparedBatch rows =
        handle.prepareBatch("insert into answer_article (answer_id, article_id) values (?, ?)");
    answer.articles().stream()
        .map(line -> line.id().value())
        .distinct()
        .forEach(article -> rows.add(answer.id().value(), article));
    rows.execute();
  }

  /// The answer of this id, if it is this reader's.
  Optional<Answer> find(AnswerId id) {
    return handle
        .createQuery("select content from answer where id = :id and reader_id = :reader")
        .bind("id", id.value())
        .bind("reader", reader.value())
        .map((row, _) -> AnswerJson.read(row.getString("content")))
        .findOne();
  }

  /// The reader's answers, the newest first.
  List<Answer> newest(int limit) {
    return handle
        .createQuery(
            "select content from answer where reader_id = :reader"
                + " order by made_at desc, id limit :limit")
        .bind("reader", reader.value())
        .bind("limit", limit)
        .map((row, _) -> AnswerJson.read(row.getString("content")))
        .list();
  }

  /// The reader's answers that come behind one of them in that order.
  List<Answer> before(AnswerId id, int limit) {
    return handle
        .createQuery(
            "select later.content from answer as later join answer as one on one.id = :id"
                + " where later.reader_id = :reader and (later.made_at < one.made_at"
                + " or (later.made_at = one.made_at and later.id > one.id))"
                + " order by later.made_at desc, later.id limit :limit")
        .bind("id", id.value())
        .bind("reader", reader.value())
        .bind("limit", limit)
        .map((row, _) -> AnswerJson.read(row.getString("content")))
        .list();
  }

  /// Deletes an answer; false if this reader has none of this id.
  boolean delete(AnswerId id) {
    return handle.execute(
            "delete from answer where id = ? and reader_id = ?", id.value(), reader.value())
        > 0;
  }

  /// Keeps the newest answers of the reader and forgets those beyond `most`.
  void forgetBeyond(int most) {
    handle
        .createUpdate(
            "delete from answer where reader_id = :reader and id not in"
                + " (select id from answer where reader_id = :reader"
                + " order by made_at desc, id limit :most)")
        .bind("reader", reader.value())
        .bind("most", most)
        .execute();
  }
}
