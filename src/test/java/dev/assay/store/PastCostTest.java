package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked of the past costs the same however much the desk holds: no table is read whole.
final class PastCostTest {

  private static final Instant AT = Instant.parse("2025-11-23T00:00:00Z");

  /// Articles with a claim each, ten of which stand in the entry that is asked for.
  private static final List<String> ROWS =
      List.of(
          "create temp table made as with recursive number(n) as"
              + " (select 1 union all select n + 1 from number where n < %d)"
              + " select n, case when n <= 10 then 'asked' else 'other' end as entry from number",
          "insert into article (id, sequence, identity, source, title, language, kind, ordered_by,"
              + " fetched_at, raw_hash, headers, revision, canonical_id, body)"
              + " select n, n, 'file' || n, 'Wire', 'Text', 'en', 'news', n, n, x'00', '', 1, n,"
              + " x'00' from made",
          "insert into claim_reading (article_id, version, voice) select n, '1', '' from made",
          "insert into claim (article_id, number, drawer, entity, property, scope, value, paragraph,"
              + " sentence_start, sentence_end, sentence, stance) select n, 1, entry, 'China',"
              + " 'share', '', 'figure' || replace('|0|2|7|7|EXACT|1|%|share|1', '|', char(9)), 1, 0, 9,"
              + " 'Some text', 'asserted' from made",
          "insert into evidence (entry_id, place, article_id, number)"
              + " select entry, -n, n, 1 from made");

  @TempDir private Path folder;

  @BeforeEach
  void countsSqlitesSteps() {
    Stores.assumeAFolder();
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

  private void costsTheSame(Consumer<Session> asked) {
    assertThat(steps(4_000, asked)).isLessThan(2 * steps(400, asked) + 5);
  }

  @Test
  void theClaimsOfAnEntry() {
    costsTheSame(session -> assertThat(session.claims().standingIn("asked", 60)).hasSize(10));
  }

  @Test
  void theLastSequence() {
    costsTheSame(session -> assertThat(session.articles().lastSequence()).isPositive());
  }
}
