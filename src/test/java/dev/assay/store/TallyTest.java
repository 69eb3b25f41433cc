package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Outcome;
import dev.assay.article.Paragraph;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The numbers that the database keeps are those that counting the rows gives, whatever came,
/// changed and went.
final class TallyTest {

  private static final Instant FETCHED = Instant.parse("2025-11-23T00:00:00Z");

  @TempDir Path folder;

  private final Random random = new Random(5);

  @Test
  void numbersAreThoseOfTheRows() {
    try (Store store = Stores.openToWrite(folder)) {
      assertThat(kept(store)).isEqualTo(counted(store));
      for (int step = 0; step < 200; step++) {
        int number = random.nextInt(25);
        store.change(session -> change(session, number));
      }

      assertThat(kept(store).get("article"))
          .containsKey("")
          .isEqualTo(counted(store).get("article"));
      assertThat(kept(store)).isEqualTo(counted(store));
      assertThat(kept(store).get("language")).hasSizeBetween(2, 3);
      assertThat(kept(store).get("outcome")).hasSizeBetween(2, 3);

      store.change(session -> ids(session).forEach(session.articles()::delete));
      assertThat(kept(store).get("article")).isEmpty();
      assertThat(kept(store).get("source")).isEmpty();
    }
  }

  @Test
  void numbersOfThePastAreCounted() {
    try (Store store = Stores.openToWrite(folder)) {
      store.change(session -> put(session, 1));
      store.change(session -> put(session, 2));

      assertThat(articlesAt(store, FETCHED.plusMillis(1))).isEqualTo(1);
      assertThat(articlesAt(store, FETCHED.plusMillis(2))).isEqualTo(2);
    }
  }

  private static long articlesAt(Store store, Instant at) {
    try (Store then = store.asOf(at)) {
      return then.read(session -> session.articles().count().articles());
    }
  }

  private void change(Session session, int number) {
    ArticleId id = identity(number).articleId();
    boolean stored = session.articles().find(id).isPresent();
    switch (random.nextInt(4)) {
      case 0 -> session.articles().delete(id);
      case 1 -> {
        if (stored) {
          List<ArticleId> all = ids(session);
          session
              .articles()
              .setCanonical(id, all.get(random.nextInt(all.size())), FETCHED.plusMillis(number));
        }
      }
      default -> put(session, number);
    }
    session.outcomes().record(identity(number), outcome(id), FETCHED);
  }

  private Outcome outcome(ArticleId id) {
    return switch (random.nextInt(3)) {
      case 0 -> new Outcome.Imported(id);
      case 1 -> new Outcome.Unchanged(id);
      default -> new Outcome.Refused("没有正文");
    };
  }

  private static List<ArticleId> ids(Session session) {
    return session
        .handle()
        .createQuery("select id from article order by id")
        .mapTo(Long.class)
        .stream()
        .map(ArticleId::new)
        .toList();
  }

  private static Identity identity(int number) {
    return new Identity.OfExternal("tally", String.valueOf(number));
  }

  /// Puts the article, or a text of another outlet and language in its place.
  private void put(Session session, int number) {
    String text = "Text %d of %d.".formatted(random.nextInt(9), number);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] hash = RawDocumentTable.hash(bytes);
    session.rawDocuments().put(hash, "text/plain", bytes.length, RawDocumentTable.deflated(bytes));
    ArticleTable.Origin origin = new ArticleTable.Origin(identity(number), hash, Map.of());
    Article article = article(number, text);
    if (session.articles().find(article.id()).isPresent()) {
      session.articles().replace(article, origin, article.id());
    } else {
      session.articles().insert(article, origin, article.id());
    }
  }

  private Article article(int number, String text) {
    List<Language> languages = List.of(Language.EN, Language.ZH_HANS, Language.ZH_HANT);
    return new Article(
        identity(number).articleId(),
        URI.create("https://tally.example/" + number),
        List.of("松岭早报", "Carrow Dispatch", "").get(random.nextInt(3)),
        String.valueOf(number),
        "A title",
        List.of(),
        null,
        null,
        FETCHED.plusMillis(number),
        languages.get(random.nextInt(3)),
        ArticleKind.NEWS,
        null,
        null,
        List.of(new Paragraph(1, Paragraph.Kind.TEXT, text)));
  }

  private static Map<String, Map<String, Long>> kept(Store store) {
    return store.read(
        session -> {
          Map<String, Map<String, Long>> kept = new TreeMap<>();
          for (TallyTable.Subject subject : TallyTable.Subject.values()) {
            kept.put(
                subject.name().toLowerCase(Locale.ROOT),
                new TallyTable(session.handle()).of(subject));
          }
          return kept;
        });
  }

  private static Map<String, Map<String, Long>> counted(Store store) {
    return store.read(
        session ->
            new TreeMap<>(
                Map.of(
                    "article", counted(session, "select '' as word from article"),
                    "independent",
                        counted(session, "select '' as word from article where canonical_id = id"),
                    "language", counted(session, "select language as word from article"),
                    "source", counted(session, "select source as word from article"),
                    "outcome", counted(session, "select outcome as word from outcome"))));
  }

  private static Map<String, Long> counted(Session session, String words) {
    Map<String, Long> counts = new TreeMap<>();
    session
        .handle()
        .createQuery(words)
        .mapTo(String.class)
        .forEach(word -> counts.merge(word, 1L, Long::sum));
    return counts;
  }
}
