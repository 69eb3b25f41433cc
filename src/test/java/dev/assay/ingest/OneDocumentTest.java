package dev.assay.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.article.ArticleId;
import dev.assay.article.Identity;
import dev.assay.article.Outcome;
import dev.assay.article.RawDocument;
import dev.assay.event.kept.EventJoin;
import dev.assay.index.lucene.LuceneIndex;
import dev.assay.ingest.input.BatchDocuments;
import dev.assay.ingest.input.Given;
import dev.assay.ledger.kept.Bookkeeping;
import dev.assay.lexicon.Lexicon;
import dev.assay.lexicon.Names;
import dev.assay.store.FailureTable.Failure;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever happens to one document is the outcome of that document, and of no other.
final class OneDocumentTest {

  private static final Instant NOW = Instant.parse("2025-11-23T00:00:00Z");
  private static final Names NAMES = Names.load(Lexicon.shipped());
  private static final Stages STAGES = ShippedStages.of(NAMES);
  private static final Budget SHORT = new Budget(Duration.ofMillis(500), 1_000_000, 1_000_000);

  @TempDir Path folder;

  private Store store;
  private LuceneIndex index;
  private final List<String> outcomes = new ArrayList<>();

  @BeforeEach
  void open() {
    store = Stores.openToWrite(folder);
    index = LuceneIndex.open(folder.resolve("index"));
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  private void take(String... lines) {
    take(STAGES, lines);
  }

  private void take(Stages stages, String... lines) {
    take(new Ingest(store, index, stages, () -> NOW), lines(lines));
  }

  private void take(Ingest ingest, Iterator<Given> given) {
    outcomes.clear();
    ingest.run(given, this::note);
  }

  private void note(Given given, Outcome outcome) {
    String reason = outcome instanceof Outcome.Refused(String why) ? ": " + why : "";
    outcomes.add(given.identity().shown() + " " + outcome.word() + reason);
  }

  private static BatchDocuments lines(String... lines) {
    return new BatchDocuments(
        new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
        () -> NOW);
  }

  private static String line(String id, String title, String text) {
    return "{\"id\":\"%s\",\"title\":\"%s\",\"text\":\"%s\"}".formatted(id, title, text);
  }

  private static final String ZH = line("zh", "镓的出口管制", "中国对镓实行出口管制。");
  private static final String EN = line("en", "Gallium", "Exporters of gallium need a licence.");

  /// The shipped stages, but the given one fails on titles that say so.
  private static Function<Given, Prepared> failingOn(String word, Runnable failure, Store store) {
    Preparation preparation = new Preparation(store, STAGES);
    return given -> {
      if (given instanceof Given.Document(RawDocument document)
          && new String(document.bytes(), StandardCharsets.UTF_8).contains(word)) {
        failure.run();
      }
      return preparation.prepare(given);
    };
  }

  private void takeFailing(Runnable failure, String... lines) {
    outcomes.clear();
    new Ingest(store, index, STAGES, () -> NOW, SHORT)
        .run(lines(lines), failingOn("damned", failure, store), this::note);
  }

  private static final String DAMNED = line("bad", "damned", "A text that a stage fails on.");

  @Test
  void whatAStageThrowsIsTheOutcomeOfThatDocument() {
    takeFailing(
        () -> {
          throw new NoSuchElementException("no value");
        },
        ZH,
        DAMNED,
        EN);

    assertThat(outcomes).hasSize(3);
    assertThat(outcomes.get(0)).isEqualTo("zh imported");
    assertThat(outcomes.get(1))
        .startsWith("bad refused: Assay failed on it in")
        .contains("NoSuchElementException")
        .contains("assay reprocess tries again");
    assertThat(outcomes.get(2)).isEqualTo("en imported");
  }

  @Test
  void aFullStackAndAFullHeapAreToo() {
    takeFailing(OneDocumentTest::sink, ZH, DAMNED, EN);
    assertThat(outcomes.get(1)).contains("StackOverflowError");

    takeFailing(
        () -> {
          throw new OutOfMemoryError("Java heap space");
        },
        DAMNED,
        EN);
    assertThat(outcomes.get(0)).contains("needs more memory than there is");
    assertThat(outcomes.get(1)).isEqualTo("en unchanged");
  }

  private static void sink() {
    sink();
    sink();
  }

  @Test
  void aStageThatNeverEndsIsGivenUp() {
    takeFailing(OneDocumentTest::loop, DAMNED, ZH, EN);

    assertThat(outcomes.get(0)).contains("bad refused: It took longer than");
    assertThat(outcomes.subList(1, 3)).containsExactly("zh imported", "en imported");
  }

  @SuppressWarnings("InfiniteLoopStatement")
  private static void loop() {
    long turns = 0;
    while (true) {
      turns = turns * 31 + 1;
    }
  }

  @Test
  void aDocumentIsNotGivenUpBecauseTheMachineDoesSomethingElse() {
    takeFailing(OneDocumentTest::waitForOthers, DAMNED, ZH);

    assertThat(outcomes).containsExactly("bad imported", "zh imported");
  }

  /// Longer than the budget by the clock, without any processor time.
  private static void waitForOthers() {
    LockSupport.parkNanos(2 * SHORT.least().toNanos());
  }

  @Test
  void aDocumentThatFailedIsKeptAndReadByReprocess() {
    takeFailing(OneDocumentTest::sink, DAMNED);
    List<Failure> failures = store.read(session -> session.failures().newest(10));
    assertThat(failures).extracting(Failure::identity).containsExactly(identity("bad"));

    outcomes.clear();
    new Ingest(store, index, STAGES, () -> NOW).reprocess(this::note);

    assertThat(outcomes).containsExactly("bad imported");
    assertThat((long) store.read(session -> session.failures().count())).isZero();
    assertThat(text("bad")).isEqualTo("A text that a stage fails on.");
  }

  @Test
  void aNewTextThatFailsLeavesTheArticleAsItWas() {
    take(line("bad", "Gallium", "Exporters of gallium need a licence."));
    takeFailing(OneDocumentTest::sink, DAMNED);

    ArticleId id = identity("bad").articleId();
    assertThat(store.read(session -> session.articles().find(id)).orElseThrow().article().title())
        .isEqualTo("Gallium");
    Upkeep upkeep =
        new Upkeep(
            store,
            index,
            () -> NAMES,
            () -> Bookkeeping.of(Lexicon.shipped()),
            () -> EventJoin.of(Lexicon.shipped()));
    assertThat(upkeep.delete(id)).isTrue();
    assertThat((long) store.read(session -> session.failures().count())).isZero();
    assertThat(upkeep.verify(_ -> {})).isEmpty();
  }

  private static Identity identity(String id) {
    return new Identity.OfExternal("", id);
  }

  /// As a process that was killed leaves what was in its stages.
  private Path leaveUnderWay(String... ids) throws IOException {
    Path marks = Files.createDirectories(folder.resolve("underway"));
    ByteBuffer places = ByteBuffer.allocate(8 + 8 * ids.length).putLong(0);
    for (String id : ids) {
      places.putLong(identity(id).articleId().value() | Long.MIN_VALUE);
    }
    return Files.write(marks.resolve("killed"), places.array());
  }

  private boolean isSuspect(String id) {
    return store.<Boolean>read(session -> session.failures().isSuspect(identity(id).articleId()));
  }

  @Test
  void aDocumentThatFellsTheProcessTwiceByItselfIsSetAside() throws Exception {
    leaveUnderWay("en", "other");
    take(ZH);
    leaveUnderWay("en");
    take(ZH);
    leaveUnderWay("en");
    take(ZH, EN);

    assertThat(outcomes.get(0)).isEqualTo("zh unchanged");
    assertThat(outcomes.get(1))
        .isEqualTo(
            "en refused: It is set aside: Assay ended, or gave it up, each time it read this document by itself."
                + " Its bytes are kept: assay reprocess --set-aside tries again.");
    assertThat(folder.resolve("underway")).isEmptyDirectory();

    outcomes.clear();
    Ingest ingest = new Ingest(store, index, STAGES, () -> NOW);
    ingest.reprocess(this::note);
    assertThat(outcomes.get(1)).contains("set aside");
    outcomes.clear();
    ingest.reprocessSetAside(this::note);
    assertThat(outcomes).containsExactly("zh unchanged", "en imported");
    take(EN);
    assertThat(outcomes).containsExactly("en unchanged");
  }

  @Test
  void noKillSetsADocumentAsideThatWasAmongOthers() throws Exception {
    for (int kill = 0; kill < 5; kill++) {
      leaveUnderWay("en", "zh");
      take(line("other", "Indium", "Exporters of indium need a licence."));
    }
    leaveUnderWay("en");
    take(ZH, EN);

    assertThat(outcomes).containsExactly("zh imported", "en imported");
    assertThat(isSuspect("en")).isFalse();
  }

  @Test
  void noKillSetsADocumentAsideThatWasFoundAloneBeforeItWasUnderSuspicion() throws Exception {
    for (int kill = 0; kill < 2; kill++) {
      leaveUnderWay("zh");
      take(EN);
    }
    take(ZH);

    assertThat(outcomes).containsExactly("zh imported");
  }

  @Test
  void aSuspectThatCameOutOfTheStagesIsClearedThoughTheProcessEndsBeforeItIsWritten()
      throws Exception {
    leaveUnderWay("en");
    Pipeline.Sink killed =
        _ -> {
          throw new IllegalStateException("killed");
        };
    Pipeline pipeline = new Pipeline(store, Budget.SHIPPED, () -> NOW);
    Preparation preparation = new Preparation(store, STAGES);

    assertThatThrownBy(() -> pipeline.run(lines(EN), preparation::prepare, killed, (_, _) -> {}))
        .hasMessage("killed");
    assertThat(isSuspect("en")).isFalse();
  }

  @Test
  void aDocumentThatAStageThrowsOnDidNotFellTheProcess() throws Exception {
    leaveUnderWay("bad");
    takeFailing(OneDocumentTest::sink, DAMNED);

    assertThat(outcomes.get(0)).contains("StackOverflowError");
    assertThat(isSuspect("bad")).isFalse();
  }

  @Test
  void aDocumentThatIsGivenUpTwiceIsSetAside() {
    takeFailing(OneDocumentTest::loopUntilInterrupted, DAMNED);
    takeFailing(OneDocumentTest::loopUntilInterrupted, DAMNED);
    assertThat(outcomes.get(0)).contains("It took longer than");

    take(DAMNED);
    assertThat(outcomes.get(0)).contains("It is set aside");
  }

  private static void loopUntilInterrupted() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatALivingProcessReadsInTheSameFolderIsNotSuspected() throws Exception {
    Path marks = leaveUnderWay("en");
    try (FileChannel others = FileChannel.open(marks, StandardOpenOption.WRITE)) {
      others.lock();
      take(ZH);
    }
    assertThat(isSuspect("en")).isFalse();
    assertThat(marks).exists();

    take(ZH);
    assertThat(isSuspect("en")).isTrue();
    assertThat(marks).doesNotExist();
  }

  @Test
  void whereNothingCanBeMarkedDocumentsAreReadAllTheSame() throws Exception {
    Files.writeString(folder.resolve("underway"), "no folder");

    take(ZH, EN);

    assertThat(outcomes).containsExactly("zh imported", "en imported");
  }

  @Test
  void theStagesAreWarmWhenASuspectComes() throws Exception {
    leaveUnderWay("en");
    List<Prepared> prepared = new CopyOnWriteArrayList<>();
    Preparation preparation = new Preparation(store, STAGES);
    new Ingest(store, index, STAGES, () -> NOW)
        .run(
            lines(EN, ZH),
            given -> {
              Prepared one = preparation.prepare(given);
              prepared.add(one);
              return one;
            },
            this::note);

    assertThat(prepared).hasSize(4).allMatch(one -> one instanceof Prepared.Ready);
    assertThat(prepared.subList(0, 2))
        .extracting(one -> one.given().identity().shown())
        .containsExactly("warm-up-en", "warm-up-zh");
    assertThat((long) store.read(session -> session.articles().count().articles())).isEqualTo(2);
  }

  @Test
  void aSuspectThatIsReadIsClearedOfSuspicion() throws Exception {
    leaveUnderWay("en");
    take(ZH, EN);
    leaveUnderWay("en");
    take(line("en", "Gallium", "Exporters of gallium need two licences."));

    assertThat(outcomes).containsExactly("en updated");
  }

  @Test
  void whatASourceThrowsEndsTheRunAfterWhatItGave() {
    Iterator<Given> broken =
        Stream.concat(
                Stream.generate(() -> lines(ZH).next()).limit(1),
                Stream.generate(
                    () -> {
                      throw new IllegalStateException("the source broke");
                    }))
            .iterator();

    assertThatThrownBy(() -> take(new Ingest(store, index, STAGES, () -> NOW), broken))
        .hasMessage("the source broke");
    assertThat(outcomes).containsExactly("zh imported");
    assertThat(index.committedSequence()).isEqualTo(1);
  }

  @Test
  void headingsWithoutALetterEndNoRun() {
    for (String heading : List.of("2024", "— — —", "第 1", "１", "***", "①")) {
      take(
          markdown("en" + heading, "# Smelters of the coast", heading),
          markdown("zh" + heading, "# 沿海的冶炼厂", heading));
      assertThat(outcomes)
          .allMatch(outcome -> outcome.endsWith("imported") || outcome.contains(" copy"));
    }
  }

  private static String markdown(String id, String title, String heading) {
    return line(
        id,
        title.substring(2),
        "The first furnace was lit in March.\\n"
            + heading
            + "\\nThe second one follows in May, the company said.\\n第二座熔炉五月点火，公司表示。");
  }

  @Test
  void aNameOfAnyLengthIsCutAndNeverStopsTheIndex() {
    String name = "长".repeat(33_000);
    take(
        "{\"id\":\"a\",\"title\":\"%s\",\"source\":\"%s\",\"text\":\"Gallium rose.\"}"
            .formatted(name, "N".repeat(40_000)),
        "{\"id\":\"b\",\"title\":\"Germanium\",\"source\":\"%s\",\"text\":\"锗价上涨。\"}"
            .formatted(name),
        EN);

    assertThat(outcomes).hasSize(3).allMatch(outcome -> outcome.endsWith("imported"));
    assertThat(index.size()).isEqualTo(3);
    store.read(
        session ->
            assertThat(session.articles().after(-1, 10))
                .allMatch(article -> article.source().length() <= 300)
                .allMatch(article -> article.title().length() <= 1_000));
  }

  @Test
  void theLastLineWithAnIdStandsAtEveryRun() {
    String first = line("a", "Gallium", "Gallium rose to $300.");
    String last = line("a", "Gallium", "Gallium rose to $305.");

    take(first, ZH, last);
    assertThat(outcomes).containsExactly("a imported", "zh imported", "a updated");
    assertThat(text("a")).isEqualTo("Gallium rose to $305.");
    take(first, ZH, last);
    assertThat(outcomes).containsExactly("a unchanged", "zh unchanged", "a unchanged");
    assertThat(text("a")).isEqualTo("Gallium rose to $305.");
  }

  private String text(String id) {
    return store
        .read(session -> session.articles().find(identity(id).articleId()))
        .orElseThrow()
        .article()
        .paragraph(1)
        .text();
  }

  @Test
  void aLineWithoutWordsIsRefusedAndAByteOrderMarkIsNot() {
    take("\uFEFF" + ZH, "{\"id\":\"x\",\"text\":\"\"}", "{\"id\":\"y\",\"text\":\"\u200B \"}");

    assertThat(outcomes.get(0)).isEqualTo("zh imported");
    assertThat(outcomes.get(1)).startsWith("x refused: the line has neither");
    assertThat(outcomes.get(2)).startsWith("y refused: the line has neither");
  }

  @Test
  void aRunThatIsStoppedLeavesWhatItHasNotBegun() {
    Ingest ingest = new Ingest(store, index, STAGES, () -> NOW);
    List<String> many =
        Stream.iterate(0, i -> i + 1)
            .limit(3_000)
            .map(i -> line("n" + i, "Gallium " + i, "Gallium rose to $" + i + " a kilogram."))
            .toList();
    outcomes.clear();
    ingest.run(
        lines(many.toArray(String[]::new)),
        (given, outcome) -> {
          note(given, outcome);
          ingest.stop();
        });

    assertThat(outcomes).matches(heard -> heard.size() < 3_000);
    long stored = store.read(session -> session.articles().count().articles());
    assertThat(stored).isEqualTo(outcomes.size());
    assertThat(index.size()).isEqualTo(stored);
    assertThat(index.committedSequence())
        .isEqualTo((long) store.read(session -> session.articles().lastSequence()));
  }
}
