package dev.assay.ingest;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.RawDocument;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.input.Given;
import dev.assay.ledger.kept.Bookkeeping;
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
import tools.jackson.databind.json.JsonMapper;

/// A data folder that takes in articles one after the other, as `import --batch` does.
public final class Newsstand implements AutoCloseable {

  static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");

  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final Bookkeeping BOOKS = Bookkeeping.of(Lexicon.shipped());
  private static final Stages STAGES = ShippedStages.of(NAMES);

  public final Store store;
  final LuceneIndex index;
  public final Ingest ingest;
  final Folds folds;
  final Upkeep upkeep;

  public Newsstand(Path folder) {
    store = Stores.openToWrite(folder);
    index = LuceneIndex.open(folder.resolve("index"));
    ingest = new Ingest(store, index, STAGES, () -> NOW);
    folds = new Folds(store, index, () -> NAMES, BOOKS, STAGES.events(), () -> NOW);
    upkeep = new Upkeep(store, index, () -> NAMES, () -> BOOKS, STAGES::events);
  }

  /// An article as a batch gives it.
  record Copy(String id, String source, String published, String title, String text) {
    RawDocument document() {
      Map<String, String> line =
          Map.of("id", id, "source", source, "published", published, "title", title, "text", text);
      return new RawDocument(
          new Identity.OfExternal("", id),
          null,
          RawDocument.BATCH_LINE,
          JsonMapper.shared().writeValueAsString(line).getBytes(StandardCharsets.UTF_8),
          Map.of(),
          NOW);
    }
  }

  static ArticleId id(String name) {
    return new Identity.OfExternal("", name).articleId();
  }

  static List<ArticleId> ids(String... names) {
    return List.of(names).stream().map(Newsstand::id).toList();
  }

  void take(List<Copy> copies) {
    ingest.run(
        copies.stream().<Given>map(copy -> new Given.Document(copy.document())).iterator(),
        (_, _) -> {});
  }

  /// For each article the one that stands for its group, by the ids that the batch gave.
  Map<String, String> groups() {
    return store.read(
        session -> {
          Map<ArticleId, String> names = new TreeMap<>();
          session
              .articles()
              .after(-1, 10_000)
              .forEach(article -> names.put(article.id(), String.valueOf(article.externalId())));
          Map<String, String> groups = new TreeMap<>();
          names.forEach(
              (id, name) -> groups.put(name, names.get(session.articles().canonical(id))));
          return groups;
        });
  }

  @Override
  public void close() {
    index.close();
    store.close();
  }
}
