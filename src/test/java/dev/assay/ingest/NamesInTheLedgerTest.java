package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.KeywordField;
import dev.assay.index.IndexedArticle;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.input.Given;
import dev.assay.ledger.kept.LedgerTable;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the ledger holds after names changed, beside what it holds of the same articles when the
/// names were there before them.
final class NamesInTheLedgerTest {

  private static final Instant NOW = Instant.parse("2025-11-24T09:00:00Z");
  private static final Names SHIPPED = Names.load(Lexicon.shipped());

  /// What is derived from texts and names, and shown in the ledger or in a brief.
  private static final List<String> DERIVED =
      List.of(
          "select article_id, entity_id, salience from tag order by 1, 2",
          "select * from claim order by article_id, number",
          "select * from claim_reading order by article_id",
          "select * from ledger_entry order by id",
          "select * from entry_other_id order by id, entry_id",
          "select * from evidence order by entry_id, place",
          "select * from entry_source order by entry_id, source, language",
          "select * from entry_tag order by entry_id, entity_id",
          "select article_id, content from brief order by article_id",
          "select * from stale_drawer");

  private static final Map<String, String> TEXTS =
      new TreeMap<>(
          Map.of(
              "zh", "鑫磊公司占全球稀土精炼产能的12%。业内说，明年还会更高。",
              "en", "Sunstone Works holds 18% of the world's rare earth refining capacity.",
              "beside", "中国占全球稀土精炼产能的85%。鑫磊公司没有回应。"));

  @TempDir Path folder;

  private final class Shelf implements AutoCloseable {
    private final Store store;
    private final LuceneIndex index;
    private final NameBook book;

    Shelf(String name) {
      store = Stores.openToWrite(folder.resolve(name));
      index = LuceneIndex.open(folder.resolve(name).resolve("index"));
      book = new NameBook(store, SHIPPED, () -> NOW);
    }

    Shelf named() {
      book.add("Lynas", "鑫磊公司", true);
      book.add("Lynas", "Sunstone Works", true);
      return this;
    }

    Shelf unnamed() {
      book.remove("Lynas", "鑫磊公司");
      book.remove("Lynas", "Sunstone Works");
      return this;
    }

    Shelf imported() {
      Ingest ingest = new Ingest(store, index, ShippedStages.of(book), () -> NOW);
      ingest.run(
          TEXTS.entrySet().stream().map(text -> given(text.getKey(), text.getValue())).iterator(),
          (_, _) -> {});
      return this;
    }

    Shelf tagged() {
      new Tagging(store, index, book, () -> ShippedStages.of(book)).run(_ -> {});
      return this;
    }

    List<List<String>> derived() {
      return store.read(
          session ->
              DERIVED.stream()
                  .map(
                      sql ->
                          session.handle().createQuery(sql).mapToMap().stream()
                              .map(row -> new TreeMap<>(row).toString())
                              .toList())
                  .toList());
    }

    long disputed() {
      return index
          .matching(new IndexQuery.Value(KeywordField.FACT, List.of(IndexedArticle.DISPUTED)), 9)
          .orElseThrow()
          .size();
    }

    long sequence() {
      return store.read(session -> session.articles().lastSequence());
    }

    @Override
    public void close() {
      index.close();
      store.close();
    }
  }

  private static Given given(String id, String text) {
    byte[] line =
        "{\"id\":\"%s\",\"title\":\"\",\"source\":\"%s\",\"published\":\"2025-11-20\",\"text\":\"%s\"}"
            .formatted(id, "outlet " + id, text)
            .getBytes(StandardCharsets.UTF_8);
    return new Given.Document(
        new RawDocument(
            new Identity.OfExternal("", id), null, RawDocument.BATCH_LINE, line, Map.of(), NOW));
  }

  @Test
  void isWhatAFreshImportWithTheNewNamesHolds() {
    try (Shelf later = new Shelf("later").imported().named().tagged();
        Shelf fresh = new Shelf("fresh").named().imported()) {
      assertThat(later.derived()).isEqualTo(fresh.derived());
      assertThat(later.disputed()).isEqualTo(fresh.disputed()).isEqualTo(2);
    }
  }

  @Test
  void isWhatItWasWhenTheNamesAreTakenBack() {
    try (Shelf shelf = new Shelf("one").imported()) {
      List<List<String>> before = shelf.derived();

      shelf.named().tagged();
      assertThat(shelf.derived()).isNotEqualTo(before);

      shelf.unnamed().tagged();
      assertThat(shelf.derived()).isEqualTo(before);
      assertThat(shelf.disputed()).isZero();
    }
  }

  @Test
  void staysUntouchedByANameThatStandsInNoArticle() {
    try (Shelf shelf = new Shelf("one").imported()) {
      long before = shelf.sequence();
      long round = shelf.store.read(session -> new LedgerTable(session).round());

      shelf.book.add("Lynas", "Nowhere Mills", true);
      shelf.tagged();

      assertThat(shelf.sequence()).isEqualTo(before);
      assertThat(shelf.store.<Long>read(session -> new LedgerTable(session).round()))
          .isEqualTo(round);
    }
  }

  @Test
  void catchesUpAfterAStopBetweenTaggingAndBookkeeping() {
    try (Shelf stopped = new Shelf("later").imported().named();
        Shelf fresh = new Shelf("fresh").named().imported()) {
      new Tagging(stopped.store, stopped.index, stopped.book, () -> ShippedStages.of(stopped.book))
          .step();
      assertThat(stopped.derived()).isNotEqualTo(fresh.derived());

      stopped.tagged();
      assertThat(stopped.derived()).isEqualTo(fresh.derived());
    }
  }
}
