package dev.assay.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.All;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexedArticle;
import dev.assay.index.SearchIndex;
import dev.assay.index.Words.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest {

  @TempDir Path folder;

  private static IndexedArticle article(long id, String text) {
    return IndexedArticle.of(
        new Article(
            new ArticleId(id),
            null,
            "Wire",
            null,
            "Title",
            List.of(),
            null,
            null,
            Instant.EPOCH,
            Language.EN,
            ArticleKind.NEWS,
            null,
            null,
            List.of(new Paragraph(1, Paragraph.Kind.TEXT, text))));
  }

  private static List<Long> found(SearchIndex index, IndexQuery query) {
    index.refresh();
    return index
        .find(
            new IndexRequest(
                query,
                new All(),
                IndexRequest.Order.NEWEST,
                IndexRequest.Copies.SHOWN,
                null,
                10,
                Set.of()))
        .hits()
        .stream()
        .map(hit -> hit.id().value())
        .toList();
  }

  @Test
  void keepsWhatWasCommittedAndSaysHowFarItIs() {
    try (SearchIndex index = LuceneIndex.open(folder)) {
      index.put(List.of(article(1, "copper"), article(2, "铜")));
      index.commit(7);
      index.put(List.of(article(3, "lost with the crash")));
    }
    try (SearchIndex index = LuceneIndex.open(folder)) {
      assertThat(index.committedSequence()).isEqualTo(7);
      assertThat(found(index, new All())).containsExactly(1L, 2L);
    }
  }

  @Test
  void replacesAndDeletesById() {
    try (SearchIndex index = LuceneIndex.open(folder)) {
      index.put(List.of(article(1, "copper"), article(2, "tin")));
      index.put(List.of(article(1, "zinc")));
      index.delete(List.of(new ArticleId(2), new ArticleId(99)));

      assertThat(found(index, new All())).containsExactly(1L);
      assertThat(found(index, new IndexQuery.Term(IndexQuery.TextField.TEXT, Kind.STEM, "zinc")))
          .containsExactly(1L);
    }
  }

  @Test
  void readsTheLastCommitBesideAWriter() {
    try (SearchIndex writer = LuceneIndex.open(folder)) {
      writer.put(List.of(article(1, "copper")));
      writer.commit(1);
      try (SearchIndex reader = LuceneIndex.openForReading(folder)) {
        writer.put(List.of(article(2, "tin")));
        assertThat(found(reader, new All())).containsExactly(1L);
        writer.commit(2);
        assertThat(found(reader, new All())).containsExactly(1L, 2L);
        assertThat(reader.committedSequence()).isEqualTo(2);
        assertThatThrownBy(() -> reader.put(List.of()))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("reading only");
      }
    }
  }

  @Test
  void refusesASecondWriterInWords() {
    try (SearchIndex _ = LuceneIndex.open(folder)) {
      assertThatThrownBy(() -> LuceneIndex.open(folder))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another process writes");
    }
  }

  @Test
  void readsAMissingIndexAsAnEmptyOne() {
    try (SearchIndex index = LuceneIndex.openForReading(folder.resolve("none"))) {
      assertThat(index.size()).isZero();
      assertThat(index.committedSequence()).isZero();
    }
  }

  @Test
  void rebuildsBesideTheOldAndTakesItsPlace() {
    try (SearchIndex index = LuceneIndex.open(folder)) {
      index.put(List.of(article(1, "copper")));
      index.commit(1);
    }
    try (LuceneIndex.Rebuild abandoned = LuceneIndex.rebuild(folder)) {
      abandoned.index().put(List.of(article(5, "tin")));
    }
    try (LuceneIndex.Rebuild rebuild = LuceneIndex.rebuild(folder)) {
      rebuild.index().put(List.of(article(2, "tin"), article(3, "tin")));
      rebuild.finish(9);
    }
    try (SearchIndex index = LuceneIndex.open(folder)) {
      assertThat(index.committedSequence()).isEqualTo(9);
      assertThat(found(index, new All())).containsExactly(2L, 3L);
    }
  }

  @Test
  void knowsItsWords() {
    try (SearchIndex index = LuceneIndex.open(folder)) {
      index.put(List.of(article(1, "neodymium magnets"), article(2, "neodymium oxide")));
      index.refresh();

      assertThat(index.completions("neo", 5)).containsExactly("neodymium");
      assertThat(index.completions("magn", 5)).contains("magnets");
      assertThat(index.similar("neodimium", 2, 3)).isEqualTo(Map.of("neodymium", 2));
    }
  }
}
