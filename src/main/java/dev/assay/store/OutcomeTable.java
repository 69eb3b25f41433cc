package dev.assay.store;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// What became of each document that was ever given to Assay: its last outcome.
public final class OutcomeTable {

  private final Handle handle;

  OutcomeTable(Handle handle) {
    this.handle = handle;
  }

  public void record(Identity identity, Outcome outcome, Instant at) {
    handle
        .createUpdate(
            "insert into outcome (identity, article_id, outcome, reason, recorded_at)"
                + " values (:identity, :article, :outcome, :reason, :at)"
                + " on conflict (identity) do update set article_id = excluded.article_id,"
                + " outcome = excluded.outcome, reason = excluded.reason, recorded_at = excluded.recorded_at")
        .bind("identity", identity.key())
        .bindByType("article", outcome.article().map(ArticleId::value).orElse(null), Long.class)
        .bind("outcome", outcome.word())
        .bindByType(
            "reason",
            outcome instanceof Outcome.Refused refused ? refused.reason() : null,
            String.class)
        .bind("at", at.toEpochMilli())
        .execute();
  }

  /// Says of an article that was imported, and found to be a copy since, that it is one.
  public void settle(Outcome.Copy copy) {
    handle.execute(
        "update outcome set outcome = ? where article_id = ? and outcome = 'imported'",
        copy.word(),
        copy.id().value());
  }

  /// When the last outcome was recorded; empty if there is none.
  public Optional<Instant> lastRecorded() {
    return handle
        .createQuery("select recorded_at from outcome order by recorded_at desc limit 1")
        .map((row, _) -> Instant.ofEpochMilli(row.getLong("recorded_at")))
        .findOne();
  }

  /// How many documents ended in each outcome, by its word.
  public Map<String, Long> counts() {
    return new TreeMap<>(new TallyTable(handle).of(TallyTable.Subject.OUTCOME));
  }

  /// The documents refused last, newest first.
  public List<Refusal> refusals(int limit) {
    return handle
        .createQuery(
            "select identity, reason, recorded_at from outcome where outcome = 'refused'"
                + " order by recorded_at desc limit :limit")
        .bind("limit", limit)
        .map(
            (row, _) ->
                new Refusal(
                    row.getString("identity").replace('\t', ' '),
                    row.getString("reason"),
                    Instant.ofEpochMilli(row.getLong("recorded_at"))))
        .list();
  }

  void delete(ArticleId id) {
    handle.execute("delete from outcome where article_id = ?", id.value());
  }

  /// A document that was not taken, and why.
  public record Refusal(String document, String reason, Instant at) {}
}
