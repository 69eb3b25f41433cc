package dev.assay.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.ArticleId;
import dev.assay.cite.Span;
import dev.assay.index.IndexFailure;
import dev.assay.index.meaning.NearPassage;
import dev.assay.index.meaning.PassageVector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneVectorsTest {

  private static final ArticleId ONE = new ArticleId(1);
  private static final ArticleId TWO = new ArticleId(2);

  @TempDir Path folder;

  private static PassageVector passage(int paragraph, float... vector) {
    return new PassageVector(paragraph, new Span(0, 10 * paragraph), vector);
  }

  private static void fill(LuceneVectors vectors) {
    vectors.put(ONE, 11, List.of(passage(1, 1, 0), passage(2, 0.6f, 0.8f)));
    vectors.put(TWO, 22, List.of(passage(3, 0, 1)));
    vectors.commit(5);
  }

  private static List<ArticleId> articles(List<NearPassage> found) {
    return found.stream().map(NearPassage::article).toList();
  }

  @Test
  void findsEachArticleByItsNearestPassage() {
    try (LuceneVectors vectors = LuceneVectors.open(folder, "model")) {
      fill(vectors);

      List<NearPassage> found = vectors.nearest(new float[] {0.6f, 0.8f}, 5, Optional.empty());
      assertThat(articles(found)).containsExactly(ONE, TWO);
      assertThat(found.getFirst().paragraph()).isEqualTo(2);
      assertThat(found.getFirst().span()).isEqualTo(new Span(0, 20));
      assertThat(found.getFirst().likeness()).isBetween(0.97f, 1.03f);
      assertThat(vectors.nearest(new float[] {1, 0}, 5, Optional.of(Set.of(TWO))))
          .extracting(NearPassage::article)
          .containsExactly(TWO);
    }
  }

  @Test
  void goesOnAfterAFullDiskAtItsLastCommit() throws IOException {
    Disk disk = new Disk();
    try (LuceneVectors vectors = LuceneVectors.openIn(disk, "model")) {
      fill(vectors);
      vectors.put(new ArticleId(3), 33, List.of(passage(1, 1, 0)));
      disk.isFull = true;
      assertThatThrownBy(() -> vectors.commit(6)).isInstanceOf(IndexFailure.class);
      assertThatThrownBy(() -> vectors.delete(List.of(ONE))).isInstanceOf(IndexFailure.class);
      assertThat(articles(vectors.nearest(new float[] {1, 0}, 5, Optional.empty())))
          .containsExactly(ONE, TWO);

      disk.isFull = false;
      vectors.mend();
      assertThat(vectors.committedSequence()).isEqualTo(5);
      vectors.put(new ArticleId(3), 33, List.of(passage(1, 1, 0)));
      vectors.commit(6);
      assertThat(vectors.size()).isEqualTo(4);
    }
  }

  @Test
  void replacesAndDeletesByArticle() {
    try (LuceneVectors vectors = LuceneVectors.open(folder, "model")) {
      fill(vectors);
      vectors.put(ONE, 12, List.of(passage(7, 0, 1)));
      vectors.delete(List.of(TWO, new ArticleId(99)));
      vectors.commit(6);

      assertThat(vectors.size()).isEqualTo(1);
      assertThat(vectors.textHash(ONE)).isEqualTo(OptionalLong.of(12));
      assertThat(vectors.textHash(TWO)).isEmpty();
    }
  }

  @Test
  void keepsWhatWasCommittedForReadersAndForAnotherDay() {
    try (LuceneVectors vectors = LuceneVectors.open(folder, "model")) {
      fill(vectors);
      try (LuceneVectors reader = LuceneVectors.openForReading(folder, "model")) {
        assertThat(reader.committedSequence()).isEqualTo(5);
        vectors.put(new ArticleId(3), 33, List.of(passage(1, 1, 0)));
        assertThat(reader.size()).isEqualTo(3);
        vectors.commit(8);
        assertThat(reader.size()).isEqualTo(4);
        assertThatThrownBy(() -> reader.commit(9))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("reading only");
      }
    }
    try (LuceneVectors again = LuceneVectors.open(folder, "model")) {
      assertThat(again.committedSequence()).isEqualTo(8);
      assertThat(again.size()).isEqualTo(4);
    }
  }

  @Test
  void throwsAwayTheVectorsOfAnotherModel() {
    try (LuceneVectors vectors = LuceneVectors.open(folder, "model")) {
      fill(vectors);
    }
    try (LuceneVectors reader = LuceneVectors.openForReading(folder, "better model")) {
      assertThat(reader.size()).isZero();
      assertThat(reader.committedSequence()).isZero();
    }
    try (LuceneVectors better = LuceneVectors.open(folder, "better model")) {
      assertThat(better.committedSequence()).isZero();
      better.put(ONE, 1, List.of(passage(1, 1, 0, 0)));
      better.commit(1);
      assertThat(better.size()).isEqualTo(1);
    }
  }
}
