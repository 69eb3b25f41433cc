package dev.assay.event.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.store.PastCost;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked of the events of the past costs the same however much the desk holds.
final class PastEventCostTest {

  @TempDir private Path folder;

  @Test
  void theEventsOfArticles() {
    List<ArticleId> articles = List.of(new ArticleId(6), new ArticleId(7), new ArticleId(11));
    new PastCost(folder)
        .isTheSame(
            session ->
                assertThat(new EventTable(session).lines(articles))
                    .hasSize(3)
                    .allSatisfy((_, line) -> assertThat(line.texts()).isEqualTo(5)));
  }
}
