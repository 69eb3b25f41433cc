package dev.assay.store.move;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.Ingest;
import dev.assay.ingest.ShippedStages;
import dev.assay.ingest.input.BatchDocuments;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.PostgresServer;
import dev.assay.store.Store;
import dev.assay.store.postgres.PostgresStore;
import dev.assay.store.sqlite.SqliteStore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk goes to a server and back, and every row is compared.
final class MovingTest {

  private static final Instant NOW = Instant.parse("2025-11-25T06:00:00Z");

  private static final String LINES =
      """
      {"id": "1", "source": "松岭早报", "title": "分离线投产", "text": "南屏矿业周二说，新的分离线年产氧化镨钕4200吨。\\n中国占精炼的85%。"}
      {"id": "2", "source": "Carrow Post", "title": "Shares differ", "text": "China's share of refining stands at 70 percent, officials said."}
      {"id": "3", "source": "北岸日报", "title": "分离线投产（转载）", "text": "南屏矿业周二说，新的分离线年产氧化镨钕4200吨。\\n中国占精炼的85%。"}
      """;

  @TempDir private Path folder;

  private static void fill(Store store) {
    try (LuceneIndex index = LuceneIndex.openInMemory()) {
      new Ingest(store, index, ShippedStages.of(Names.load(Lexicon.shipped())), () -> NOW)
          .run(
              new BatchDocuments(
                  new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8)), () -> NOW),
              (_, _) -> {});
    }
    store.change(session -> session.names().dismiss("磁材", NOW));
  }

  @Test
  void movesEveryRowThereAndBackAndGoesOnWhereItBrokeOff() {
    PostgresServer server = PostgresServer.shared();
    try (Store here = SqliteStore.openToWrite(folder.resolve("here"));
        Store there = PostgresStore.openToWrite(server.address(folder), folder);
        Store back = SqliteStore.openToWrite(folder.resolve("back"))) {
      fill(here);
      Moving moving = new Moving(here, there, here);
      assertThat(moving.differences((_, _) -> {})).as("before").isNotEmpty();

      long rows = moving.copy((_, _) -> {});
      assertThat(moving.differences((_, _) -> {})).isEmpty();
      there.change(session -> session.handle().execute("delete from tag"));
      assertThat(moving.differences((_, _) -> {}))
          .singleElement(InstanceOfAssertFactories.STRING)
          .startsWith("tag: ");
      assertThat(moving.copy((_, _) -> {})).isEqualTo(rows);
      assertThat(moving.differences((_, _) -> {})).isEmpty();

      Moving home = new Moving(there, back, back);
      home.copy((_, _) -> {});
      assertThat(home.differences((_, _) -> {})).isEmpty();
      assertThat(new Moving(here, back, here).differences((_, _) -> {})).isEqualTo(List.of());
    }
  }
}
