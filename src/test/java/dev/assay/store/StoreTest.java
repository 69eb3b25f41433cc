package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.analyze.name.Aboutness;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Outcome;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreTest {

  private static final Instant FETCHED = Instant.parse("2025-11-23T00:00:00Z");

  @TempDir Path folder;

  private static Article article(String externalId, String title, String... texts) {
    return article(FETCHED, externalId, title, texts);
  }

  private static Article article(
      Instant fetched, String externalId, String title, String... texts) {
    Identity identity = new Identity.OfExternal("carrow", externalId);
    List<Paragraph> paragraphs =
        IntStream.range(0, texts.length)
            .mapToObj(i -> new Paragraph(i + 1, Paragraph.Kind.TEXT, texts[i]))
            .toList();
    return new Article(
        identity.articleId(),
        URI.create("https://carrow.example/" + externalId),
        "Carrow Dispatch",
        externalId,
        title,
        List.of("A. Writer"),
        new PublicationTime(
            Instant.parse("2025-11-21T23:10:00Z"),
            PublicationTime.Precision.MINUTE,
            ZoneOffset.ofHours(8),
            true,
            PublicationTime.Certainty.STATED,
            "json-ld datePublished"),
        null,
        fetched,
        Language.ZH_HANS,
        ArticleKind.NEWS,
        "Markets",
        null,
        paragraphs);
  }

  private static ArticleTable.Origin origin(Session session, String externalId, String bytes) {
    byte[] content = bytes.getBytes(StandardCharsets.UTF_8);
    byte[] hash = RawDocumentTable.hash(content);
    session
        .rawDocuments()
        .put(hash, "text/html", content.length, RawDocumentTable.deflated(content));
    return new ArticleTable.Origin(
        new Identity.OfExternal("carrow", externalId),
        hash,
        Map.of("content-type", "text/html; charset=utf-8"));
  }

  private static void insert(Store store, Article article) {
    String externalId = String.valueOf(article.externalId());
    store.change(
        session ->
            session
                .articles()
                .insert(article, origin(session, externalId, article.title()), article.id()));
  }

  @Test
  void givesBackAnArticleWholeAfterReopening() {
    Article article = article("1", "稀土联盟成形", "第一段。", "Second paragraph.");
    try (Store store = Stores.openToWrite(folder)) {
      insert(store, article);
    }

    try (Store store = Stores.openToRead(folder)) {
      Optional<StoredArticle> found = store.read(session -> session.articles().find(article.id()));
      List<ArticleId> named = store.read(session -> session.articles().byExternalId("1"));
      assertThat(found).contains(new StoredArticle(article, 1, 1, article.id()));
      assertThat(named).containsExactly(article.id());
    }
  }

  @Test
  void keepsTheEarlierTextAsARevision() {
    Article first = article("1", "Talks open", "The sum is $1 billion.");
    Article second = article("1", "Talks open", "The sum is $3 billion.");
    try (Store store = Stores.openToWrite(folder)) {
      insert(store, first);
      int revision =
          store.write(
              session ->
                  session.articles().replace(second, origin(session, "1", "new"), second.id()));

      assertThat(revision).isEqualTo(2);
      List<ArticleTable.Revision> revisions =
          store.read(session -> session.articles().revisions(first.id()));
      assertThat(revisions)
          .extracting(ArticleTable.Revision::paragraphs)
          .containsExactly(first.paragraphs());
    }
  }

  @Test
  void isSeenAsItWasKnownAtAMoment() {
    Article first = article("1", "Talks open", "The sum is $1 billion.");
    Article other = article(at(20), "2", "Talks open", "The sum is $1 billion.");
    Article second = article(at(30), "1", "Talks end", "The sum is $3 billion.");
    try (Store store = Stores.openToWrite(folder)) {
      insert(store, first);
      insert(store, other);
      store.change(
          session -> session.articles().setCanonical(other.id(), first.id(), other.fetchedAt()));
      store.change(
          session -> {
            session.articles().setCanonical(other.id(), other.id(), at(30));
            session.articles().replace(second, origin(session, "1", "new"), second.id());
          });

      assertThat(then(store, at(-1))).isEmpty();
      assertThat(then(store, at(0))).containsExactly("Talks open $1 alone, texts before: 0");
      assertThat(then(store, at(29)))
          .containsExactly(
              "Talks open $1 alone, texts before: 0", "Talks open $1 copy, texts before: 0");
      assertThat(then(store, at(30)))
          .containsExactly(
              "Talks end $3 alone, texts before: 1", "Talks open $1 alone, texts before: 0");
      assertThatThrownBy(() -> store.asOf(at(0)).change(session -> insert(store, first)))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static Instant at(int minutes) {
    return FETCHED.plusSeconds(60L * minutes);
  }

  private static List<String> then(Store store, Instant moment) {
    try (Store past = store.asOf(moment)) {
      return past.read(
          session ->
              session.articles().find(session.articles().ids()).values().stream()
                  .map(
                      one ->
                          "%s %s %s, texts before: %d"
                              .formatted(
                                  one.article().title(),
                                  one.article().paragraph(1).text().substring(11, 13),
                                  one.isCopy() ? "copy" : "alone",
                                  session.articles().revisions(one.id()).size()))
                  .sorted()
                  .toList());
    }
  }

  @Test
  void asksTheSameWithinItselfAndMoreThingsThanItKeepsReady() {
    try (Store store = Stores.openToWrite(folder)) {
      List<Integer> sums =
          store.write(
              session ->
                  IntStream.range(0, 200)
                      .mapToObj(
                          i ->
                              session
                                  .handle()
                                  .createQuery("select :n + " + i % 100)
                                  .bind("n", 1_000)
                                  .map((row, _) -> row.getInt(1) + nested(session, i))
                                  .one())
                      .toList());
      assertThat(sums)
          .isEqualTo(IntStream.range(0, 200).map(i -> 2 * (1_000 + i % 100)).boxed().toList());
    }
  }

  private static int nested(Session session, int i) {
    return session
        .handle()
        .createQuery("select :n + " + i % 100)
        .bind("n", 1_000)
        .mapTo(Integer.class)
        .one();
  }

  @Test
  void deletesAnArticleWithItsBytesTagsAndOutcome() {
    Article article = article("1", "Gone", "Text.");
    try (Store store = Stores.openToWrite(folder)) {
      insert(store, article);
      store.change(
          session -> {
            session
                .tags()
                .put(
                    article.id(),
                    article.orderedBy(),
                    List.of(
                        new TagTable.TagRow(
                            "country:CN", new Aboutness(true, true, 2, 1, 1, 1, 2, 0.9))));
            session.fingerprints().put(article.id(), new byte[] {1});
            session.fingerprints().putKeys(article.id(), List.of(7L));
            session
                .outcomes()
                .record(
                    new Identity.OfExternal("carrow", "1"),
                    new Outcome.Imported(article.id()),
                    FETCHED);
          });

      boolean deleted = store.write(session -> session.articles().delete(article.id()));
      assertThat(deleted).isTrue();

      for (String table :
          List.of("article", "raw_document", "tag", "fingerprint", "fingerprint_key", "outcome")) {
        assertThat(
                store.<Long>read(
                    session ->
                        session
                            .handle()
                            .createQuery("select count(*) from " + table)
                            .mapTo(Long.class)
                            .one()))
            .as(table)
            .isZero();
      }
      List<ArticleId> forgotten = store.read(session -> session.articles().deletedAfter(1));
      assertThat(forgotten).containsExactly(article.id());
    }
  }

  @Test
  void listsArticlesNewestFirstAndGroupsCopies() {
    Article first = article("1", "First", "Text.");
    Article copy = article("2", "Copy", "Text.");
    try (Store store = Stores.openToWrite(folder)) {
      insert(store, first);
      insert(store, copy);
      store.change(session -> session.articles().setCanonical(copy.id(), first.id(), FETCHED));

      List<ArticleHead> newest =
          store.read(session -> session.articles().newest(ArticleTable.Place.START, 10));
      assertThat(newest).extracting(ArticleHead::id).containsExactly(first.id());
      Map<ArticleId, List<ArticleHead>> copies =
          store.read(session -> session.articles().copies(List.of(first.id())));
      assertThat(copies.get(first.id())).extracting(ArticleHead::title).containsExactly("Copy");
      ArticleTable.Counts counts = store.read(session -> session.articles().count());
      assertThat(counts).isEqualTo(new ArticleTable.Counts(2, 1));
    }
  }

  @Test
  void closesBehindTheTransactionThatIsUnderWay() throws InterruptedException {
    Article article = article("1", "稀土出口", "首批起运。");
    Store store = Stores.openToWrite(folder);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Thread writer =
        Thread.ofPlatform()
            .start(
                () ->
                    store.change(
                        session -> {
                          begun.countDown();
                          await(goOn);
                          session
                              .articles()
                              .insert(article, origin(session, "1", "x"), article.id());
                        }));
    await(begun);
    Thread closer = Thread.ofPlatform().start(store::close);
    while (closer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    writer.join();
    closer.join();
    try (Store reopened = Stores.openToRead(folder)) {
      assertThat(
              reopened.<Boolean>read(session -> session.articles().find(article.id()).isPresent()))
          .isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void readsBesideAWriter() {
    try (Store writer = Stores.openToWrite(folder);
        Store reader = Stores.openToRead(folder)) {
      insert(writer, article("1", "Seen", "Text."));

      long seen = reader.read(session -> session.articles().count().articles());
      assertThat(seen).isEqualTo(1);
    }
  }
}
