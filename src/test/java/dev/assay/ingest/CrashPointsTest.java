package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.ArticleId;
import dev.assay.article.Outcome;
import dev.assay.event.kept.EventJoin;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexedArticle;
import dev.assay.index.KnownThen;
import dev.assay.index.SearchIndex;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.Newsstand.Copy;
import dev.assay.ingest.input.Given;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.Store;
import dev.assay.store.sqlite.SqliteStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a process leaves behind that is killed between any two steps of its work: the data folder
/// as it is before and after each call of the index and at each acknowledgement. Whatever was
/// acknowledged is there, and opening the folder to write heals it. (`bench/crash_points.py` does
/// the same at each write, sync and rename of the process.)
final class CrashPointsTest {

  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final Bookkeeping BOOKS = Bookkeeping.of(Lexicon.shipped());
  private static final EventJoin EVENTS = EventJoin.of(Lexicon.shipped());
  private static final Stages STAGES = ShippedStages.of(NAMES);

  @TempDir Path folder;

  /// What the data folder was at one moment, and what had been acknowledged by then.
  ///
  /// @param texts the first paragraph of each article that must be there; null for one that must
  ///   not
  private record Image(Path data, String step, Map<ArticleId, String> texts) {}

  private final List<Image> images = new ArrayList<>();
  private final Map<ArticleId, String> acknowledged = new HashMap<>();

  private void keep(String step) {
    Path image = folder.resolve("image-" + images.size());
    copy(folder.resolve("data"), image);
    images.add(new Image(image, step, new HashMap<>(acknowledged)));
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.sorted().toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An index that has the folder kept before and after all it does.
  private final class Watched implements SearchIndex {
    private final SearchIndex index;

    Watched(SearchIndex index) {
      this.index = index;
    }

    private void watched(String step, Runnable work) {
      keep("before " + step);
      work.run();
      keep("after " + step);
    }

    @Override
    public void put(List<IndexedArticle> articles) {
      watched("put", () -> index.put(articles));
    }

    @Override
    public void delete(Collection<ArticleId> ids) {
      watched("delete", () -> index.delete(ids));
    }

    @Override
    public void clear() {
      watched("clear", index::clear);
    }

    @Override
    public void commit(long sequence) {
      watched("commit", () -> index.commit(sequence));
    }

    @Override
    public List<String> problems() {
      return index.problems();
    }

    @Override
    public long committedSequence() {
      return index.committedSequence();
    }

    @Override
    public void refresh() {
      index.refresh();
    }

    @Override
    public long size() {
      return index.size();
    }

    @Override
    public IndexPage find(IndexRequest request) {
      return index.find(request);
    }

    @Override
    public SearchIndex asOf(KnownThen then) {
      return index.asOf(then);
    }

    @Override
    public Optional<Set<ArticleId>> matching(IndexQuery filter, int most) {
      return index.matching(filter, most);
    }

    @Override
    public Map<IndexQuery.Term, Integer> frequencies(Collection<IndexQuery.Term> terms) {
      return index.frequencies(terms);
    }

    @Override
    public Set<String> values(IndexQuery.KeywordField field, int most) {
      return index.values(field, most);
    }

    @Override
    public Map<String, Integer> similar(String word, int edits, int limit) {
      return index.similar(word, edits, limit);
    }

    @Override
    public void close() {
      index.close();
    }
  }

  private static Copy article(String id, String title, String text) {
    return new Copy(id, "Outlet " + id, "2025-11-02T09:00:00Z", title, text);
  }

  private void take(Ingest ingest, Copy copy) {
    ingest.run(
        List.<Given>of(new Given.Document(copy.document())).iterator(),
        (given, outcome) -> {
          assertThat(outcome).isNotInstanceOf(Outcome.Refused.class);
          acknowledged.put(given.identity().articleId(), copy.text().split("\n", 2)[0]);
          keep("acknowledged " + copy.id());
        });
  }

  private static final String SHARED =
      "The ministry issued seven licences for heavy rare earths in the third week of the month.\n"
          + "Traders in the port said that cargoes would move before the new year if the paperwork held.\n"
          + "A magnet maker in the east has restarted two of its four lines, and expects the others by March.";

  @Test
  void whatWasAcknowledgedIsThereAndTheNextWriterHeals() throws IOException {
    Path data = folder.resolve("data");
    try (Store store = SqliteStore.openToWrite(data);
        SearchIndex index = new Watched(LuceneIndex.open(data.resolve("index")))) {
      Ingest ingest = new Ingest(store, index, STAGES, () -> Newsstand.NOW);
      Upkeep upkeep = new Upkeep(store, index, () -> NAMES, () -> BOOKS, () -> EVENTS);
      take(ingest, article("en", "Seven licences", SHARED));
      take(ingest, article("copy", "Licences move", SHARED));
      take(ingest, article("zh", "镓的出口管制", "2024年中国镓产量占全球的98%。\n许可证由商务部发放。"));
      take(ingest, article("zh", "镓的出口管制", "2024年中国镓产量占全球的95%。\n许可证由商务部发放。"));
      new Folds(store, index, () -> NAMES, BOOKS, EVENTS, () -> Newsstand.NOW)
          .fold(Newsstand.ids("en", "zh"));
      keep("folded");
      ingest.reprocess((_, _) -> {});
      keep("reprocessed");
      acknowledged.remove(Newsstand.id("copy")); // it may be there or not, until it is said
      upkeep.delete(Newsstand.id("copy"));
      acknowledged.put(Newsstand.id("copy"), null);
      keep("deleted");
    }
    try (Store store = SqliteStore.openToWrite(data)) {
      rebuild(store, data);
    }

    assertThat(images)
        .extracting(Image::step)
        .contains(
            "before put",
            "after put",
            "before commit",
            "after commit",
            "before delete",
            "after delete",
            "acknowledged zh",
            "folded",
            "reprocessed",
            "deleted",
            "rebuild filled");
    for (Image image : images) {
      isWhole(image);
    }
  }

  private void rebuild(Store store, Path data) {
    try (LuceneIndex.Rebuild rebuild = LuceneIndex.rebuild(data.resolve("index"))) {
      keep("rebuild begun");
      Reindexing.fill(store, rebuild.index(), NAMES, _ -> {});
      keep("rebuild filled");
      rebuild.finish(store.read(session -> session.articles().lastSequence()));
      keep("rebuild in use");
    }
  }

  private static void isWhole(Image image) {
    try (Store store = SqliteStore.openToWrite(image.data());
        LuceneIndex index = LuceneIndex.open(image.data().resolve("index"))) {
      new Ingest(store, index, STAGES, () -> Newsstand.NOW).catchUp();
      Upkeep upkeep = new Upkeep(store, index, () -> NAMES, () -> BOOKS, () -> EVENTS);

      assertThat(upkeep.verify(_ -> {})).as(image.step()).isEmpty();
      Map<ArticleId, String> stored = new TreeMap<>();
      store.read(
          session -> {
            session
                .articles()
                .after(-1, 100)
                .forEach(article -> stored.put(article.id(), article.paragraph(1).text()));
            return stored;
          });
      image
          .texts()
          .forEach(
              (id, text) -> {
                if (text == null) {
                  assertThat(stored).as(image.step()).doesNotContainKey(id);
                } else if (stored.get(id) == null || !isNewer(stored.get(id))) {
                  assertThat(stored).as(image.step()).containsEntry(id, text);
                }
              });
    }
  }

  /// A text that was written but not acknowledged yet.
  private static boolean isNewer(String text) {
    return text.contains("95%");
  }
}
