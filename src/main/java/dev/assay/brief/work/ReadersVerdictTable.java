package dev.assay.brief.work;

import dev.assay.brief.model.Product;
import dev.assay.store.Session;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Counts what readers said of what models made. Used by one thread, within its session.
final class ReadersVerdictTable {

  private final Handle handle;

  ReadersVerdictTable(Session session) {
    this.handle = session.handle();
  }

  /// Whose work, on what of which source and language.
  record Of(Product product, String model, String source, String language) {}

  /// Of all models.
  Map<Of, ReadersVerdicts> all() {
    Map<Of, ReadersVerdicts> all = new HashMap<>();
    add(
        Product.BRIEF,
        "select p.model, a.source, p.language, count(*) passed, 0 good, 0 bad from let_pass p"
            + " join article a on a.id = p.article_id where p.model is not null"
            + " group by p.model, a.source, p.language",
        all);
    add(
        Product.CLAIMS,
        "select l.model, a.source, l.language, 0 passed,"
            + " count(*) filter (where l.verdict = 'right') good,"
            + " count(*) filter (where l.verdict <> 'right') bad from reading_label l"
            + " join article a on a.id = l.article_id"
            + " where l.model is not null and l.agreement <> 'differs'"
            + " group by l.model, a.source, l.language",
        all);
    return all;
  }

  private void add(Product product, String query, Map<Of, ReadersVerdicts> all) {
    handle
        .createQuery(query)
        .map(
            (row, _) ->
                Map.entry(
                    new Of(
                        product,
                        row.getString("model"),
                        row.getString("source"),
                        row.getString("language")),
                    new ReadersVerdicts(
                        row.getLong("passed"), row.getLong("good"), row.getLong("bad"))))
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
  }
}
