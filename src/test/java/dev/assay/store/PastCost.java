package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/// What a question to the past costs at two sizes of a desk, so that a test can hold that no table
/// is read whole.
public final class PastCost {

  private static final Instant AT = Instant.parse("2025-11-23T00:00:00Z");

  /// Articles, each with a claim, an entry of its own and two tags, five of each event. Of the
  /// first ten the claims stand in the entry `asked` too, and the tags are `asked1` and `asked2`;
  /// of all others the entry is `other`, and the tags are `other1` and `other2`.
  private static final List<String> ROWS =
      List.of(
          "create temp table made as with recursive number(n) as"
              + " (select 1 union all select n + 1 from number where n < %d)"
              + " select n, case when n <= 10 then 'asked' else 'other' end as entry from number",
          "create temp table made_tag as select n, entry || place as entity from made,"
              + " (select 1 as place union all select 2)",
          "insert into article (id, sequence, identity, source, title, language, kind, ordered_by,"
              + " fetched_at, raw_hash, headers, revision, canonical_id, body)"
              + " select n, n, 'file' || n, 'Wire', 'Text', 'en', 'news', n, n, x'00', '', 1, n,"
              + " x'00' from made",
          "insert into tag (entity_id, ordered_by, article_id, salience)"
              + " select entity, n, n, 1 from made_tag",
          "insert into event_member (article_id, event_id, ordered_by, like_id, likeness, by_hand,"
              + " seen_from) select n, n - n % 5 + 1, n, n, 1, 0, 0 from made",
          "insert into claim_reading (article_id, version, voice) select n, '1', '' from made",
          "insert into claim (article_id, number, drawer, entity, property, scope, value, paragraph,"
              + " sentence_start, sentence_end, sentence, stance) select n, 1, entry, 'China',"
              + " 'share', '', 'figure' || replace('|0|2|7|7|EXACT|1|%|share|1', '|', char(9)), 1, 0, 9,"
              + " 'Some text', 'asserted' from made",
          "insert into ledger_entry (id, drawer, entity_key, property, verdict, figures, compared,"
              + " sources, ordered_by) select 'entry' || n, entry, 'China', 'share', 0, 1, 1, 1, n"
              + " from made",
          "insert into entry_tag (entity_id, verdict, aside, sources, ordered_by, entry_id, figures)"
              + " select entity, 0, 0, 1, n, 'entry' || n, 1 from made_tag",
          "insert into evidence (entry_id, place, article_id, number, against_article, against_number)"
              + " select entry, -n, n, 1, null, null from made"
              + " union all select 'entry' || n, 1, n, 1, n, 1 from made");

  private final Path folder;

  /// @param folder for the desks
  public PastCost(Path folder) {
    Stores.assumeAFolder();
    this.folder = folder;
  }

  /// Asks twice, of 400 and of 4,000 articles.
  public void isTheSame(Consumer<Session> asked) {
    assertThat(steps(4_000, asked)).isLessThan(2 * steps(400, asked) + 5);
  }

  private long steps(int articles, Consumer<Session> asked) {
    try (Store store = Stores.openToWrite(desk(articles));
        Store past = store.asOf(AT)) {
      return past.read(
          session -> {
            SqliteSteps steps = SqliteSteps.counting(session);
            asked.accept(session);
            return steps.hundreds();
          });
    }
  }

  private Path desk(int articles) {
    Path desk = folder.resolve("articles-" + articles);
    Stores.openToWrite(desk).close();
    Jdbi.create("jdbc:sqlite:" + desk.resolve("assay.db"))
        .useHandle(
            handle -> {
              handle.execute(ROWS.getFirst().formatted(articles));
              ROWS.stream().skip(1).forEach(handle::execute);
            });
    return desk;
  }
}
