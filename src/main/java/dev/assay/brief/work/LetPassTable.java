package dev.assay.brief.work;

import dev.assay.article.ArticleId;
import dev.assay.store.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Which withheld sentences a reader let pass. Kept by the sentence and the words it cites, so that
/// a model that writes it again finds it let pass. Used by one thread, within its session.
final class LetPassTable {

  private final Handle handle;

  LetPassTable(Session session) {
    this.handle = session.handle();
  }

  /// @param answer whose sentence it is
  void put(ArticleId article, String key, StoredAnswer answer, String reader, Instant now) {
    handle.execute(
        "insert into let_pass (article_id, sentence, reader, at, model, language)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (article_id, sentence) do nothing",
        article.value(),
        key,
        reader,
        now.toEpochMilli(),
        answer.model(),
        answer.language().tag());
  }

  /// Takes that back.
  ///
  /// @return false if it was not let pass
  boolean remove(ArticleId article, String key) {
    return handle.execute(
            "delete from let_pass where article_id = ? and sentence = ?", article.value(), key)
        > 0;
  }

  /// Who let which sentences of these articles pass, by key.
  Map<ArticleId, Map<String, String>> of(Collection<ArticleId> ids) {
    Map<ArticleId, Map<String, String>> passed = new HashMap<>();
    handle
        .createQuery(
            "select article_id, sentence, reader from let_pass where article_id in (<ids>)")
        .bindList("ids", ids.stream().map(ArticleId::value).toList())
        .map(
            (row, _) ->
                passed
                    .computeIfAbsent(new ArticleId(row.getLong("article_id")), _ -> new HashMap<>())
                    .put(row.getString("sentence"), row.getString("reader")))
        .list();
    return passed;
  }
}
