package dev.assay.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.index.IndexFailure;
import dev.assay.index.IndexPage;
import dev.assay.index.IndexQuery;
import dev.assay.index.IndexQuery.All;
import dev.assay.index.IndexRequest;
import dev.assay.index.IndexTerms.Kind;
import dev.assay.index.IndexedArticle;
import dev.assay.index.SearchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneIndexTest {

  @TempDir Path folder;

  private static final long HOUR = 3_600;

  private static IndexedArticle article(long id, String text) {
    return article(id, text, 0);
  }

  private static IndexedArticle article(long id, String text, long seconds) {
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
            Instant.ofEpochSecond(seconds),
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

  /// Of 12,000 articles, an hour between each and the next, every 300th says of tin what the others
  /// say of ore alone: 40 in all.
  private static SearchIndex ofTwelveThousand() {
    SearchIndex index = LuceneIndex.openInMemory();
    index.put(
        LongStream.rangeClosed(1, 12_000)
            .mapToObj(id -> article(id, id % 300 == 0 ? "tin ore 锡矿" : "ore ore 矿矿", HOUR * id))
            .toList());
    index.refresh();
    return index;
  }

  @Test
  void aFullDiskEndsInWordsAndWritingGoesOnWhenThereIsRoom() throws IOException {
    Disk disk = new Disk();
    try (LuceneIndex index = LuceneIndex.openIn(disk)) {
      index.put(List.of(article(1, "tin ore"), article(2, "锡矿")));
      index.commit(2);
      assertThat(found(index, new All())).hasSize(2);
      index.put(List.of(article(1, "tin ore, refined"), article(3, "a tin mine")));
      disk.isFull = true;

      assertThatThrownBy(() -> index.commit(4))
          .isInstanceOf(IndexFailure.class)
          .hasMessageContaining("No space left on device. The articles are safe.");
      assertThat(index.isBroken()).isTrue();
      assertThatThrownBy(() -> index.put(List.of(article(4, "锡"))))
          .isInstanceOf(IndexFailure.class);
      assertThatThrownBy(() -> index.delete(List.of(new ArticleId(1))))
          .isInstanceOf(IndexFailure.class);
      assertThatThrownBy(() -> index.commit(5)).isInstanceOf(IndexFailure.class);
      assertThat(found(index, new All())).as("reading goes on").hasSize(2);

      disk.isFull = false;
      index.mend();

      assertThat(index.isBroken()).isFalse();
      assertThat(index.committedSequence()).isEqualTo(2);
      index.put(List.of(article(1, "tin ore, refined"), article(3, "a tin mine")));
      index.commit(4);
      assertThat(found(index, new All())).containsExactlyInAnyOrder(1L, 2L, 3L);
    }
  }

  @Test
  void aDiskThatWasFullBeforeTheFirstCommitLeavesAnEmptyIndex() throws IOException {
    Disk disk = new Disk();
    try (LuceneIndex index = LuceneIndex.openIn(disk)) {
      index.put(List.of(article(1, "tin ore"), article(2, "锡矿")));
      disk.isFull = true;
      assertThatThrownBy(() -> index.commit(2)).isInstanceOf(IndexFailure.class);
      index.refresh();
      assertThat(index.size()).isZero();

      disk.isFull = false;
      index.mend();
      assertThat(index.committedSequence()).isZero();
      index.put(List.of(article(1, "tin ore"), article(2, "锡矿")));
      index.commit(2);
      assertThat(found(index, new All())).hasSize(2);
    }
  }

  private static IndexQuery freshFirst(Kind kind, String common, String rare) {
    IndexQuery words =
        new IndexQuery.Any(
            List.of(
                new IndexQuery.Term(IndexQuery.TextField.TEXT, kind, common),
                new IndexQuery.Weighted(
                    new IndexQuery.Term(IndexQuery.TextField.TEXT, kind, rare), 4)));
    Instant now = Instant.ofEpochSecond(HOUR * 12_000);
    return new IndexQuery.Preferring(
        words, new IndexQuery.Weighted(new IndexQuery.Fresh(now, Duration.ofDays(30)), 0.5f));
  }

  private static IndexPage page(
      SearchIndex index, IndexQuery query, IndexQuery filter, IndexRequest.Anchor after) {
    return index.find(
        new IndexRequest(
            query,
            filter,
            IndexRequest.Order.RELEVANCE,
            IndexRequest.Copies.FOLDED,
            after,
            25,
            Set.of(IndexQuery.KeywordField.SOURCE)));
  }

  private static List<Long> ids(IndexPage page) {
    return page.hits().stream().map(hit -> hit.id().value()).toList();
  }

  private static List<Long> descending(long first, long step, int count) {
    return LongStream.iterate(first, id -> id - step).limit(count).boxed().toList();
  }

  @ParameterizedTest
  @CsvSource({"STEM, ore, tin", "CHARACTER, 矿, 锡"})
  void putsTheRareWordFirstAndTheFreshBeforeTheOldAmongMoreHitsThanItCounts(
      Kind kind, String common, String rare) {
    try (SearchIndex index = ofTwelveThousand()) {
      IndexQuery query = freshFirst(kind, common, rare);
      IndexPage first = page(index, query, new All(), null);
      assertThat(ids(first)).isEqualTo(descending(12_000, 300, 25));
      assertThat(first.total()).isEqualTo(new IndexPage.Total(10_000, false));

      IndexPage second = page(index, query, new All(), first.hits().getLast().anchor());
      assertThat(ids(second).subList(0, 15)).isEqualTo(descending(4_500, 300, 15));
      assertThat(ids(second).subList(15, 25)).isEqualTo(descending(11_999, 1, 10));
    }
  }

  @Test
  void countsAllHitsWhenTheyAreFewAndGivesTheSameOrder() {
    try (SearchIndex index = ofTwelveThousand()) {
      IndexPage few =
          page(
              index,
              freshFirst(Kind.STEM, "tin", "tin"),
              new IndexQuery.Value(IndexQuery.KeywordField.SOURCE, List.of("Wire")),
              null);
      assertThat(ids(few)).isEqualTo(descending(12_000, 300, 25));
      assertThat(few.total()).isEqualTo(new IndexPage.Total(40, true));
      assertThat(few.counts())
          .isEqualTo(
              Map.of(IndexQuery.KeywordField.SOURCE, List.of(new IndexPage.Count("Wire", 40))));
      assertThat(few.more()).isTrue();
    }
  }

  @Test
  void ofThousandsOfNamesTheMostFrequentAreToldThoughSeveralPartsOfTheIndexHaveThem() {
    Map<String, Long> articles = new HashMap<>();
    try (SearchIndex index = LuceneIndex.openInMemory()) {
      for (int part = 0; part < 4; part++) {
        index.put(
            LongStream.range(part * 500, part * 500 + 500)
                .mapToObj(id -> naming(id + 1, Set.of("铜" + id % 7, "tin " + id % 90, "锡" + id)))
                .peek(one -> one.tags().forEach(name -> articles.merge(name, 1L, Long::sum)))
                .toList());
        index.refresh();
        assertThat(index.size()).isEqualTo(part * 500 + 500); // who asks is shown a part of its own
      }
      IndexPage page =
          index.find(
              new IndexRequest(
                  new All(),
                  new All(),
                  IndexRequest.Order.NEWEST,
                  IndexRequest.Copies.FOLDED,
                  null,
                  1,
                  Set.of(IndexQuery.KeywordField.TAG, IndexQuery.KeywordField.FACT)));

      List<IndexPage.Count> sorted =
          articles.entrySet().stream()
              .map(name -> new IndexPage.Count(name.getKey(), name.getValue()))
              .sorted(
                  Comparator.comparingLong(IndexPage.Count::articles)
                      .reversed()
                      .thenComparing(IndexPage.Count::value))
              .toList();
      assertThat(page.counts())
          .isEqualTo(
              Map.of(
                  IndexQuery.KeywordField.TAG,
                  sorted.subList(0, 100),
                  IndexQuery.KeywordField.FACT,
                  List.of()));
    }
  }

  private static IndexedArticle naming(long id, Set<String> names) {
    return naming(id, id, names);
  }

  private static IndexedArticle naming(long id, long of, Set<String> names) {
    Article article = article(id, "ore").article();
    return new IndexedArticle(article, new ArticleId(of), names, List.of(), Set.of());
  }

  /// 2 and 3 are copies of 1, which does not name tin.
  @Test
  void countsTheNamesOfOneOfTheCopiesWhoseOriginalIsNoHitAndOrdersEqualCountsByCodePoints() {
    try (SearchIndex index = LuceneIndex.openInMemory()) {
      index.put(
          List.of(
              naming(1, Set.of("ore")),
              naming(3, 1, Set.of("tin", "later")),
              naming(5, Set.of("tin", "\uD842\uDFB7", "\uFF5E"))));
      index.refresh();
      index.put(List.of(naming(2, 1, Set.of("tin", "锡"))));
      index.refresh();
      IndexPage page =
          index.find(
              new IndexRequest(
                  new IndexQuery.Value(IndexQuery.KeywordField.TAG, List.of("tin")),
                  new All(),
                  IndexRequest.Order.NEWEST,
                  IndexRequest.Copies.FOLDED,
                  null,
                  1,
                  Set.of(IndexQuery.KeywordField.TAG)));

      assertThat(page.counts().get(IndexQuery.KeywordField.TAG))
          .containsExactly(
              new IndexPage.Count("tin", 2),
              new IndexPage.Count("锡", 1),
              new IndexPage.Count("\uFF5E", 1),
              new IndexPage.Count("\uD842\uDFB7", 1));
    }
  }

  @Test
  void findsByAPartThatStandsWhereAnotherPartStandsNowhere() {
    try (SearchIndex index = LuceneIndex.openInMemory()) {
      index.put(List.of(article(1, "copper mines"), article(2, "铜矿")));
      IndexQuery absent = new IndexQuery.Term(IndexQuery.TextField.TEXT, Kind.STEM, "zinc");
      IndexQuery mine = new IndexQuery.Term(IndexQuery.TextField.TEXT, Kind.STEM, "mine");
      IndexQuery pair = new IndexQuery.Term(IndexQuery.TextField.TEXT, Kind.PAIR, "铜矿");

      assertThat(found(index, new IndexQuery.Best(List.of(absent, mine)))).containsExactly(1L);
      assertThat(found(index, new IndexQuery.Any(List.of(absent, pair)))).containsExactly(2L);
      assertThat(found(index, new IndexQuery.Every(List.of(absent, mine)))).isEmpty();
      assertThat(found(index, new IndexQuery.Except(mine, absent))).containsExactly(1L);
      assertThat(found(index, new IndexQuery.Any(List.of(absent)))).isEmpty();
    }
  }

  /// Of 1 the index holds two copies, one put in later, of which only the first says tin; the
  /// original of 9 is not there; 5 is alone.
  @Test
  void countsAnArticleAndItsCopiesOnceWhicheverOfThemIsFound() {
    try (SearchIndex index = LuceneIndex.openInMemory()) {
      index.put(
          List.of(
              article(1, "tin 锡", 10),
              copy(2, 1, "tin 锡", 20),
              copy(3, 9, "tin 锡", 30),
              copy(4, 9, "tin 锡", 40),
              article(5, "tin 锡", 50)));
      index.refresh();
      index.put(List.of(copy(6, 1, "ore 矿", 60)));
      index.refresh();

      for (IndexQuery.Term word : List.of(term(Kind.STEM, "tin"), term(Kind.CHARACTER, "锡"))) {
        IndexPage page = page(index, word, new All(), null);
        assertThat(page.total()).isEqualTo(new IndexPage.Total(3, true));
        assertThat(page.hits())
            .extracting(hit -> hit.id().value(), IndexPage.Hit::copies)
            .containsExactlyInAnyOrder(tuple(1L, 3), tuple(3L, 2), tuple(5L, 1));
      }
      assertThat(page(index, term(Kind.STEM, "ore"), new All(), null).total().count()).isOne();
    }
  }

  private static IndexQuery.Term term(Kind kind, String term) {
    return new IndexQuery.Term(IndexQuery.TextField.TEXT, kind, term);
  }

  private static IndexedArticle copy(long id, long of, String text, long seconds) {
    IndexedArticle article = article(id, text, seconds);
    return new IndexedArticle(article.article(), new ArticleId(of), Set.of(), List.of(), Set.of());
  }

  @Test
  void namesTheArticlesThatMatchUnlessThereAreTooMany() {
    try (SearchIndex index = LuceneIndex.openInMemory()) {
      index.put(List.of(article(1, "copper"), article(2, "copper"), article(3, "zinc")));
      index.refresh();
      IndexQuery copper = new IndexQuery.Term(IndexQuery.TextField.TEXT, Kind.STEM, "copper");

      assertThat(index.matching(copper, 1)).isEmpty();
      assertThat(index.matching(copper, 2)).hasValue(Set.of(new ArticleId(1), new ArticleId(2)));
      assertThat(index.matching(new IndexQuery.Except(copper, new All()), 0)).hasValue(Set.of());
      assertThat(index.matching(copper, 0)).isEmpty();
    }
  }

  @Test
  void keepsTheLastOfTwoFormsOfAnArticleHandedInTogether() {
    try (SearchIndex index = LuceneIndex.openInMemory()) {
      index.put(List.of(article(1, "copper"), article(2, "铜"), article(1, "zinc")));

      assertThat(found(index, new IndexQuery.Term(IndexQuery.TextField.TEXT, Kind.STEM, "copper")))
          .isEmpty();
      assertThat(found(index, new All())).containsExactly(1L, 2L);
    }
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

      assertThat(index.similar("neodimium", 2, 3)).isEqualTo(Map.of("neodymium", 2));
    }
  }

  @Test
  void writesOnePartWhileNobodyAsksAndShowsAllToTheFirstWhoDoes() throws IOException {
    try (SearchIndex index = LuceneIndex.open(folder)) {
      for (long id = 1; id <= 5; id++) {
        index.put(List.of(article(id, "tin ore 锡矿")));
        index.refresh();
      }
      assertThat(index.size()).isEqualTo(5);
      index.commit(5);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".si"))).hasSize(1);
    }
  }

  @Test
  void showsEachChangeToThoseWhoAskAgain() {
    try (SearchIndex index = LuceneIndex.openInMemory()) {
      for (long id = 1; id <= 3; id++) {
        index.put(List.of(article(id, "tin ore 锡矿")));
        index.refresh();
        assertThat(index.size()).isEqualTo(id);
      }
    }
  }
}
