package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.Newsstand.Copy;
import dev.assay.ingest.input.Given;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.FailureTable;
import dev.assay.store.Rows;
import dev.assay.store.Store;
import dev.assay.store.StoreException;
import dev.assay.store.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Workers beside each other and a settler come to what one process comes to.
final class WorkerTest {

  private static final Stages STAGES = ShippedStages.of(Names.load(Lexicon.shipped()));

  @TempDir private Path folder;

  private static List<Copy> articles() {
    List<Copy> articles = new ArrayList<>();
    String[] places = {"北岸", "南屏", "西陵", "东港", "Carrow", "Brightwater"};
    for (int i = 0; i < 24; i++) {
      String place = places[i % places.length];
      String text =
          i % 2 == 0
              ? ("%s的分离线将于明年三月投产，每年可出氧化镨钕%d00吨。\n原料来自两座矿山，运距不到90公里。\n"
                      + "项目耗资18亿元，其中三成来自地方基金，其余由公司自筹，预计7年收回投资。")
                  .formatted(place, 42 + i / 12)
              : ("The port of %s will deepen its basin to %d metres by the spring, its board said.\n"
                      + "Two dredgers have been hired for 40 million dollars.\n"
                      + "China's share of refining stands at %d percent, the harbour master said.")
                  .formatted(place, 14 + i / 8, 85 + i / 12);
      articles.add(
          new Copy(
              "w" + i,
              "outlet " + i % 5,
              "2025-11-%02dT%02d:00:00Z".formatted(1 + i / 4, 6 * (i % 4)),
              "题 " + place,
              text));
    }
    return articles;
  }

  private static void work(Store store, List<Copy> copies) {
    new Worker(store, STAGES, () -> Newsstand.NOW)
        .run(
            copies.stream().<Given>map(copy -> new Given.Document(copy.document())).iterator(),
            (_, _) -> {});
  }

  @Test
  void storesEveryRowThatOneProcessStores() throws InterruptedException {
    List<Copy> articles = articles();
    Map<String, List<String>> alone;
    try (Newsstand stand = new Newsstand(folder.resolve("alone"))) {
      stand.take(articles);
      alone = Rows.of(stand.store);
    }
    Collections.shuffle(articles, new Random(5));

    try (Store one = Stores.openToWrite(folder.resolve("several"));
        LuceneIndex index = LuceneIndex.openInMemory()) {
      List<Thread> workers =
          List.of(articles.subList(0, 14), articles.subList(10, 24)).stream()
              .map(part -> Thread.ofPlatform().start(() -> work(one, part)))
              .toList();
      for (Thread worker : workers) {
        worker.join();
      }
      long waiting = one.read(session -> session.unsettled().count());
      assertThat(waiting).isEqualTo(articles.size());
      Indexing.catchUp(one, index, STAGES::names);
      assertThat(index.size()).as("no index follows what is not settled").isZero();

      assertThat(new Settler(one, STAGES).run()).isEqualTo(articles.size());
      Indexing.catchUp(one, index, STAGES::names);

      assertThat(index.size()).isEqualTo(articles.size());
      assertThat(Rows.of(one)).isEqualTo(alone);
    }
  }

  @Test
  void setsAsideWhatTwoWorkersEndedOnWhileTheyReadItByItself() throws IOException {
    Path file = folder.resolve("part.jsonl");
    Files.writeString(
        file,
        "{\"id\":\"once\",\"title\":\"镓\",\"text\":\"中国对镓实行出口管制。\"}\n"
            + "{\"id\":\"twice\",\"title\":\"Gallium\",\"text\":\"Exporters of gallium need a licence.\"}\n");
    ArticleId once = new Identity.OfExternal("", "once").articleId();
    ArticleId twice = new Identity.OfExternal("", "twice").articleId();
    List<String> outcomes = new ArrayList<>();
    try (Store store = Stores.openToWrite(folder.resolve("desk"))) {
      store.change(
          session -> {
            session.failures().suspect(List.of(once, twice), Newsstand.NOW);
            session.failures().felled(once, Newsstand.NOW);
            session.failures().felled(twice, Newsstand.NOW);
            session.failures().felled(twice, Newsstand.NOW);
          });
      Worker worker = new Worker(store, STAGES, () -> Newsstand.NOW);
      for (int tried = 1; tried <= 2; tried++) {
        worker.run(
            BackfillPart.of(file).getFirst(),
            tried,
            (given, outcome) -> outcomes.add(given.identity().shown() + " " + outcome.word()));
      }

      assertThat(outcomes)
          .containsExactly("once imported", "twice refused", "once unchanged", "twice refused");
      assertThat(felled(store)).containsExactly(Map.entry(twice, FailureTable.SET_ASIDE));
    }
  }

  @Test
  void countsATryThatRanOutOfTimeOnce() {
    Given given = new Given.Document(articles().getFirst().document());
    ArticleId id = given.identity().articleId();
    Mishap late = Mishap.late(Duration.ofSeconds(1), new StackTraceElement[0]);
    List<Prepared> batch = List.of(new Prepared.Failed(given, late));
    try (Store store = Stores.openToWrite(folder)) {
      Recording recording = new Recording(store, STAGES, () -> Newsstand.NOW);
      recording.recordBeside(batch);
      assertThat(felled(store)).containsExactly(Map.entry(id, FailureTable.SET_ASIDE - 1));

      recording.ofNoted().recordBeside(batch);
      assertThat(felled(store)).containsExactly(Map.entry(id, FailureTable.SET_ASIDE - 1));
    }
  }

  @Test
  void countsATryThatFoundNoRoomInTheHeapOnce() throws IOException {
    Path file = folder.resolve("part.jsonl");
    Files.writeString(
        file,
        "{\"id\":\"large\",\"title\":\"镓\",\"text\":\"中国对镓实行出口管制。\"}\n"
            + "{\"id\":\"small\",\"title\":\"Gallium\",\"text\":\"Exporters of gallium need a licence.\"}\n");
    ArticleId large = new Identity.OfExternal("", "large").articleId();
    AtomicInteger read = new AtomicInteger();
    List<String> outcomes = new ArrayList<>();
    try (Store store = Stores.openToWrite(folder.resolve("desk"))) {
      Preparation preparation = new Preparation(store, STAGES);
      new Worker(store, STAGES, () -> Newsstand.NOW)
          .run(
              BackfillPart.of(file).getFirst(),
              1,
              given -> {
                if (given.identity().articleId().equals(large)) {
                  read.incrementAndGet();
                  throw new OutOfMemoryError("Java heap space");
                }
                return preparation.prepare(given);
              },
              (given, outcome) -> outcomes.add(given.identity().shown() + " " + outcome.word()));

      assertThat(outcomes).containsExactly("large refused", "small imported");
      assertThat(read).as("read again in the same try").hasValue(2);
      assertThat(felled(store)).containsExactly(Map.entry(large, FailureTable.SET_ASIDE - 1));
    }
  }

  private static Map<ArticleId, Integer> felled(Store store) {
    return store.read(session -> session.failures().felled());
  }

  @Test
  void leavesWhatTakesThePlaceOfSomethingToThoseThatDecide() {
    Copy first = articles().getFirst();
    Copy second = new Copy(first.id(), first.source(), first.published(), first.title(), "另一段文字。");
    try (Store store = Stores.openToWrite(folder)) {
      work(store, List.of(first));
      new Settler(store, STAGES).run();

      work(store, List.of(first));
      work(store, List.of(second));

      assertThat(store.<Long>read(session -> session.unsettled().count())).isZero();
      assertThat(
              store.<Integer>read(
                  session -> session.articles().revisions(Newsstand.id(first.id())).size()))
          .isOne();
    }
  }

  @Test
  void anArticleThatCannotBeJoinedStandsByItselfAndHoldsUpNobody() {
    List<Copy> articles = articles();
    try (Store store = Stores.openToWrite(folder);
        LuceneIndex index = LuceneIndex.openInMemory()) {
      work(store, articles);
      store.change(
          session ->
              session
                  .handle()
                  .execute(
                      "update event_text set spoken = ? where article_id = ?",
                      new byte[] {-1},
                      Newsstand.id(articles.getFirst().id()).value()));

      assertThat(new Settler(store, STAGES).run()).isEqualTo(articles.size());
      Indexing.catchUp(store, index, STAGES::names);

      assertThat(store.<Long>read(session -> session.unsettled().count())).isZero();
      assertThat(index.size()).isEqualTo(articles.size());
      assertThat(new Settler(store, STAGES).run()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"time", "value"})
  void aDrawerThatCannotBeMadeAnewKeepsItsEntriesAndHoldsUpNoOther(String column) {
    Copy zh = new Copy("zh", "甲报", "2025-11-02T09:00:00Z", "镓", "2024年中国镓产量占全球的98%。");
    Copy en =
        new Copy(
            "en",
            "Harbour Post",
            "2025-11-03T09:00:00Z",
            "Cobalt",
            "In 2024 Indonesia's share of global cobalt output was 10 %.");
    try (Store store = Stores.openToWrite(folder)) {
      Settler settler = new Settler(store, STAGES);
      work(store, List.of(zh));
      settler.run();
      assertThat(entries(store)).isOne();
      store.change(
          session -> {
            session.handle().execute("update claim set " + column + " = 'none'");
            session.claims().markStale(Newsstand.id("zh"), Newsstand.NOW);
          });
      work(store, List.of(en));

      assertThat(settler.run()).isOne();

      assertThat(store.<Long>read(session -> session.claims().countStale())).isZero();
      assertThat(entries(store)).as("that of gallium, and that of cobalt").isEqualTo(2);
    }
  }

  @Test
  void aDrawerThatCouldNotBeMadeAnewIsMadeSoAsAWholeWhenItChanges() {
    Copy zh = new Copy("zh", "甲报", "2025-11-02T09:00:00Z", "镓", "2024年中国镓产量占全球的98%。");
    Copy en =
        new Copy(
            "en",
            "Harbour Post",
            "2025-11-03T09:00:00Z",
            "Gallium",
            "In 2024 China's share of global gallium refining was 90 %.");
    Copy more = new Copy("more", "乙报", "2025-11-04T09:00:00Z", "镓", "2024年中国镓产量占全球的98%。");
    try (Store store = Stores.openToWrite(folder)) {
      Settler settler = new Settler(store, STAGES);
      work(store, List.of(zh));
      settler.run();
      work(store, List.of(en));
      String value = setValue(store, "en", "none");
      settler.run();
      assertThat(evidence(store)).containsExactlyInAnyOrder(Newsstand.id("zh"));
      setValue(store, "en", value);

      work(store, List.of(more));
      settler.run();

      assertThat(evidence(store))
          .containsExactlyInAnyOrder(Newsstand.id("zh"), Newsstand.id("en"), Newsstand.id("more"));
    }
  }

  @Test
  void figuresThatWaitForAllTextsMeetAlikeInWhateverOrderTheseCame() {
    List<Copy> texts =
        List.of(
            ferry("courier", "2025-03-02", "The Ullen ferry carries 310,000 passengers a year."),
            ferry("mail", "2025-03-03", "Each year 310,000 passengers take the Ullen ferry."),
            ferry("gazette", "2025-03-04", "The Ullen ferry has 420,000 passengers a year."));

    List<String> met = figures(folder.resolve("one"), texts);

    assertThat(met).hasSize(3);
    assertThat(figures(folder.resolve("other"), texts.reversed())).isEqualTo(met);
  }

  private static Copy ferry(String id, String day, String text) {
    return new Copy(id, "Outlet " + id, day + "T09:00:00Z", "", text);
  }

  /// The figures that met by the words around them when all texts had come, one after the other.
  private static List<String> figures(Path folder, List<Copy> texts) {
    try (Store store = Stores.openToWrite(folder)) {
      Settler settler = new Settler(store, STAGES);
      for (Copy text : texts) {
        work(store, List.of(text));
        settler.run(true);
      }
      settler.run();
      List<ArticleId> ids = texts.stream().map(text -> Newsstand.id(text.id())).toList();
      return store.read(
          session ->
              session.claims().of(ids).values().stream()
                  .flatMap(List::stream)
                  .filter(one -> one.claim().isAlike())
                  .map(one -> one.article() + " " + one.claim().entity().words())
                  .sorted()
                  .toList());
    }
  }

  /// Of the one claim of an article.
  ///
  /// @return what it was before
  private static String setValue(Store store, String article, String value) {
    long id = Newsstand.id(article).value();
    return store.write(
        session -> {
          String before =
              session
                  .handle()
                  .createQuery("select value from claim where article_id = :id")
                  .bind("id", id)
                  .mapTo(String.class)
                  .one();
          session.handle().execute("update claim set value = ? where article_id = ?", value, id);
          return before;
        });
  }

  private static List<ArticleId> evidence(Store store) {
    return store.read(
        session ->
            session
                .handle()
                .createQuery("select article_id from evidence")
                .mapTo(Long.class)
                .map(ArticleId::new)
                .list());
  }

  @Test
  void aDrawerOnWhichTheDatabaseFailedIsMadeAnewTheNextTime() {
    Copy zh = new Copy("zh", "甲报", "2025-11-02T09:00:00Z", "镓", "2024年中国镓产量占全球的98%。");
    AtomicInteger failures = new AtomicInteger(2);
    try (Store store = Stores.openToWrite(folder)) {
      work(store, List.of(zh));
      new Settler(store, STAGES).run();
      store.change(
          session -> {
            session.claims().markStale(Newsstand.id("zh"), Newsstand.NOW);
            session.claims().markStale("none", Newsstand.NOW);
          });
      Store failing =
          throwing(
              store,
              method -> method.equals("write") && failures.getAndDecrement() > 0,
              () ->
                  new IllegalStateException(
                      new SQLException("canceling statement due to user request", "57014")));

      assertThat(STAGES.bookkeeping().refresh(failing)).isEqualTo(2);

      assertThat(store.<Long>read(session -> session.claims().countStale())).isOne();
      STAGES.bookkeeping().refresh(store);
      assertThat(store.<Long>read(session -> session.claims().countStale())).isZero();
      assertThat(entries(store)).isOne();
    }
  }

  @Test
  void aDiskThatIsFullIsToldAndLeavesTheDrawersStale() {
    AtomicBoolean full = new AtomicBoolean(true);
    try (Store store = Stores.openToWrite(folder)) {
      work(store, List.of(articles().getFirst()));
      store.change(session -> session.claims().markStale("none", Newsstand.NOW));
      Store failing =
          throwing(
              store,
              method -> method.equals("write") && full.getAndSet(false),
              () -> new StoreException("The disk is full.", new SQLException("full", "53100")));

      assertThatThrownBy(() -> STAGES.bookkeeping().refresh(failing))
          .hasMessage("The disk is full.");

      assertThat(store.<Long>read(session -> session.claims().countStale())).isPositive();
    }
  }

  private static long entries(Store store) {
    return store.read(
        session ->
            session
                .handle()
                .createQuery("select count(*) from ledger_entry")
                .mapTo(Long.class)
                .one());
  }

  @Test
  void aStoreThatIsNotThereForAMomentPartsNoArticlesFromEachOther() {
    List<Copy> articles = articles();
    try (Store store = Stores.openToWrite(folder)) {
      work(store, articles);
      Settler interrupted = new Settler(refusingFirst(store), STAGES);

      assertThatThrownBy(interrupted::run).isInstanceOf(StoreException.class);

      assertThat(store.<Long>read(session -> session.unsettled().count()))
          .isEqualTo(articles.size());
      assertThat(interrupted.run()).isEqualTo(articles.size());
    }
  }

  @Test
  void aDocumentThatFoundTheStoreAwayForAMomentIsReadAgain() {
    AtomicBoolean away = new AtomicBoolean(true);
    try (Store store = Stores.openToWrite(folder)) {
      Preparation preparation = new Preparation(store, STAGES);

      assertThat(
              outcomes(
                  store,
                  given -> {
                    if (away.getAndSet(false)) {
                      throw new StoreException("The database cannot be reached.");
                    }
                    return preparation.prepare(given);
                  }))
          .containsExactly("w0 imported", "w1 imported");
    }
  }

  @Test
  void aStoreThatGoesWhileADocumentIsReadWithCareIsNotHeldAgainstTheDocument() {
    AtomicBoolean goes = new AtomicBoolean(true);
    try (Store store = Stores.openToWrite(folder)) {
      Store gone =
          refusing(
              store,
              method -> method.equals("writeBeside") && goes.getAndSet(false),
              "It is gone.");
      Preparation preparation = new Preparation(store, STAGES);

      assertThatThrownBy(() -> outcomes(gone, 1, preparation::prepare))
          .isInstanceOf(StoreException.class);

      assertThat(felled(store)).containsExactly(Map.entry(Newsstand.id("w0"), 1));
      assertThat(outcomes(gone, 2, preparation::prepare))
          .containsExactly("w0 imported", "w1 imported");
      assertThat(felled(store)).isEmpty();
    }
  }

  @Test
  void stopsOfAWorkerAreNotHeldAgainstTheDocumentThatItReadsWithCare() {
    try (Store store = Stores.openToWrite(folder)) {
      Preparation preparation = new Preparation(store, STAGES);
      for (int tried = 1; tried <= 3; tried++) {
        Worker worker = new Worker(store, STAGES, () -> Newsstand.NOW);
        List<String> outcomes =
            outcomes(
                worker,
                tried,
                given -> {
                  if (given.identity().articleId().equals(Newsstand.id("w0"))) {
                    worker.stop();
                  }
                  return preparation.prepare(given);
                });

        assertThat(outcomes).isEmpty();
        assertThat(felled(store)).containsExactly(Map.entry(Newsstand.id("w0"), 1));
      }

      assertThat(outcomes(store, 4, preparation::prepare))
          .containsExactly("w0 imported", "w1 imported");
    }
  }

  @Test
  void aDocumentThatCouldNotBeNotedIsNotedBeforeItIsReadAgain() {
    AtomicBoolean away = new AtomicBoolean(true);
    Map<ArticleId, Integer> times = new ConcurrentHashMap<>();
    try (Store store = Stores.openToWrite(folder)) {
      Preparation preparation = new Preparation(store, STAGES);
      Store refuses =
          refusing(
              store, method -> method.equals("change") && away.getAndSet(false), "It is away.");

      assertThat(
              outcomes(
                  refuses,
                  1,
                  given -> {
                    ArticleId id = given.identity().articleId();
                    times.put(id, felled(store).getOrDefault(id, 0));
                    return preparation.prepare(given);
                  }))
          .containsExactly("w0 imported", "w1 imported");

      assertThat(times).containsEntry(Newsstand.id("w0"), 2).containsEntry(Newsstand.id("w1"), 2);
    }
  }

  @Test
  void anOutageBeforeADocumentIsNotedTakesBackNoneOfItsEarlierTries() {
    AtomicBoolean away = new AtomicBoolean();
    AtomicBoolean refuses = new AtomicBoolean(true);
    try (Store store = Stores.openToWrite(folder)) {
      store.change(session -> session.failures().felled(Newsstand.id("w0"), Newsstand.NOW));
      Store goes =
          refusing(
              store,
              method -> {
                boolean first = method.equals("change") && refuses.getAndSet(false);
                away.compareAndSet(false, first);
                return first || method.equals("read") && away.get();
              },
              "It cannot be reached.");

      assertThatThrownBy(() -> outcomes(goes, 1, new Preparation(store, STAGES)::prepare))
          .isInstanceOf(StoreException.class);

      assertThat(felled(store)).containsExactly(Map.entry(Newsstand.id("w0"), 2));
    }
  }

  @Test
  void aStoreThatIsGoneEndsTheRunAndMakesNoDocumentARefusedOne() {
    AtomicBoolean away = new AtomicBoolean();
    try (Store store = Stores.openToWrite(folder)) {
      Store goes =
          refusing(store, method -> method.equals("read") && away.get(), "It cannot be reached.");

      assertThatThrownBy(
              () ->
                  outcomes(
                      goes,
                      _ -> {
                        away.set(true);
                        throw new StoreException("The database cannot be reached.");
                      }))
          .isInstanceOf(StoreException.class);

      assertThat(store.<Map<String, Long>>read(session -> session.outcomes().counts())).isEmpty();
      assertThat(store.<Long>read(session -> session.failures().count())).isZero();
    }
  }

  @Test
  void whatTheStoreHoldsOfADocumentAndCannotBeReadHoldsUpNoOther() {
    try (Store store = Stores.openToWrite(folder)) {
      Preparation preparation = new Preparation(store, STAGES);

      assertThat(
              outcomes(
                  store,
                  given -> {
                    if (given.identity().articleId().equals(Newsstand.id("w0"))) {
                      throw new StoreException("A stored value cannot be read.");
                    }
                    return preparation.prepare(given);
                  }))
          .containsExactly("w0 refused", "w1 imported");
    }
  }

  private List<String> outcomes(Store store, Function<Given, Prepared> prepare) {
    return outcomes(store, 0, prepare);
  }

  /// Of two documents that are read by `prepare`.
  private List<String> outcomes(Store store, int tried, Function<Given, Prepared> prepare) {
    return outcomes(new Worker(store, STAGES, () -> Newsstand.NOW), tried, prepare);
  }

  private List<String> outcomes(Worker worker, int tried, Function<Given, Prepared> prepare) {
    List<String> outcomes = new ArrayList<>();
    Path file = folder.resolve("part.jsonl");
    try {
      Files.writeString(
          file,
          "{\"id\":\"w0\",\"title\":\"镓\",\"text\":\"中国对镓实行出口管制。\"}\n"
              + "{\"id\":\"w1\",\"title\":\"Gallium\",\"text\":\"Exporters of gallium need a licence.\"}\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    worker.run(
        BackfillPart.of(file).getFirst(),
        tried,
        prepare,
        (given, outcome) -> outcomes.add(given.identity().shown() + " " + outcome.word()));
    return outcomes;
  }

  /// A store whose first transaction finds the database busy.
  private static Store refusingFirst(Store store) {
    AtomicBoolean busy = new AtomicBoolean(true);
    return refusing(
        store,
        method -> method.equals("write") && busy.getAndSet(false),
        "Another process holds the database.");
  }

  /// A store that refuses what is asked of it by the methods that `refused` names.
  private static Store refusing(Store store, Predicate<String> refused, String words) {
    return throwing(store, refused, () -> new StoreException(words));
  }

  private static Store throwing(
      Store store, Predicate<String> refused, Supplier<RuntimeException> thrown) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (_, method, arguments) -> {
              if (refused.test(method.getName())) {
                throw thrown.get();
              }
              return method.invoke(store, arguments);
            });
  }
}
