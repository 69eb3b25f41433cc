package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.event.kept.EventJoin;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.index.lucene.LuceneVectors;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.search.ConceptVectors;
import dev.assay.store.ArticleTable;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {

  private static final byte[] RAW = "raw".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final ConceptVectors model = new ConceptVectors();
  private Store store;
  private LuceneVectors vectors;
  private Embedding embedding;

  @BeforeEach
  void open() {
    store = Stores.openToWrite(folder);
    store.change(
        session ->
            session
                .rawDocuments()
                .put(
                    RawDocumentTable.hash(RAW),
                    "text/plain",
                    RAW.length,
                    RawDocumentTable.deflated(RAW)));
    reopen();
  }

  private void reopen() {
    vectors = LuceneVectors.open(folder.resolve("vectors"), model.name());
    embedding = new Embedding(store, vectors, model);
  }

  @AfterEach
  void close() {
    vectors.close();
    store.close();
  }

  private ArticleId take(int number) {
    Identity identity = new Identity.OfExternal("test", "" + number);
    Article article =
        new Article(
            identity.articleId(),
            null,
            "Wire",
            null,
            "Flood " + number,
            List.of(),
            null,
            null,
            Instant.EPOCH,
            Language.EN,
            ArticleKind.NEWS,
            null,
            null,
            List.of(
                new Paragraph(
                    1, Paragraph.Kind.TEXT, "The flood closed the road to the magnet plant.")));
    store.change(
        session ->
            session
                .articles()
                .insert(
                    article,
                    new ArticleTable.Origin(identity, RawDocumentTable.hash(RAW), Map.of()),
                    article.id()));
    return article.id();
  }

  private int all() {
    int done = 0;
    for (int step = embedding.step(); step > 0; step = embedding.step()) {
      done += step;
    }
    return done;
  }

  @Test
  void goesOnWhereItWasStopped() {
    for (int number = 0; number < 40; number++) {
      take(number);
    }
    assertThat(embedding.state()).isEqualTo(new Embedding.State("concepts-1", 0, 40));
    int first = embedding.step();
    vectors.close();
    reopen();

    assertThat(embedding.state().waiting()).isEqualTo(40 - first);
    assertThat(all()).isEqualTo(40 - first);
    assertThat(embedding.state()).isEqualTo(new Embedding.State("concepts-1", 40, 0));
    assertThat(model.asked).hasSize(40);
    assertThat(embedding.step()).isZero();
  }

  @Test
  void doesAnArticleAgainOnlyIfItsTextChanged() {
    ArticleId first = take(1);
    ArticleId copy = take(2);
    all();
    store.change(session -> session.articles().setCanonical(copy, first, Instant.EPOCH));

    assertThat(embedding.state().waiting()).isEqualTo(1);
    assertThat(all()).isEqualTo(1);
    assertThat(model.asked).hasSize(2);
  }

  @Test
  void forgetsWhatWasDeleted() {
    ArticleId kept = take(1);
    ArticleId deleted = take(2);
    all();
    try (LuceneIndex index = LuceneIndex.open(folder.resolve("index"))) {
      new Upkeep(
              store,
              index,
              () -> Names.load(Lexicon.shipped()),
              () -> Bookkeeping.of(Lexicon.shipped()),
              () -> EventJoin.of(Lexicon.shipped()))
          .delete(deleted);
    }
    embedding.step();

    assertThat(vectors.textHash(deleted)).isEmpty();
    assertThat(vectors.textHash(kept)).isPresent();
  }
}
