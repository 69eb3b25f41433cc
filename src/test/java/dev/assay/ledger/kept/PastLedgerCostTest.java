package dev.assay.ledger.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.ledger.EntryId;
import dev.assay.store.PastCost;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the ledger asks of the past costs the same however much the desk holds.
final class PastLedgerCostTest {

  private static final About ONE = new About.Entities(List.of("asked1"));
  private static final About SEVERAL = new About.Entities(List.of("asked1", "asked2"));
  private static final LedgerFilter NARROWED =
      new LedgerFilter(
          LedgerFilter.SEVERAL.verdicts(),
          "",
          null,
          Set.of("en"),
          Set.of("Wire"),
          Instant.EPOCH,
          Instant.ofEpochSecond(10));

  @TempDir private Path folder;
  private PastCost cost;

  @BeforeEach
  void countsSqlitesSteps() {
    cost = new PastCost(folder);
  }

  @Test
  void entriesOfOneThing() {
    lists(ONE, LedgerFilter.SEVERAL);
  }

  @Test
  void entriesOfSeveralThings() {
    lists(SEVERAL, LedgerFilter.SEVERAL);
  }

  @Test
  void entriesOfOneThingThatAFilterLeaves() {
    lists(ONE, NARROWED);
  }

  @Test
  void entriesOfSeveralThingsThatAFilterLeaves() {
    lists(SEVERAL, NARROWED);
  }

  private void lists(About about, LedgerFilter filter) {
    cost.isTheSame(
        session ->
            assertThat(new LedgerTable(session).list(about, filter, 0, 60))
                .extracting(entry -> entry.id().value())
                .containsExactlyElementsOf(
                    IntStream.rangeClosed(1, 10).mapToObj(n -> "entry" + (11 - n)).toList()));
  }

  @Test
  void disputedClaimsOfArticles() {
    List<ArticleId> articles = List.of(new ArticleId(1), new ArticleId(2));
    cost.isTheSame(
        session ->
            assertThat(new LedgerTable(session).disputed(articles))
                .extracting(disputed -> disputed.entry().value())
                .containsExactly("entry2", "entry1"));
  }

  @Test
  void outletsOfEntries() {
    List<EntryId> entries = List.of(new EntryId("entry1"), new EntryId("entry2"));
    cost.isTheSame(
        session ->
            assertThat(new LedgerTable(session).sources(entries, 60)).containsExactly("Wire"));
  }
}
