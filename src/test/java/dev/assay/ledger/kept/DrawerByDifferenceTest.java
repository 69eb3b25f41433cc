package dev.assay.ledger.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analyze.claim.Claim;
import dev.assay.analyze.claim.Claim.Facet;
import dev.assay.analyze.claim.Claim.Part;
import dev.assay.analyze.name.Aboutness;
import dev.assay.analyze.name.Thing;
import dev.assay.analyze.quantity.Property;
import dev.assay.analyze.quantity.QuantityExtractor;
import dev.assay.article.Article;
import dev.assay.article.ArticleId;
import dev.assay.article.ArticleKind;
import dev.assay.article.Identity;
import dev.assay.article.Language;
import dev.assay.article.Paragraph;
import dev.assay.article.PublicationTime;
import dev.assay.cite.Span;
import dev.assay.lexicon.Lexicon;
import dev.assay.store.ArticleTable;
import dev.assay.store.RawDocumentTable;
import dev.assay.store.Session;
import dev.assay.store.Store;
import dev.assay.store.Stores;
import dev.assay.store.TagTable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Entries of which only the rows that changed were written, claim after claim, are the very ones
/// that judging everything at once comes to, also as they were at each moment before.
final class DrawerByDifferenceTest {

  private static final List<String> TABLES =
      List.of(
          "ledger_entry",
          "entry_other_id",
          "evidence",
          "entry_tag",
          "entry_source",
          "ledger_doubt",
          "ledger_entry_then",
          "entry_other_id_then",
          "evidence_then",
          "entry_tag_then");

  private static final Instant FIRST = Instant.parse("2024-03-01T08:00:00Z");
  private static final Aboutness ABOUT = new Aboutness(true, true, 2, 2, 1, 4, 2, 0.9);
  private static final Thing CHINA = new Thing("country:CN", "China");
  private static final QuantityExtractor NUMBERS = new QuantityExtractor(Lexicon.shipped());

  @TempDir Path folder;

  private final Bookkeeping books = Bookkeeping.of(Lexicon.shipped());
  private final Random random = new Random(11);

  @Test
  void entriesAreTheSameHoweverTheirClaimsArrive() {
    for (int order = 0; order < 2; order++) {
      try (Store store = Stores.openToWrite(folder.resolve("order-" + order))) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 28; i++) {
          numbers.add(i);
        }
        if (order == 0) { // else one after the other, so that entries are gone on from
          Collections.shuffle(numbers, random);
        }
        while (!numbers.isEmpty()) {
          List<Integer> some = numbers.subList(0, Math.min(numbers.size(), 1 + random.nextInt(8)));
          store.change(session -> some.forEach(number -> take(session, number)));
          some.clear();
          books.refresh(store);
        }
        go(store, List.of(3, 17));
        Map<String, List<String>> kept = rows(store);
        assertThat(kept.get("evidence")).hasSizeGreaterThan(15);
        assertThat(kept.get("evidence_then")).isNotEmpty();

        assertThat(kept).as("order " + order).isEqualTo(judgedWhole(store));
      }
    }
  }

  /// Articles that are deleted, first what hangs on them, as upkeep does.
  private void go(Store store, List<Integer> numbers) {
    for (int number : numbers) {
      store.change(
          session -> {
            session.claims().markStale(id(number), Instant.EPOCH);
            session.articles().delete(id(number));
          });
      books.refresh(store);
    }
  }

  private Map<String, List<String>> judgedWhole(Store store) {
    store.change(
        session -> {
          List<String> drawers =
              session
                  .handle()
                  .createQuery("select distinct drawer from claim")
                  .mapTo(String.class)
                  .list();
          TABLES.forEach(table -> session.handle().execute("delete from " + table));
          session.handle().execute("delete from drawer_made");
          drawers.forEach(drawer -> session.claims().markStale(drawer, FIRST));
        });
    books.refresh(store);
    return rows(store);
  }

  private static Map<String, List<String>> rows(Store store) {
    return store.read(
        session -> {
          Map<String, List<String>> tables = new TreeMap<>();
          for (String table : TABLES) {
            tables.put(
                table,
                session
                    .handle()
                    .createQuery("select * from " + table)
                    .mapToMap()
                    .map(row -> new TreeMap<>(row).toString())
                    .stream()
                    .sorted()
                    .toList());
          }
          return tables;
        });
  }

  private static ArticleId id(int number) {
    return identity(number).articleId();
  }

  private static Identity identity(int number) {
    return new Identity.OfExternal("test", String.valueOf(number));
  }

  private static Instant arrived(int number) {
    return FIRST.plus(Duration.ofHours(number));
  }

  /// Figures of three scopes, some of which stand in one entry, by seven outlets in two languages,
  /// one in nine a copy, one in five denied, with tags.
  private void take(Session session, int number) {
    boolean chinese = number % 3 == 0;
    int percent = 60 + number * 7 % 35;
    String text =
        chinese
            ? "中国占全球稀土产量的%d%%。".formatted(percent)
            : "China has %d%% of rare earth %s.".formatted(percent, stage(number));
    Article article = article(number, chinese ? Language.ZH_HANS : Language.EN, text);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] hash = RawDocumentTable.hash(bytes);
    session.rawDocuments().put(hash, "text/plain", bytes.length, RawDocumentTable.deflated(bytes));
    boolean copy = number % 9 == 8 && session.articles().find(id(number - 1)).isPresent();
    session
        .articles()
        .insert(
            article,
            new ArticleTable.Origin(identity(number), hash, Map.of()),
            copy ? id(number - 1) : article.id());
    session
        .tags()
        .put(
            article.id(),
            article.orderedBy(),
            List.of(new TagTable.TagRow("thing:" + number % 4, ABOUT)));
    session.claims().put(article.id(), books.filed(article, List.of(claim(article, text, number))));
  }

  private static String stage(int number) {
    return List.of("refining", "mining", "refining capacity").get(number % 7 % 3);
  }

  private static Article article(int number, Language language, String text) {
    return new Article(
        identity(number).articleId(),
        URI.create("https://test.example/" + number),
        "outlet " + number % 7,
        String.valueOf(number),
        "A share",
        List.of(),
        new PublicationTime(
            FIRST.plus(Duration.ofDays(number * 37L % 200)),
            PublicationTime.Precision.MINUTE,
            ZoneOffset.UTC,
            true,
            PublicationTime.Certainty.STATED,
            "feed"),
        null,
        arrived(number),
        language,
        ArticleKind.NEWS,
        null,
        null,
        List.of(new Paragraph(1, Paragraph.Kind.TEXT, text)));
  }

  private static Claim claim(Article article, String text, int number) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Facet.MATERIAL, "material:rare-earths", "rare earths"));
    parts.add(
        number % 7 % 3 == 1
            ? new Part(Facet.STAGE, "mining", "mining")
            : new Part(Facet.STAGE, "refining", "refining"));
    if (number % 7 % 3 == 2) {
      parts.add(new Part(Facet.MEASURE, "capacity", "capacity"));
    }
    return new Claim(
        CHINA,
        Property.SHARE,
        parts,
        null,
        new Claim.Value.Figure(NUMBERS.extract(text, article.language()).getFirst()),
        1,
        new Span(0, text.length()),
        null,
        number % 5 == 4 ? Claim.Stance.DENIED : Claim.Stance.ASSERTED);
  }
}
