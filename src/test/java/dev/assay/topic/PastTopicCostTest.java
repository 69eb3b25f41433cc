package dev.assay.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.ArticleTable.Place;
import dev.assay.store.PastCost;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a topic asks of the past costs the same however much the desk holds.
final class PastTopicCostTest {

  private static final List<String> ENTITIES = List.of("asked1", "asked2");
  private static final List<Long> NEWEST_FIRST =
      LongStream.rangeClosed(1, 10).mapToObj(n -> 11 - n).toList();

  @TempDir private Path folder;
  private PastCost cost;

  @BeforeEach
  void countsSqlitesSteps() {
    cost = new PastCost(folder);
  }

  @Test
  void articlesWithTheirCopiesFolded() {
    cost.isTheSame(
        session ->
            assertThat(
                    new TopicTable(session)
                        .about(ENTITIES, Selection.all(), TopicTable.Grade.ABOUT, Place.START, 60))
                .extracting(Place::id)
                .containsExactlyElementsOf(NEWEST_FIRST));
  }

  @Test
  void newestTexts() {
    cost.isTheSame(
        session ->
            assertThat(new TopicTable(session).newestTexts(ENTITIES, 1, 60))
                .extracting(id -> id.value())
                .containsExactlyElementsOf(NEWEST_FIRST));
  }

  @Test
  void outletsAboutAThing() {
    cost.isTheSame(
        session ->
            assertThat(
                    new TopicTable(session)
                        .outletsAbout("asked1", Instant.EPOCH, Instant.ofEpochSecond(10), 60))
                .containsExactly("Wire"));
  }
}
