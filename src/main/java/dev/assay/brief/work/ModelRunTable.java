package dev.assay.brief.work;

import dev.assay.article.Article;
import dev.assay.article.Language;
import dev.assay.brief.model.Answer;
import dev.assay.brief.model.Product;
import dev.assay.brief.model.Standing;
import dev.assay.brief.model.VettingTally;
import dev.assay.llm.Usage;
import dev.assay.store.Session;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Every article that was sent to a model: what it cost, and what was counted in the answers. Used
/// by one thread, within its session.
final class ModelRunTable {

  private static final String MADE = "made";

  private final Session session;
  private final Handle handle;

  ModelRunTable(Session session) {
    this.session = session;
    this.handle = session.handle();
  }

  /// @param article what was sent; also one that the store does not have, or has no more
  void add(Article article, ModelTextTable.Key key, Answer answer, BigDecimal cost, Instant now) {
    VettingTally tally = answer.tally();
    Standing standing = answer.standing();
    handle.execute(
        "insert into model_run (asked_at, article_id, source, language, model, prompt_version,"
            + " outcome, questions, input_tokens, output_tokens, cost, withheld, not_sent,"
            + " sentences, failed, numbers, unsupported_numbers, names, missing_names, quotes,"
            + " changed_quotes, confirmed, marked, product)"
            + " values (?, (select id from article where id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        now.toEpochMilli(),
        article.id().value(),
        article.source(),
        (key.language().equals(Language.UNKNOWN) ? article.language() : key.language()).tag(),
        key.model(),
        key.promptVersion(),
        answer.reason() == null ? MADE : answer.reason().word(),
        answer.calls(),
        answer.usage().inputTokens(),
        answer.usage().outputTokens(),
        cost.movePointRight(6).longValue(),
        standing.withheld(),
        answer.notSent(),
        tally.sentences(),
        tally.failed(),
        tally.numbers(),
        tally.unsupportedNumbers(),
        tally.names(),
        tally.missingNames(),
        tally.quotes(),
        tally.changedQuotes(),
        standing.confirmed(),
        standing.marked(),
        key.product().word());
  }

  /// What was spent since `start`.
  record Spent(long questions, Usage usage, BigDecimal cost) {}

  Spent since(Instant start) {
    return handle
        .createQuery(
            "select coalesce(sum(questions), 0) q, coalesce(sum(input_tokens), 0) i,"
                + " coalesce(sum(output_tokens), 0) o, coalesce(sum(cost), 0) c"
                + " from model_run where asked_at >= ?")
        .bind(0, start.toEpochMilli())
        .map(
            (row, _) ->
                new Spent(
                    row.getLong("q"),
                    new Usage(row.getLong("i"), row.getLong("o")),
                    BigDecimal.valueOf(row.getLong("c"), 6)))
        .one();
  }

  /// How often each outcome came.
  Map<String, Long> outcomes() {
    Map<String, Long> counts = new LinkedHashMap<>();
    handle
        .createQuery("select outcome, count(*) n from model_run group by outcome order by 2 desc")
        .map((row, _) -> Map.entry(row.getString("outcome"), row.getLong("n")))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /// The time and the outcome of the last article sent.
  Optional<Map.Entry<Instant, String>> last() {
    return handle
        .createQuery("select asked_at, outcome from model_run order by id desc limit 1")
        .map(
            (row, _) ->
                Map.entry(Instant.ofEpochMilli(row.getLong("asked_at")), row.getString("outcome")))
        .findOne();
  }

  /// What was counted, by model, prompt, source and language; the most numbers first.
  List<ModelShare> shares(int most) {
    Map<ReadersVerdictTable.Of, ReadersVerdicts> verdicts = new ReadersVerdictTable(session).all();
    return handle
        .createQuery(
            "select product, model, prompt_version, source, language, count(*) runs,"
                + " count(*) filter (where outcome = 'made') made, sum(confirmed) confirmed,"
                + " sum(marked) marked, sum(withheld) withheld, sum(sentences) sentences,"
                + " sum(failed) failed, sum(numbers) numbers, sum(unsupported_numbers) unsupported,"
                + " sum(names) names, sum(missing_names) missing, sum(quotes) quotes,"
                + " sum(changed_quotes) changed, sum(input_tokens + output_tokens) tokens,"
                + " sum(cost) cost from model_run"
                + " group by product, model, prompt_version, source, language"
                + " order by product, numbers desc, model, prompt_version, source, language limit ?")
        .bind(0, most)
        .map(
            (row, _) ->
                new ModelShare(
                    Product.valueOf(row.getString("product").toUpperCase(Locale.ROOT)),
                    row.getString("model"),
                    row.getInt("prompt_version"),
                    row.getString("source"),
                    row.getString("language"),
                    row.getLong("runs"),
                    row.getLong("made"),
                    new Standing(
                        row.getLong("confirmed"), row.getLong("marked"), row.getLong("withheld")),
                    new VettingTally(
                        row.getInt("sentences"),
                        row.getInt("failed"),
                        row.getInt("numbers"),
                        row.getInt("unsupported"),
                        row.getInt("names"),
                        row.getInt("missing"),
                        row.getInt("quotes"),
                        row.getInt("changed")),
                    verdicts.getOrDefault(
                        new ReadersVerdictTable.Of(
                            Product.valueOf(row.getString("product").toUpperCase(Locale.ROOT)),
                            row.getString("model"),
                            row.getString("source"),
                            row.getString("language")),
                        ReadersVerdicts.NONE),
                    row.getLong("tokens"),
                    BigDecimal.valueOf(row.getLong("cost"), 6)))
        .list();
  }
}
